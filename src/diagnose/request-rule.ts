import { type Finding, failed, passed, undecided, warned } from '../checks/finding.ts';
import type { Redactor } from '../checks/redactor.ts';
import type { FoundUrl } from './evidence.ts';
import type { SetupWithFile } from './registered.ts';

/** The authorization request that is judged, and what it is judged by. */
export interface RequestCase {
  readonly request: FoundUrl;
  readonly registered?: SetupWithFile | undefined;
  /** Other requests in the paste that are Jitterbit's too, or aren't. */
  readonly others: readonly FoundUrl[];
  /** For words of the paste. */
  readonly redactor: Redactor;
}

/** What a rule says of a request. */
export interface Judgment {
  readonly finding: Finding;
  /** The value was compared with the right one, so it rules out causes of an error; a valid form alone does not. */
  readonly isProven: boolean;
}

/** One check of a request: looks at the paste and the setup alone. */
export interface RequestRule {
  readonly id: string;
  readonly title: string;
  readonly judge: (request: RequestCase) => Judgment;
}

const judgment = (finding: Finding, isProven = false): Judgment => ({ finding, isProven });

/** It is the right value. */
export const proven = (detail: string): Judgment => judgment(passed(detail), true);

/** It may be the right value: only its form was judged. */
export const plausible = (detail: string): Judgment => judgment(passed(detail));

/** It is a wrong value. */
export const wrong = (...parts: Parameters<typeof failed>): Judgment => judgment(failed(...parts));

/** It may be wrong. */
export const doubtful = (...parts: Parameters<typeof warned>): Judgment => judgment(warned(...parts));

/** It could not be judged. */
export const inconclusive = (...parts: Parameters<typeof undecided>): Judgment =>
  judgment(undecided(...parts));
