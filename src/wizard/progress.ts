import type { Answers } from '../answers/questions.ts';
import type { Choice } from '../context/prompting.ts';
import type { PortalValues } from '../facts/portal-lists.ts';
import { redirectUriOf } from '../facts/regions.ts';
import type { Format } from '../render/format-names.ts';
import type { Setup } from '../setup-file/schema.ts';

/** The answers so far. An absent one has not been prompted for. */
export type Draft = Partial<Answers>;

/** How much of the setup is in a file. */
export type Saved = 'everything' | 'pair' | 'nothing';

/** What is known about files from one choice of the menu to the next. */
export interface Kept {
  readonly saved: Saved;
  /** A setup file that `--from` can start from. */
  readonly file?: string | undefined;
  /** The file that was written last, in any format. */
  readonly written?: WrittenFile;
}

export interface WrittenFile {
  readonly path: string;
  readonly format: Format;
}

/** How far the conversation has come; kept up to date, so that an interruption can say how to resume. */
export interface Progress {
  draft: Draft;
  kept: Kept;
}

/** What quitting means: the choice in the menu, the confirmation before, and the warning after. */
interface Quitting {
  readonly choice: Pick<Choice<never>, 'name' | 'short'>;
  readonly question?: string;
  readonly warning?: string;
}

export const quitting: Record<Saved, Quitting> = {
  everything: { choice: { name: 'Done' } },
  pair: {
    choice: { name: 'Quit without saving the changes', short: 'Quit' },
    question: 'Quit without saving the changes?',
    warning: "The changes weren't saved.",
  },
  nothing: {
    choice: { name: 'Quit without saving (the PKCE pair will be lost)', short: 'Quit' },
    question: 'Quit without saving? The PKCE pair will be lost.',
    warning: "The PKCE pair wasn't saved. Unless you've copied it, it's lost.",
  },
};

/** How much of the setup the file contains that the run started from. */
export function keptIn(setup: Setup, base: Setup | undefined, file: string | undefined): Kept {
  if (base?.pkce.codeVerifier !== setup.pkce.codeVerifier) return { saved: 'nothing' };
  const isSame = JSON.stringify(setup) === JSON.stringify(base);
  return isSame ? { saved: 'everything', file } : { saved: 'pair' };
}

/** What is known once the setup is written to a file. A setup file stays known when another format follows. */
export function keptAfter(written: WrittenFile, before?: Kept): Kept {
  const file = written.format === 'json' ? written.path : before?.file;
  return { saved: 'everything', file, written };
}

/** The values that the answers so far require on the application page in ZoomInfo. */
export function portalValuesOf({ region, scopes }: Draft): PortalValues {
  return { redirectUri: region === undefined ? undefined : redirectUriOf(region), scopes };
}
