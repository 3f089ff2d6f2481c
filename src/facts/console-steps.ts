import { agentVersions } from './agent.ts';
import type { Audience } from './audience.ts';
import { connector, developerPortalUrl, gtmStudioUrl, labels } from './labels.ts';
import { appRegistrations } from './places.ts';

/** What the user needs before starting, from Jitterbit's prerequisites page and the connector's own page. */
export const prerequisites: readonly string[] = [
  `Jitterbit: the ${connector} connector (request it from Jitterbit), agent version ${agentVersions} or later, and the Admin role in your organization.`,
  `ZoomInfo: an Enterprise API or Copilot package, and a ${labels.devPortal} subscription that a ZoomInfo admin assigned to you.`,
  `An app name and a logo file for the ${labels.developerPortal}.`,
];

/**
 * One form in one console, and the steps around its values. `{connector}` and `{name}` are replaced with those of the
 * setup. The last step of `before` introduces the values.
 */
export interface ConsolePlace {
  readonly audience: Audience;
  readonly title: string;
  /** One or two sentences on why its values are needed; empty if that is obvious. */
  readonly about: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Every form, in the order in which the user fills them in. */
export const consolePlaces = {
  application: {
    audience: 'zoominfo',
    title: 'ZoomInfo application',
    about: `ZoomInfo redirects users only to a ${labels.redirectUri} that is listed in the application. The scopes control what the application can read.`,
    before: [
      `Log in to the ${labels.developerPortal} at ${developerPortalUrl} and click ${labels.createApp}. With a self-serve account, use ${labels.gtmStudio} at ${gtmStudioUrl} instead.`,
      `Choose a ${labels.standard} app with ${labels.authorizationCode} as the authentication method.`,
      'Enter an app name and upload a logo.',
      `Add the URL to ${labels.redirectUris} and select the ${labels.oauthScopes}:`,
    ],
    after: [
      `Click ${labels.create}.`,
      `Click the application link to get the ${labels.clientId} and ${labels.clientSecret}.`,
    ],
  },
  registration: {
    audience: 'jitterbit',
    title: 'Jitterbit app registration',
    about:
      'The app registration tells Jitterbit which ZoomInfo application to use, where users sign in, and where to get tokens.',
    before: [`In the Harmony portal menu, go to ${appRegistrations}, click ${labels.createNew}, and enter:`],
    after: ['Save the app registration.'],
  },
  'authentication-request': {
    audience: 'jitterbit',
    title: `${labels.authenticationRequest} parameters`,
    about:
      'Jitterbit adds these to the sign-in URL: response_type requests an authorization code, and code_challenge ties that code to the code verifier.',
    before: [
      `On the saved row, open ${labels.advancedOptions} > ${labels.authenticationRequest}. Under ${labels.parameters}, add:`,
    ],
    after: [],
  },
  'token-request': {
    audience: 'jitterbit',
    title: `${labels.tokenRequest} parameters`,
    about:
      'The code verifier proves that Jitterbit, which started the sign-in, is also requesting the tokens.',
    before: [`Open ${labels.advancedOptions} > ${labels.tokenRequest}. Under ${labels.parameters}, add:`],
    after: ['Save your changes.'],
  },
  connection: {
    audience: 'jitterbit',
    title: '{connector} connection',
    about: 'The app registration is now a private application that the connection can use.',
    before: [
      `In ${labels.studio}, open the {connector} connection and select ${labels.authorizationCodeFlow}.`,
      `In the ${labels.oauthApplication} menu, select {name} (under ${labels.privateApplications}).`,
      'Sign in to ZoomInfo.',
    ],
    after: [],
  },
} as const satisfies Record<string, ConsolePlace>;

export type PlaceId = keyof typeof consolePlaces;

/** The last step of a person who has only the ZoomInfo side, and whose application is new. */
export const returnCredentials = `Send the ${labels.clientId} and ${labels.clientSecret} securely to the person who sets up Jitterbit.`;

/** The steps to replace the PKCE pair in a saved app registration: one value in each tab. */
export const rotationSteps = {
  'authentication-request': {
    before: [
      `In the Harmony portal menu, go to ${appRegistrations}.`,
      `On the {name} row, open ${labels.advancedOptions} > ${labels.authenticationRequest}. Under ${labels.parameters}, replace the value of:`,
    ],
    after: [],
  },
  'token-request': {
    before: [
      `Open ${labels.advancedOptions} > ${labels.tokenRequest}. Under ${labels.parameters}, replace the value of:`,
    ],
    after: [
      'Save. The two values are a pair: if you replace only one, sign-in fails.',
      'Ask users of the {connector} connection to sign in again.',
    ],
  },
} as const satisfies Partial<Record<PlaceId, Pick<ConsolePlace, 'before' | 'after'>>>;

/** Why each prompt asks for its value. */
export const reasons = {
  region: `The region of your Jitterbit organization determines the ${labels.redirectUri} to register with ZoomInfo.`,
  scopes: 'Scopes control what the connector can read. Use the same scopes in ZoomInfo and Jitterbit.',
  name: `The connection's ${labels.oauthApplication} menu lists the app registration under this ${labels.name}, which must be unique for the connector.`,
  description: `The ${labels.description} is an optional note for people who view the app registration.`,
  clientId: `The ${labels.clientId} identifies your ZoomInfo application to the authorization server.`,
  clientSecret: `The ${labels.clientSecret} proves to ZoomInfo that a token request comes from your application.`,
  authenticationUrl: `Users of the connection sign in at the ${labels.authenticationUrl}.`,
  accessTokenUrl: `Jitterbit exchanges authorization codes for tokens at the ${labels.accessTokenUrl}. The ${labels.refreshTokenUrl} is always the same.`,
} as const;
