import type { Audience } from './facts/audience.ts';
import type { ClientAuthentication } from './oauth/client-authentication.ts';
import type { Format } from './render/format-names.ts';

/** The path that stands for standard input or output. */
export const standardStream = '-';

/** What commander makes of the command line of `setup`. Values are still text, except where the option is a choice. */
export interface SetupOptions {
  readonly from?: string;
  readonly region?: string;
  readonly scopes?: string;
  readonly name?: string;
  readonly description?: string;
  readonly clientId?: string;
  readonly clientSecretFile?: string;
  readonly codeVerifierFile?: string;
  readonly agentVersion?: string;
  readonly challengeMethodRow?: boolean;
  readonly authenticationUrl?: string;
  readonly accessTokenUrl?: string;
  readonly format?: Format;
  readonly output?: string;
  readonly force?: boolean;
  readonly newPkce?: boolean;
  readonly yes?: boolean;
  readonly open: boolean;
  readonly showSecrets?: boolean;
  readonly githubOutput?: boolean;
}

/** The command line of `pkce`. */
export interface PkceOptions {
  readonly length?: number;
  readonly count?: number;
  readonly codeVerifierFile?: string;
  readonly format: PkceFormat;
  readonly githubOutput?: boolean;
}

/** The command line of `show`. */
export interface ShowOptions {
  readonly format?: Format;
  readonly output?: string;
  readonly force?: boolean;
  readonly for?: Audience;
  readonly open?: boolean;
  readonly showSecrets?: boolean;
}

/** The command line of `rotate`. */
export interface RotateOptions {
  readonly undo?: boolean;
  readonly dryRun?: boolean;
  readonly githubOutput?: boolean;
}

export const pkceFormats = ['text', 'json', 'env'] as const satisfies readonly Format[];

export type PkceFormat = (typeof pkceFormats)[number];

/** The command line of `verify`. A bad value is no mistake of the command line here: it is what is checked. */
export interface VerifyOptions {
  readonly region?: string;
  readonly scopes?: string;
  readonly redirectUri?: string;
  readonly clientId?: string;
  readonly clientSecretFile?: string;
  readonly codeVerifierFile?: string;
  readonly codeChallenge?: string;
  readonly challengeMethodRow?: boolean;
  readonly authenticationUrl?: string;
  readonly accessTokenUrl?: string;
  readonly online?: boolean;
  readonly login?: boolean;
  readonly loopback?: string;
  readonly refresh: boolean;
  readonly loginTimeout?: number;
  readonly open: boolean;
  readonly clientAuth: ClientAuthentication;
  readonly timeout?: number;
  readonly explain?: boolean;
  readonly format: VerifyFormat;
}

export const verifyFormats = ['text', 'json'] as const satisfies readonly Format[];

export type VerifyFormat = (typeof verifyFormats)[number];
