import { secretProblem } from '../../answers/credentials.ts';
import { joinedScopes, separatedScope } from '../../answers/joined-scopes.ts';
import { scopeInRightCase, scopesOfWord } from '../../answers/known-words.ts';
import { questions } from '../../answers/questions.ts';
import { likelyScope, parseScopes, scopeWarning, undocumentedScope } from '../../answers/scope-list.ts';
import { type Finding, failed, passed, skipped, warned } from '../../checks/finding.ts';
import { labels } from '../../facts/labels.ts';
import { formField, portalPart } from '../../facts/places.ts';
import { documentedScopes, isDocumentedScope } from '../../facts/scopes.ts';
import type { Line } from '../../message.ts';
import { foreignCharacter, scopeCharacter } from '../../text/characters.ts';
import { anyQuotationProblem } from '../../text/quotation.ts';
import { excerpt } from '../../text/sanitize.ts';
import { type Repair, scopesRepair } from './repair.ts';
import type { OfflineRule } from './rule.ts';

const bothPlaces = `${portalPart(labels.oauthScopes)} and ${formField('scopes')}`;

export const scopes: OfflineRule = {
  id: 'scopes',
  title: 'Scopes',
  values: ['scopes'],
  judge: ({ scopes: given, clientSecret, codeVerifier, origins }) => {
    if (given === undefined) return skipped('Not provided.');
    const exposed = secretProblem(given.join(' '), { clientSecret, codeVerifier });
    if (exposed !== undefined) return exposing(exposed);
    if (given.length > 0 && given.every(isDocumentedScope) && !hasDuplicates(given)) return known(given);
    const { wrong, doubtful: unclear, corrected } = scopeProblems(given);
    const doubtful = [...unclear, ...duplicates(given)];
    const repair: Repair =
      corrected === undefined ? scopesRepair : { [questions.scopes.option]: corrected.join(',') };
    if (wrong.length > 0) {
      const says = origins?.scopes === undefined ? wrong : problemsOfText(given, origins.scopes);
      return { ...failed([...says, ...doubtful].join(' '), sameInBoth(corrected)), repair };
    }
    if (doubtful.length > 0) {
      const blocksRebuild = !parseScopes(given.join(' ')).ok;
      return { ...warned(doubtful.join(' '), sameInBoth(corrected)), repair, blocksRebuild };
    }
    return known(given);
  },
};

/** Every sign-in URL contains the scopes. */
const exposing = (problem: string): Finding & { readonly repair: Repair } => {
  const advice = 'If anyone has signed in, replace the secret, since every sign-in URL shows the scopes.';
  return { ...failed(`One of the scopes ${problem} ${advice}`, sameInBoth(undefined)), repair: scopesRepair };
};

const known = ({ length }: readonly string[]): Finding =>
  passed(`${length} known ${length === 1 ? 'scope' : 'scopes'}.`);

const hasDuplicates = (given: readonly string[]): boolean => new Set(given).size < given.length;

/** A server ignores a duplicate, but another scope may have been intended. */
function duplicates(given: readonly string[]): string[] {
  const repeated = given.filter((scope, index) => scope !== '' && given.indexOf(scope) < index);
  return [...new Set(repeated)].map((scope) => {
    const named = isDocumentedScope(scope) ? `The scope "${scope}"` : 'One of the scopes';
    return `${named} is a duplicate.`;
  });
}

function sameInBoth(corrected: readonly string[] | undefined): Line[] {
  const places = `Make sure that ${bothPlaces} have the same scopes`;
  return corrected === undefined ? [`${places}.`] : [`${places}:`, { value: corrected.join(' ') }];
}

/** What a list of scopes looks like to an authorization server. */
export interface ScopeProblems {
  /** Can't work, a sentence each. */
  readonly wrong: readonly string[];
  /** May work, a sentence each. */
  readonly doubtful: readonly string[];
  /** The scopes that were probably intended, if they are known and differ. */
  readonly corrected?: readonly string[] | undefined;
}

/** Judges scopes as full names, which is what Jitterbit's form takes. */
export function scopeProblems(given: readonly string[]): ScopeProblems {
  if (given.length === 0)
    return {
      wrong: [`No scope is selected. Use at least one of: ${documentedScopes.join(' ')}.`],
      doubtful: [],
    };
  const distinct = [...new Set(given)];
  return {
    wrong: [...new Set(distinct.flatMap(problemOf))],
    doubtful: distinct.filter((scope) => problemOf(scope).length === 0).flatMap(warningsOf),
    corrected: correctedScopes(given),
  };
}

/**
 * What can't work in a list that was provided as a text, in the sentences with which `setup` rejects it. The position of
 * a quotation mark in that text is unknown.
 */
function problemsOfText(given: readonly string[], origin: string): string[] {
  const wrong = given.filter((scope) => problemOf(scope).length > 0);
  const sentences = (wrong.length === 0 ? [''] : wrong).flatMap((scope) => {
    const parsed = parseScopes(scope);
    return parsed.ok || anyQuotationProblem(scope) !== undefined
      ? problemOf(scope)
      : [`${origin} ${parsed.problem}`];
  });
  return [...new Set(sentences)];
}

/** What no authorization server understands as intended. Scopes are case-sensitive, RFC 6749 section 3.3. */
function problemOf(scope: string): string[] {
  const shown = excerpt(scope, 60);
  const right = scopeInRightCase(scope);
  if (right !== undefined) return [`"${shown}": scopes are case-sensitive. Use "${right}".`];
  if (anyQuotationProblem(scope) !== undefined)
    return ['There are quotation marks in the scopes. Remove all of them.'];
  if (joinedScopes(scope) !== undefined)
    return ['One entry contains several scopes or a separator. Enter each scope separately.'];
  const foreign = foreignCharacter(scope, scopeCharacter);
  if (foreign !== undefined) return [`"${shown}" contains ${foreign}, which isn't allowed in a scope.`];
  if (separatedScope(scope) !== undefined) return [`"${shown}" contains a separator. Enter only the scope.`];
  return scope === '' ? ['One scope is empty. Remove it.'] : [];
}

/** A short name is unknown here, since Jitterbit accepts only full names. */
function warningsOf(scope: string): string[] {
  const [full = scope] = scopesOfWord(scope) ?? [];
  if (full !== scope) return [undocumentedScope(scope, ` Did you mean ${full}?`)];
  return [scopeWarning(scope)].filter((warning) => warning !== undefined);
}

/** Undefined if nothing needs correcting, or the intended scopes are unknown. */
function correctedScopes(given: readonly string[]): readonly string[] | undefined {
  const single = given.flatMap((scope) => joinedScopes(scope) ?? [scope]);
  const parsed = parseScopes(single.map(intendedScope).join(' '));
  return parsed.ok && !isSameList(parsed.value, given) ? parsed.value : undefined;
}

const isSameList = (scopes: readonly string[], given: readonly string[]): boolean =>
  scopes.length === given.length && scopes.every((scope, index) => scope === given[index]);

/** The scope that was probably meant. Characters inside it are removed only if that leaves a known scope. */
function intendedScope(scope: string): string {
  if (problemOf(scope).length === 0) return likelyScope(scope) ?? scope;
  const [first = '', ...others] = scope.split(/[^\w:-]+/).filter(Boolean);
  const whole = [first, ...others].join('');
  const known = separatedScope(scope) ?? scopeInRightCase(whole) ?? whole;
  if (scopesOfWord(known) !== undefined) return known;
  return others.length === 0 ? (likelyScope(first) ?? first) : scope;
}
