import type { AnswerKey } from '../answers/questions.ts';
import type { FormTextProblem } from '../setup-file/form-texts.ts';
import type { Parameter, Setup } from '../setup-file/schema.ts';

/**
 * What is verified: the values of a registration, from a file or provided one by one.
 * `undefined` means not provided; `null` means that the file says it hasn't been set yet.
 */
export interface Subject extends RegistrationValues, ValueSources {
  /** Set if the Client Secret and the token URLs have different sources, so that the user must allow the host. */
  readonly foreignSecret?: ForeignSecret | undefined;
}

/** Where values come from, to say where to correct them. */
export interface ValueSources {
  readonly file?: SubjectFile | undefined;
  /** For those that aren't in the file, as a message names it. */
  readonly origins?: Origins | undefined;
}

/** The options, environment variables, or secret files that single values come from. */
export type Origins = { readonly [Key in keyof RegistrationValues]?: string | undefined };

/** The values of a registration. */
interface RegistrationValues {
  readonly region?: string | undefined;
  readonly redirectUri?: string | undefined;
  readonly scopes?: readonly string[] | undefined;
  readonly clientId?: string | null | undefined;
  readonly clientSecret?: string | null | undefined;
  readonly authenticationUrl?: string | undefined;
  readonly accessTokenUrl?: string | undefined;
  readonly refreshTokenUrl?: string | undefined;
  readonly codeVerifier?: string | undefined;
  /** Of the pair before the last rotation: still a secret, since that can be undone. */
  readonly previousVerifier?: string | undefined;
  readonly codeChallenge?: string | undefined;
  readonly codeChallengeMethod?: string | undefined;
  readonly authenticationRequest?: readonly Parameter[] | undefined;
  readonly tokenRequest?: readonly Parameter[] | undefined;
}

/** A Client Secret from another source than the URLs that it would be sent to. */
interface ForeignSecret {
  /** The source of the URLs, for a message. */
  readonly urlsFrom: string;
}

/** The setup file that the values come from. */
export interface SubjectFile {
  /** For messages. */
  readonly name: string;
  /** For command lines; undefined for standard input, which can't be changed. */
  readonly path?: string | undefined;
  /** Undefined if unknown: on Windows, or from standard input. */
  readonly readableByOthers?: boolean | undefined;
  /** Finds the values that setup would replace, when it rebuilds the file, by those of the environment. */
  readonly findOverridden?: () => readonly AnswerKey[];
  /** What is wrong with the texts in the file that no check judges. */
  readonly textProblems?: readonly FormTextProblem[];
  /** The name of its owner, if that is another user. */
  readonly otherOwner?: string | undefined;
}

/** The registration that a setup file describes. */
export function subjectOfSetup(setup: Setup, file?: SubjectFile): Subject {
  const { pkce, advancedOptions } = setup;
  return {
    region: setup.region,
    redirectUri: setup.redirectUri,
    scopes: setup.scopes,
    clientId: setup.clientId,
    clientSecret: setup.clientSecret,
    authenticationUrl: setup.authenticationUrl,
    accessTokenUrl: setup.accessTokenUrl,
    refreshTokenUrl: setup.refreshTokenUrl,
    codeVerifier: pkce.codeVerifier,
    previousVerifier: setup.previousPkce?.codeVerifier,
    codeChallenge: pkce.codeChallenge,
    codeChallengeMethod: pkce.codeChallengeMethod,
    authenticationRequest: advancedOptions.authenticationRequest.parameters,
    tokenRequest: advancedOptions.tokenRequest.parameters,
    file,
  };
}
