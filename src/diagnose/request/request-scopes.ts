import { joinedScopes } from '../../answers/joined-scopes.ts';
import { questions } from '../../answers/questions.ts';
import { labels } from '../../facts/labels.ts';
import { formField, portalPart } from '../../facts/places.ts';
import { documentedScopes, knownScopes } from '../../facts/scopes.ts';
import type { Line } from '../../message.ts';
import { mostScopes } from '../../text/limits.ts';
import { lookup } from '../../text/lookup.ts';
import { once } from '../../text/once.ts';
import { excerpt } from '../../text/sanitize.ts';
import { type Repair, scopesRepair } from '../../verify/offline/repair.ts';
import { scopeProblems } from '../../verify/offline/scopes-rule.ts';
import { nameOf, type SetupWithFile } from '../evidence/registered.ts';
import { ifOutdated, setTo, withMore } from './request-fixes.ts';
import { doubtful, inconclusive, type Judgment, plausible, proven, wrong } from './request-rule.ts';
import { copyAgain, isBeginningOf, parameterRule } from './request-values.ts';

export const requestScopes = parameterRule(
  { id: 'request.scopes', title: labels.scopes, name: 'scope' },
  (registered) => ({
    whole: (value) => judgeScopes(value, registered),
    absent: () => noScopes(registered),
    fix: () => fixFor(registered),
    isUnfinished: (start) => isUnfinished(start, registered),
    otherwise: (start) => judgeStart(start, registered),
  }),
);

function fixFor(registered: SetupWithFile | undefined, found?: string): Line[] {
  const field = formField('scopes');
  if (registered === undefined || registered.setup.scopes.length === 0)
    return [
      `In ${field}, enter the scopes that are selected in ${portalPart(labels.oauthScopes)}, separated by spaces.`,
    ];
  const { scopes } = registered.setup;
  return [
    ...setTo(field, scopes.join(' '), found),
    `Select the same scopes in ${portalPart(labels.oauthScopes)}.`,
  ];
}

/** ZoomInfo then grants every scope of the application, so it may work. */
function noScopes(registered: SetupWithFile | undefined): Judgment {
  const detail = 'The request has no scopes.';
  const isWrong = registered !== undefined && registered.setup.scopes.length > 0;
  return (isWrong ? wrong : doubtful)(detail, fixFor(registered), 'missing');
}

/** What people put between scopes instead of a space. Not even an encoded space is one, once it has been decoded. */
const wrongSeparator = /%2c|%20|[,;|+\t\n\r\v\f]/i;

const separatorNames: Readonly<Record<string, string>> = {
  ',': 'commas',
  '%2c': 'encoded commas (%2C)',
  '%20': 'encoded spaces (%20)',
  ';': 'semicolons',
  '|': 'vertical bars',
  '+': 'plus signs',
  '\t': 'tabs',
};

function judgeScopes(value: string, registered: SetupWithFile | undefined): Judgment {
  if (value.trim() === '') return noScopes(registered);
  const problem = separationProblem(value);
  if (problem !== undefined) return wrong(problem, fixFor(registered), 'wrong-separator');
  const given = [...new Set(value.split(' ').filter(Boolean))].slice(0, mostScopes);
  const { wrong: problems, doubtful: doubts } = scopeProblems(given);
  const canShow = given.every((scope) => isPlainScope(scope.toLowerCase().replace(unseen(), '')));
  if (problems.length > 0)
    return wrong(
      canShow ? problems.join(' ') : "One of the scopes doesn't have a valid format.",
      fixFor(registered),
    );
  if (registered !== undefined && registered.setup.scopes.length > 0)
    return compare(given, value, registered);
  if (value !== value.trim()) return spaceAround(fixFor(registered));
  if (doubts.length > 0)
    return doubtful(
      canShow ? doubts.join(' ') : "Jitterbit doesn't document one of the scopes.",
      fixFor(registered),
    );
  return plausible(
    "Valid format. The request doesn't show whether they are selected in your ZoomInfo application.",
  );
}

function separationProblem(value: string): string | undefined {
  const separator = wrongSeparator.exec(value)?.[0].toLowerCase();
  if (separator !== undefined)
    return `The scopes are separated by ${lookup(separatorNames, separator) ?? 'line breaks'} instead of spaces.`;
  const words = value.split(' ', mostScopes);
  return words.some((word) => joinedScopes(word) !== undefined)
    ? 'Not all scopes are separated by spaces.'
    : undefined;
}

const spaceAround = (fix: readonly Line[]): Judgment =>
  doubtful('There is a space before or after the scopes.', fix);

/** Order and repetition don't matter, RFC 6749 section 3.3. */
function compare(given: readonly string[], value: string, registered: SetupWithFile): Judgment {
  const { scopes } = registered.setup;
  const lacking = scopes.filter((scope) => !given.includes(scope));
  const extra = given.filter((scope) => !scopes.includes(scope));
  if (lacking.length > 0 || extra.length > 0) {
    const parts = [
      lacking.length > 0 ? `don't include ${listed(lacking)}` : '',
      extra.length > 0 ? `include ${extraScopes(extra)}, which ${nameOf(registered)} doesn't contain` : '',
    ].filter(Boolean);
    const isShown = given.every(isPlainScope);
    return wrong(
      `The scopes ${parts.join(', and they ')}.`,
      withMore(
        fixFor(registered, isShown ? given.join(' ') : undefined),
        ifOutdated(registered, 'scopes', repairOf(given)),
      ),
      'other-scopes',
    );
  }
  if (value !== value.trim()) return spaceAround(fixFor(registered));
  return proven(`Match ${nameOf(registered)}.`);
}

/** Scopes that aren't known may be a mistake, or something else that was pasted. */
const repairOf = (given: readonly string[]): Repair =>
  given.every((scope) => knownScopes.includes(scope))
    ? { [questions.scopes.option]: given.join(',') }
    : scopesRepair;

const listed = (scopes: readonly string[]): string => scopes.map((scope) => excerpt(scope, 60)).join(', ');

const mostNamed = 10;

/** Words with the format of scopes. Anything else may be a pasted secret. */
const isPlainScope = (scope: string): boolean =>
  /^[a-z]{1,20}(?:[:_-][a-z]{1,20})*$/.test(scope) && scope.length <= 60;

/** What people put around a scope. */
const unseen = once(() => /[\s\p{C}"'`\u2018-\u201f]/gu);

function extraScopes(extra: readonly string[]): string {
  const known = extra.slice(0, mostNamed).filter((scope) => isPlainScope(scope));
  const rest = extra.length - known.length;
  const others = rest === 0 ? [] : [rest === 1 ? 'another one' : `${rest} others`];
  return [...known, ...others].join(', ');
}

/** Every scope except the last is complete. Only a setup shows whether more of them follow a complete one. */
function isUnfinished(start: string, registered: SetupWithFile | undefined): boolean {
  const [last = '', ...before] = start.split(' ').reverse();
  const { scopes = [] } = registered?.setup ?? {};
  const expected = scopes.length > 0 ? scopes : documentedScopes;
  const isLacking = scopes.some((scope) => scope !== last && !before.includes(scope));
  const mayFollow = isBeginningOf(last, ...expected) || (isLacking && scopes.includes(last));
  return (
    mayFollow &&
    (isLacking || scopes.length === 0) &&
    before.filter(Boolean).every((word) => expected.includes(word))
  );
}

function judgeStart(start: string, registered: SetupWithFile | undefined): Judgment | undefined {
  const words = start.split(' ').slice(0, -1);
  const judged = judgeScopes(words.join(' '), registered);
  const isTold = judged.finding.status === 'fail' && judged.finding.code !== 'other-scopes';
  if (isTold && words.length > 0) return judged;
  if (wrongSeparator.test(start)) return judgeScopes(start, registered);
  return registered === undefined || registered.setup.scopes.length === 0
    ? undefined
    : inconclusive(
        `The URL is cut off in the middle of scope, and the remaining scopes don't match ${nameOf(registered)}.`,
        copyAgain,
      );
}
