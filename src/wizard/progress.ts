import type { Answers } from '../answers/questions.ts';
import type { Setup } from '../setup-file/schema.ts';

/** What has been answered so far. An answer that is absent has not been asked for. */
export type Draft = Partial<Answers>;

/** How much of the setup is in a file. */
export type Saved = 'everything' | 'pair' | 'nothing';

/** What is known about files from one choice of the menu to the next. */
export interface Kept {
  readonly saved: Saved;
  /** A setup file that `--from` can start from. */
  readonly file?: string | undefined;
  /** What was written last, in whatever format. */
  readonly written?: string;
}

/** How far the conversation has come; kept up to date, so that an interruption can say how to resume. */
export interface Progress {
  draft: Draft;
  kept: Kept;
}

/** What leaving means when not everything is saved: said in the menu before, and as a warning afterwards. */
export const unsaved: Record<Saved, { readonly done: string; readonly warning?: string }> = {
  everything: { done: 'Done' },
  pair: { done: 'Done, without saving the changes', warning: 'The changes were not saved.' },
  nothing: {
    done: 'Done, without saving: the PKCE pair will be lost',
    warning: 'The PKCE pair was not saved: it is lost now, unless you have copied it.',
  },
};

/** What the file that the run started from holds of the setup already. */
export function keptIn(setup: Setup, base: Setup | undefined, file: string | undefined): Kept {
  if (base?.pkce.codeVerifier !== setup.pkce.codeVerifier) return { saved: 'nothing' };
  const isSame = JSON.stringify(setup) === JSON.stringify(base);
  return isSame ? { saved: 'everything', file } : { saved: 'pair' };
}
