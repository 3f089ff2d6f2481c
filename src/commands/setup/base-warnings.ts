import type { Answers } from '../../answers/questions.ts';
import { labels } from '../../facts/labels.ts';
import { inconsistencies } from '../../setup-file/consistency.ts';
import type { Setup } from '../../setup-file/schema.ts';
import { oneLine } from '../../setup-file/setup-texts.ts';
import type { SetupOptions } from './definition.ts';

/** What a saved setup said that cannot be right and is put right, and what of it is not kept. */
export function baseWarnings(
  base: Setup | undefined,
  { description, codeVerifier }: Partial<Answers>,
  { codeVerifierFile }: Pick<SetupOptions, 'codeVerifierFile'>,
): string[] {
  if (base === undefined) return [];
  const isJoined = description !== base.description && description === oneLine(base.description);
  return [
    ...inconsistencies(base).map((problem) => `In the saved setup: ${problem} It is put right.`),
    ...(isJoined
      ? [`The ${labels.description} of the saved setup has line breaks. They become spaces.`]
      : []),
    ...(codeVerifier === base.pkce.codeVerifier ? [] : [pairReplaced(codeVerifierFile)]),
  ];
}

const pairReplaced = (codeVerifierFile: string | undefined): string =>
  `The PKCE pair of the saved setup is replaced by ${codeVerifierFile === undefined ? 'a new one' : 'that of the code verifier given'}.`;
