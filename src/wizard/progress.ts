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

/** A file that this run read or wrote, and the setup in it. */
export interface KeptFile {
  readonly path: string;
  readonly format: Format;
  readonly setup: Setup;
}

/** What is known about files from one choice of the menu to the next. */
export interface Kept {
  /** The setup file that `--from` can start from. */
  readonly file?: KeptFile | undefined;
  /** The file that was written last, in any format. */
  readonly written?: KeptFile | undefined;
}

/** How far the conversation has come; kept up to date, so that an interruption can say how to resume. */
export interface Progress {
  draft: Draft;
  /** Absent as long as nothing can be lost: there is no setup yet, or the result is where it should be. */
  kept?: Kept | undefined;
}

/** What quitting means: the choice in the menu, the confirmation before, and the warning after. */
export interface Quitting {
  readonly choice: Pick<Choice<never>, 'name' | 'short'>;
  readonly question?: string;
  readonly warning?: string;
}

export const quitting: Record<Saved, Quitting> = {
  everything: { choice: { name: 'Done' } },
  pair: {
    choice: { name: 'Quit without saving the changes', short: 'Quit' },
    question: 'Quit without saving the changes?',
    warning: "Your latest changes weren't saved.",
  },
  nothing: {
    choice: { name: 'Quit without saving (the PKCE pair will be lost)', short: 'Quit' },
    question: 'Quit without saving? The PKCE pair will be lost.',
    warning: "The PKCE pair wasn't saved. Unless you've copied it, it's lost.",
  },
};

/** How much of the setup is in a file. */
export function savedOf(setup: Setup, kept: Kept | undefined): Saved {
  if (kept === undefined || fileWith(setup, kept) !== undefined) return 'everything';
  return keptFiles(kept).some((file) => hasSamePair(file.setup, setup)) ? 'pair' : 'nothing';
}

/** The file that contains exactly this setup, preferably one to start from. */
export const fileWith = (setup: Setup, kept: Kept | undefined): KeptFile | undefined =>
  keptFiles(kept).find((file) => JSON.stringify(file.setup) === JSON.stringify(setup));

/** The path of the setup file that contains exactly this setup. */
export function setupFileWith(setup: Setup, kept: Kept | undefined): string | undefined {
  const file = fileWith(setup, kept);
  return file?.format === 'json' ? file.path : undefined;
}

export const hasSamePair = (one: Setup, other: Setup): boolean =>
  one.pkce.codeVerifier === other.pkce.codeVerifier;

const keptFiles = (kept: Kept | undefined): KeptFile[] =>
  [kept?.file, kept?.written].filter((file) => file !== undefined);

/** What is known once a file is written. A setup file stays known when another format follows. */
export function keptAfter(written: KeptFile, before?: Kept): Kept {
  return { file: written.format === 'json' ? written : before?.file, written };
}

/** The values that the answers so far require on the application page in ZoomInfo. */
export function portalValuesOf({ region, scopes }: Draft): PortalValues {
  return { redirectUri: region === undefined ? undefined : redirectUriOf(region), scopes };
}
