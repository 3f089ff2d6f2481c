import type { Parameter, Setup } from '../setup-file/schema.ts';

/**
 * What is verified: the values of a registration, as a file has them or as they were given one by one.
 * `undefined` was not given; `null` is a value that its file says is still to come.
 */
export interface Subject {
  readonly region?: string | undefined;
  readonly redirectUri?: string | undefined;
  readonly scopes?: readonly string[] | undefined;
  readonly clientId?: string | null | undefined;
  readonly clientSecret?: string | null | undefined;
  readonly authenticationUrl?: string | undefined;
  readonly accessTokenUrl?: string | undefined;
  readonly refreshTokenUrl?: string | undefined;
  readonly codeVerifier?: string | undefined;
  readonly codeChallenge?: string | undefined;
  readonly codeChallengeMethod?: string | undefined;
  readonly authenticationRequest?: readonly Parameter[] | undefined;
  readonly tokenRequest?: readonly Parameter[] | undefined;
  readonly file?: SubjectFile | undefined;
  /** Where the Client Secret and the token URLs are from, if not from the same place: hosts need a word of the user. */
  readonly foreignSecret?: ForeignSecret | undefined;
}

/** A Client Secret that came another way than the URLs that it would be sent to. */
interface ForeignSecret {
  /** What names the URLs, for a message. */
  readonly urlsFrom: string;
}

export interface SubjectFile {
  readonly name: string;
  /** Undefined where that cannot be known: Windows, standard input. */
  readonly readableByOthers?: boolean | undefined;
  /** The name of its owner, where that is another user. */
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
    codeChallenge: pkce.codeChallenge,
    codeChallengeMethod: pkce.codeChallengeMethod,
    authenticationRequest: advancedOptions.authenticationRequest.parameters,
    tokenRequest: advancedOptions.tokenRequest.parameters,
    file,
  };
}
