import { type KnownError, noneAtFault } from './error-meaning.ts';
import { ofProvider } from './errors-of-identity-providers.ts';
import { labels } from './labels.ts';

const rightPaste = 'Paste the URL and the error of the sign-in that Jitterbit started.';

/** An error at a URL of another host. */
export const errorOfOtherSignIn: KnownError = {
  means: `The error is from another sign-in, such as your company's single sign-on, not from ZoomInfo's. ${noneAtFault}`,
  causes: [],
  advice: rightPaste,
};

/** An error at a URL of ZoomInfo that isn't known to be about Jitterbit's request. */
export const errorOfOtherClient: KnownError = {
  means: `The URL names a ${labels.clientId} that isn't in your setup. ZoomInfo's sign-in page also sends requests itself, so no registered value is certainly at fault.`,
  causes: [],
  advice: rightPaste,
};

const ofProduct = (product: string): KnownError => ({
  means: `The error is from ${product}, not from ZoomInfo. ${noneAtFault}`,
  causes: [],
  advice: `Check the connection to ${product} instead.`,
});

/** What only errors of other sign-ins name: their hosts and pages. */
const others: readonly (readonly [names: RegExp, error: KnownError])[] = [
  [
    /\b(?:login\.live|microsoftonline|sts\.windows)\.(?:com|net)\b|not enabled for consumers/i,
    ofProvider('Microsoft Entra ID'),
  ],
  [
    /\b(?:accounts\.google|oauth2\.googleapis|apps\.googleusercontent)\.com\b|\bflowName=General/i,
    ofProvider('Google'),
  ],
  [/\bauth0\.com\b/i, ofProvider('Auth0')],
  [/\bkeycloak\b|\/realms\/[\w-]{1,60}\/(?:protocol|login-actions)\//i, ofProvider('Keycloak')],
  [/\bamazoncognito\.com\b/i, ofProvider('Amazon Cognito')],
  [/\bonelogin\.com\b/i, ofProvider('OneLogin')],
  [/\bping(?:one|identity)\.(?:com|eu|ca|asia)\b/i, ofProvider('Ping Identity')],
  [/\b(?:login|test|my)\.salesforce\.com\b/i, ofProduct('Salesforce')],
  [/\b(?:hubspot|hubapi)\.com\b/i, ofProduct('HubSpot')],
  [/\bslack\.com\b/i, ofProduct('Slack')],
  [/\bgithub\.com\/login\b/i, ofProduct('GitHub')],
];

const ofJitterbit = /zoominfo|jitterbit/i;

/** What an error means whose text or URL names another sign-in, and neither ZoomInfo nor Jitterbit. */
export const otherSignInIn = (text: string): KnownError | undefined =>
  ofJitterbit.test(text) ? undefined : others.find(([names]) => names.test(text))?.[1];
