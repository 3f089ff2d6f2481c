import type { Finding } from '../../checks/finding.ts';
import type { Subject } from '../../checks/subject.ts';

/** One offline check: looks at the values alone, touches nothing. */
export interface OfflineRule {
  readonly id: string;
  readonly title: string;
  readonly judge: (subject: Subject) => Finding;
}
