import { scopeHint, scopeInRightCase, scopesOfWord } from '../../answers/scope-list.ts';
import { failed, passed, skipped, warned } from '../../checks/finding.ts';
import { labels } from '../../facts/labels.ts';
import { formField, portalPart } from '../../facts/places.ts';
import { documentedScopes, openIdScopes } from '../../facts/scopes.ts';
import { foreignCharacter, scopeCharacter } from '../../text/characters.ts';
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
    const unknown = given
      .filter((scope) => !isKnown(scope) && problemOf(scope).length === 0)
      .map(unknownText);
    if (wrong.length > 0)
      return failed([...wrong, ...unknown].join(' '), `Correct it in both places: ${places}.`);
    if (unknown.length > 0) return warned(unknown.join(' '), `If it is a mistake, correct it: ${places}.`);
    return passed(`${given.length} known ${given.length === 1 ? 'scope' : 'scopes'}.`);
  },
};

const isKnown = (scope: string): boolean =>
  documentedScopes.some((known) => known === scope) || openIdScopes.includes(scope);

/** What no authorization server can understand as it was meant. Scopes are case-sensitive, RFC 6749 section 3.3. */
function problemOf(scope: string): string[] {
  const shown = excerpt(scope, 60);
  const right = scopeInRightCase(scope);
  if (right !== undefined) return [`"${shown}" is in the wrong case: it should be ${right}.`];
  const foreign = foreignCharacter(scope, scopeCharacter);
  if (foreign !== undefined) return [`"${shown}" has ${foreign}, which no scope can hold.`];
  return scope === '' ? ['One scope is empty: leave it out.'] : [];
}

function unknownText(scope: string): string {
  const full = scopesOfWord(scope)?.[0];
  const hint = full === undefined ? scopeHint(scope) : ` Did you mean ${full}?`;
  return `"${excerpt(scope, 60)}" is not among the scopes that Jitterbit documents.${hint}`;
}
