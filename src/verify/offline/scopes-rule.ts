import { scopeInRightCase, scopesOfWord, scopeWarning, undocumentedScope } from '../../answers/scope-list.ts';
import { failed, passed, skipped, warned } from '../../checks/finding.ts';
import { labels } from '../../facts/labels.ts';
import { formField, portalPart } from '../../facts/places.ts';
import { documentedScopes } from '../../facts/scopes.ts';
import { foreignCharacter, scopeCharacter } from '../../text/characters.ts';
import { anyQuotationProblem } from '../../text/quotation.ts';
import { excerpt } from '../../text/sanitize.ts';
import type { OfflineRule } from './rule.ts';

const places = `${formField('scopes')}, and ${portalPart(labels.oauthScopes)}`;

export const scopes: OfflineRule = {
  id: 'scopes',
  title: 'Scopes',
  judge: ({ scopes: given }) => {
    if (given === undefined) return skipped('No scopes were given.');
    if (given.length === 0)
      return failed('There is no scope.', `Add at least one of ${documentedScopes.join(' ')}: ${places}.`);
    const wrong = given.flatMap(problemOf);
    const unknown = given.filter((scope) => problemOf(scope).length === 0).flatMap(warningsOf);
    if (wrong.length > 0)
      return failed([...wrong, ...unknown].join(' '), `Correct it in both places: ${places}.`);
    if (unknown.length > 0) return warned(unknown.join(' '), `If it is a mistake, correct it: ${places}.`);
    return passed(`${given.length} known ${given.length === 1 ? 'scope' : 'scopes'}.`);
  },
};

/** What a list of scopes looks like to an authorization server. */
export interface ScopeProblems {
  /** Can't work, a sentence each. */
  readonly wrong: readonly string[];
  /** May work, a sentence each. */
  readonly doubtful: readonly string[];
}

/** Judges scopes as full names, which is what Jitterbit's form takes. */
export function scopeProblems(given: readonly string[]): ScopeProblems {
  return {
    wrong: given.flatMap(problemOf),
    doubtful: given.filter((scope) => problemOf(scope).length === 0).flatMap(warningsOf),
  };
}

/** What no authorization server can understand as it was meant. Scopes are case-sensitive, RFC 6749 section 3.3. */
function problemOf(scope: string): string[] {
  const shown = excerpt(scope, 60);
  const right = scopeInRightCase(scope);
  if (right !== undefined) return [`"${shown}" is in the wrong case: it should be ${right}.`];
  const quotation = anyQuotationProblem(scope);
  if (quotation !== undefined) return [`A scope ${quotation}`];
  const foreign = foreignCharacter(scope, scopeCharacter);
  if (foreign !== undefined) return [`"${shown}" contains ${foreign}, which no scope can hold.`];
  return scope === '' ? ['One scope is empty: leave it out.'] : [];
}

/** A short name is none here: only full names can be entered at Jitterbit. */
function warningsOf(scope: string): string[] {
  const [full = scope] = scopesOfWord(scope) ?? [];
  if (full !== scope) return [undocumentedScope(scope, ` Did you mean ${full}?`)];
  return [scopeWarning(scope)].filter((warning) => warning !== undefined);
}
