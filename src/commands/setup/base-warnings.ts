import type { Answers } from '../../answers/questions.ts';
import { labels } from '../../facts/labels.ts';
import { portalPart, redirectUriList } from '../../facts/places.ts';
import { redirectUriOf } from '../../facts/regions.ts';
import { inconsistencies } from '../../setup-file/consistency.ts';
import type { Setup } from '../../setup-file/schema.ts';
import { oneLine } from '../../setup-file/setup-texts.ts';
import type { SetupOptions } from './definition.ts';

/** What a saved setup said that cannot be right and is put right, and what of it is not kept. */
export function baseWarnings(
  base: Setup | undefined,
  draft: Partial<Answers>,
  { codeVerifierFile }: Pick<SetupOptions, 'codeVerifierFile'>,
): string[] {
  if (base === undefined) return [];
  const { description, codeVerifier } = draft;
  const isJoined = description !== base.description && description === oneLine(base.description);
  return [
    ...inconsistencies(base).map((problem) => `In the saved setup: ${problem} It is put right.`),
    ...(isJoined
      ? [`The ${labels.description} of the saved setup has line breaks or tabs. They become spaces.`]
      : []),
    ...(codeVerifier === base.pkce.codeVerifier ? [] : [pairReplaced(codeVerifierFile)]),
    ...portalWarnings(base, draft),
  ];
}

/** A saved Client ID belongs to an application at ZoomInfo, which was made for the region and the scopes of then. */
function portalWarnings({ clientId, region, scopes }: Setup, draft: Partial<Answers>): string[] {
  if (!clientId) return [];
  const warnings: string[] = [];
  if (draft.region !== undefined && draft.region !== region)
    warnings.push(
      `The region is not that of the saved setup. Add ${redirectUriOf(draft.region)} to ${redirectUriList}.`,
    );
  if (draft.scopes !== undefined && draft.scopes.join(' ') !== scopes.join(' '))
    warnings.push(
      `The scopes are not those of the saved setup. Select the same ones in ${portalPart(labels.oauthScopes)}.`,
    );
  return warnings;
}

const pairReplaced = (codeVerifierFile: string | undefined): string =>
  `The PKCE pair of the saved setup is replaced by ${codeVerifierFile === undefined ? 'a new one' : 'that of the code verifier given'}.`;
