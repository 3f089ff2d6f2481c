import type { Check } from '../../checks/check.ts';
import type { Redactor } from '../../checks/redactor.ts';
import type { SetupWithFile } from '../evidence/registered.ts';
import type { Judgment } from '../request/request-rule.ts';
import type { SentTo } from './sent-to.ts';

/** What the rest of the paste and the setup say about the causes of an error. */
export interface PasteFacts {
  readonly registered?: SetupWithFile | undefined;
  /** The checks of the request in the same paste, by their ids; empty without one. */
  readonly judged: ReadonlyMap<string, Judgment>;
  /** The same for the values that an error quotes. */
  readonly quoted?: ReadonlyMap<string, Judgment>;
  /** Whether the request lacks a parameter; false without a whole request. */
  readonly lacks: (parameter: string) => boolean;
  /** The values of a parameter in the request; none without one. */
  readonly valuesSent: (parameter: string) => readonly string[];
  /** The redirect URI in the request, if it is one of Jitterbit's. */
  readonly redirectUri?: string | undefined;
  /** The offline checks of the setup that failed. */
  readonly failedInFile: readonly Check[];
  /** The request that the errors outside of URLs name. */
  readonly sent?: SentTo | undefined;
  /** Whether a code came back to Jitterbit in the same paste. */
  readonly hasCode: boolean;
  readonly redactor: Redactor;
}
