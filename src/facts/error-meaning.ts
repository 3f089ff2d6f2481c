import type { CauseName } from './error-causes.ts';
import { developerPortalUrl, labels } from './labels.ts';

/** An error as servers word it, and what it points to. */
export interface KnownError {
  /** A pattern that may match anywhere in the text. */
  readonly words?: RegExp;
  /** The same in words that other texts contain as well: they need a sign of a sign-in, or count as a whole statement. */
  readonly everyday?: RegExp;
  /** The OAuth code that the error must have. */
  readonly code?: string;
  /** What it means, in a sentence. */
  readonly means: string;
  /** Registered values that can cause it, the most likely one first; none if no registered value is at fault. */
  readonly causes: readonly CauseName[];
  /** Another possible reason, so no registered value is certainly at fault. */
  readonly otherwise?: string;
  /** What it means instead if a code was issued, so that the token request caused it. */
  readonly afterCode?: KnownError;
  /** What it means instead if it names the URL of the token request. */
  readonly atToken?: KnownError;
  /** What it means instead if the host in it is Jitterbit's, so that it isn't about ZoomInfo's URLs. */
  readonly atJitterbit?: KnownError;
  /** What to do if no registered value is at fault. */
  readonly advice?: string;
  /** The advice is to compare every value, so the command that shows them follows. */
  readonly needsValues?: true;
}

/** Ends what an error means that no registered value can cause, which the verdict on a paste then says as well. */
export const noneAtFault = 'No registered value is at fault.';

/** Completes a sentence such as "Ask …". */
export const admin = `your ZoomInfo admin to check your ${labels.devPortal} subscription and the application's access policy.`;

/** What to do if a server can't be reached. */
export const anotherNetwork =
  'Try another network, without a VPN. If that works, ask your network admin to allow the hosts of ZoomInfo and Jitterbit.';

/** No registered URL is Jitterbit's: the sign-in goes there by itself after it was at ZoomInfo. */
export const jitterbitNotReached: KnownError = {
  means: `The host that couldn't be reached is Jitterbit's, not ZoomInfo's. ${noneAtFault}`,
  causes: [],
  advice: anotherNetwork,
};

/** A request for a token that lacks a parameter, or has one twice or wrong. */
const invalidTokenRequest: KnownError = {
  means: 'A parameter of the token request is missing, duplicate, or invalid.',
  causes: ['verifierRow', 'repeatedInBody', 'redirectUriOfToken'],
  otherwise: "The error doesn't say which one.",
};

/** What errors with different words or codes mean alike. */
export const meanings = {
  invalidRequest: {
    means: 'A parameter is missing, duplicate, or invalid.',
    causes: ['redirectUris', 'challengeRow', 'responseTypeRow', 'methodRow', 'repeatedInUrl'],
    otherwise: "The error doesn't say which one.",
    atToken: invalidTokenRequest,
  },
  rejectedGrant: {
    means: 'The server rejected the code, the code verifier, or the refresh token.',
    causes: ['challenge', 'methodRow', 'verifierRow'],
    otherwise:
      'The code may also have expired or been used already. If so, sign in again in Jitterbit, and finish within a minute.',
  },
  accessDenied: {
    means: `The user or a policy denied access. ${noneAtFault}`,
    causes: [],
    advice: `Sign in again and allow access. If it still fails, ask ${admin}`,
  },
  userNotAllowed: {
    means: `The user isn't allowed to use this application. ${noneAtFault}`,
    causes: [],
    advice: `Ask ${admin}`,
  },
  responseType: { means: 'The server rejected the response_type.', causes: ['responseTypeRow'] },
  grantType: {
    means: "The application isn't allowed to use this kind of sign-in.",
    causes: ['applicationKind', 'clientIdOfToken'],
  },
  notSignedIn: {
    means: `ZoomInfo couldn't sign you in. ${noneAtFault}`,
    causes: [],
    advice:
      'Sign in again with the right user name and password. If it still fails, ask your ZoomInfo admin whether your account is locked.',
  },
  invalidToken: {
    means:
      "An access token is invalid or expired. The error is from an API call, so the sign-in isn't at fault.",
    causes: [],
    advice: 'Sign in to the connection again.',
  },
  unknownUrl: {
    means: 'The server responded without an OAuth error, which suggests an unknown URL.',
    causes: ['authenticationUrl', 'accessTokenUrl'],
    otherwise: 'A proxy or gateway can respond like this, too.',
    advice: anotherNetwork,
  },
  internalProblem: {
    means: `The server has an internal problem. ${noneAtFault}`,
    causes: [],
    advice: 'Try again later.',
  },
  tooManyRequests: {
    means: `The server received too many requests. ${noneAtFault}`,
    causes: [],
    advice: 'Wait, then try again.',
  },
} as const satisfies Record<string, KnownError>;

/** What to check if an error from an API appears before there is a connection. */
export const duringSignIn = `If the error appears during sign-in, make sure that the ${labels.authenticationUrl} and the ${labels.accessTokenUrl} are the documented ones.`;

/** An error of which only the form is known. */
const unknownMeaning = {
  causes: [],
  advice: `Compare every value in the app registration with your setup, and with your application in the ${labels.developerPortal} (${developerPortalUrl}).`,
  needsValues: true,
} as const;

/** Any other error. */
export const unknownError: KnownError = {
  means: "This isn't a known OAuth or ZoomInfo error.",
  ...unknownMeaning,
};

/** Any other number of Okta. */
export const unknownNumber: KnownError = {
  means: "This Okta error doesn't say which value is wrong.",
  ...unknownMeaning,
};
