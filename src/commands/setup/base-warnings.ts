import { type Answers, defaultAnswers } from '../../answers/questions.ts';
import { hidden } from '../../checks/redactor.ts';
import { isSecretParameter, secretsOf } from '../../checks/secrets-of.ts';
import { subjectOfSetup } from '../../checks/subject.ts';
import { labels } from '../../facts/labels.ts';
import { portalPart } from '../../facts/places.ts';
import { portalChanges } from '../../facts/portal-lists.ts';
import { redirectUriOf } from '../../facts/regions.ts';
import { inconsistencies } from '../../setup-file/consistency.ts';
import type { Setup } from '../../setup-file/schema.ts';
import { oneLine } from '../../setup-file/setup-texts.ts';
import type { SetupOptions } from './definition.ts';
import type { Given } from './gather.ts';
import { refuseSavedChallenge } from './saved-challenge.ts';

/**
 * The problems in a saved setup that are corrected, and the parts that aren't kept.
 * @throws Failure (content) for a code verifier that is the code challenge in it
 */
export function baseWarnings(
  base: Setup,
  { answers: draft, origins }: Omit<Given, 'warnings'>,
  { codeVerifierFile }: Pick<SetupOptions, 'codeVerifierFile'>,
): string[] {
  refuseSavedChallenge(base, draft, origins);
  const { name, description, codeVerifier } = draft;
  const isJoined = description !== base.description.trim() && description === oneLine(base.description);
  return [
    ...inconsistencies(base).map(correctedProblem),
    ...(isJoined
      ? [`The ${labels.description} in the saved setup contains line breaks or tabs. They become spaces.`]
      : []),
    ...(name === undefined && base.name.trim() === ''
      ? [`The ${labels.name} in the saved setup is blank. It becomes ${defaultAnswers.name}.`]
      : []),
    ...(codeVerifier === base.pkce.codeVerifier ? [] : [pairReplaced(codeVerifierFile)]),
    ...portalWarnings(base, draft),
  ];
}

/** Says that a problem of the saved setup is corrected. */
export const correctedProblem = (problem: string): string =>
  `Corrected a problem in the saved setup. ${problem}`;

/** A saved Client ID belongs to an application at ZoomInfo, which has the region and the scopes of the saved setup. */
function portalWarnings(base: Setup, { region, scopes }: Partial<Answers>): string[] {
  if (!base.clientId) return [];
  const redirectUri = region === undefined ? undefined : redirectUriOf(region);
  const secrets = secretsOf(subjectOfSetup(base));
  const shown = (value: string): string => (isSecretParameter('', value, secrets) ? hidden : value);
  return portalChanges(base, { redirectUri, scopes }).map(({ list, says, removed, added }) => {
    const edits = [
      ...(added.length > 0 ? [`add ${added.join(', ')}`] : []),
      ...(removed.length > 0 ? [`remove ${removed.map(shown).join(', ')}`] : []),
    ];
    return `${says} from the saved setup. In ${portalPart(list)}, ${edits.join(' and ')}.`;
  });
}

const pairReplaced = (codeVerifierFile: string | undefined): string =>
  `The result contains ${codeVerifierFile === undefined ? 'a new PKCE pair' : 'a PKCE pair with the specified code verifier'} instead of the saved one.`;
