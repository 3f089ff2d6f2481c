import type { Finding } from '../../checks/finding.ts';
import type { Subject } from '../../checks/subject.ts';
import type { Repair } from './repair.ts';

/** One offline check: looks at the values alone, touches nothing. */
export interface OfflineRule {
  readonly id: string;
  readonly title: string;
  readonly judge: (subject: Subject) => OfflineFinding;
}

/** What a rule found, and how the setup file is corrected where it can be. */
export interface OfflineFinding extends Finding {
  readonly repair?: Repair;
  /** Even as a warning, the value prevents the file from being rebuilt until it's repaired. */
  readonly blocksRebuild?: boolean;
}
