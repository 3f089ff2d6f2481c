/** The value of a setup that is shown after a fix, to be copied. */
export type RightValue =
  | 'redirectUri'
  | 'codeChallenge'
  | 'scopes'
  | 'authenticationUrl'
  | 'accessTokenUrl'
  | 'setup';

/** A value that is right as far as the paste shows it: where that is, and what it matches. */
export interface RightAsShown {
  readonly shownIn: 'request' | 'error';
  readonly source: string;
}

/** A registered value that can cause an error, and how to tell whether it does. */
export interface Cause {
  /** The registered value. Causes with the same value count as one. */
  readonly value: string;
  /** A sentence that says what is wrong with the value if it is the cause. */
  readonly says: string;
  readonly fix: string;
  /** What to copy for the fix, if a setup contains it. */
  readonly right?: RightValue;
  /** The id of the request check that shows the value, and possibly that it is wrong. */
  readonly check?: string;
  /** Says what the value in the request is or matches, so it isn't the cause. */
  readonly ruledOut?: (shown: RightAsShown) => string;
  /** Says that the setup with the same value may have the same mistake: matching it isn't conclusive. */
  readonly wrongInSetup?: (source: string) => string;
  /** Whether a valid format makes the value correct, without comparing it with a setup. */
  readonly formIsEnough?: true;
  /** Says what follows if the value that the request, or the error, shows is correct but the cause remains. */
  readonly narrowed?: (shown: RightAsShown) => string;
  /** Says why a code from ZoomInfo rules it out. */
  readonly ruledOutByCode?: string;
  /** Says why an error that names the right URL of its request rules it out. */
  readonly ruledOutByUrl?: string;
  /** The most likely of the remaining causes if the request lacks this parameter. */
  readonly lacking?: string;
  /** What is wrong instead if the pair was rotated. It is then the most likely of the causes. */
  readonly rotated?: string;
  /** The ids of the checks of a setup file that show whether the file has it wrong. */
  readonly inFile?: readonly string[];
}
