import { type Finding, failed, passed, skipped, undecided, warned } from '../../checks/finding.ts';
import type { Redactor } from '../../checks/redactor.ts';
import type { FoundUrl } from '../evidence/evidence.ts';
import type { SetupWithFile } from '../evidence/registered.ts';

/** The authorization request to judge, and what to judge it by. */
export interface RequestCase {
  readonly request: FoundUrl;
  readonly registered?: SetupWithFile | undefined;
  /** The other requests in the paste, whether they are Jitterbit's or not. */
  readonly others: readonly FoundUrl[];
  /** For text from the paste. */
  readonly redactor: Redactor;
}

/** The verdict of a rule on a request. */
export interface Judgment {
  readonly finding: Finding;
  /** The value matches the correct one, so it rules out causes of an error. A valid format alone doesn't. */
  readonly isProven: boolean;
}

/** One check of a request. It looks only at the paste and the setup. */
export interface RequestRule {
  readonly id: string;
  readonly title: string;
  readonly judge: (request: RequestCase) => Judgment;
  /** Whether a request ends where the right value of its last parameter, if that is this rule's, would continue. */
  readonly seemsCut?: (request: FoundUrl, registered: SetupWithFile | undefined) => boolean;
}

const judgment = (finding: Finding, isProven = false): Judgment => ({ finding, isProven });

/** The value is correct. */
export const proven = (detail: string): Judgment => judgment(passed(detail), true);

/** The value may be correct: only its format was judged. */
export const plausible = (detail: string): Judgment => judgment(passed(detail));

/** The value has a valid format, and there is nothing to compare it with. */
export const formOnly = plausible('Valid format. Not compared, because no setup file was specified.');

/** The value is wrong. */
export const wrong = (...parts: Parameters<typeof failed>): Judgment => judgment(failed(...parts));

/** The value is correct, but the setup has to be corrected. */
export const provenBut = (...parts: Parameters<typeof warned>): Judgment => judgment(warned(...parts), true);

/** The value may be wrong. */
export const doubtful = (...parts: Parameters<typeof warned>): Judgment => judgment(warned(...parts));

/** The paste doesn't show the value, so nothing was judged. */
export const notShown = (detail: string): Judgment => judgment(skipped(detail));

/** The same for what only a whole request shows. */
export const parametersOnly = notShown('Only parameters were pasted.');

/** The value couldn't be judged. */
export const inconclusive = (...parts: Parameters<typeof undecided>): Judgment =>
  judgment(undecided(...parts));
