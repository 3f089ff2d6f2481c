import type { Finding } from '../../checks/finding.ts';
import type { Origins, Subject } from '../../checks/subject.ts';
import type { Repair } from './repair.ts';

/** One offline check. It only reads the values. */
export interface OfflineRule {
  readonly id: string;
  readonly title: string;
  /** Whether its words are ours whatever the values are. The name of the file isn't one of them. */
  readonly quotesNothing?: true;
  /** The values that it judges, as far as they can have other sources than a setup file. */
  readonly values?: readonly (keyof Origins)[];
  readonly judge: (subject: Subject) => OfflineFinding;
}

/** What a rule found, and how to correct the setup file, if that is possible. */
export interface OfflineFinding extends Finding {
  /** Those of the rule's values that are wrong, or may be; all of them if it doesn't say. */
  readonly values?: OfflineRule['values'] | undefined;
  readonly repair?: Repair;
  /** If the right repair depends on something else: each case, to begin a sentence, with its repair. */
  readonly choices?: readonly { readonly when: string; readonly repair: Repair }[] | undefined;
  /** The only case in which to follow the fix at all, to begin a sentence. */
  readonly when?: string | undefined;
  /** Even as a warning, the value prevents the file from being rebuilt until it's repaired. */
  readonly blocksRebuild?: boolean;
}
