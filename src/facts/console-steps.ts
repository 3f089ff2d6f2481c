import { agentVersions } from './agent.ts';
import type { Audience } from './audience.ts';
import { developerPortalUrl, labels, registrationPath } from './labels.ts';
import { appRegistrations } from './places.ts';

/** What must be so before the work begins, from Jitterbit's prerequisites page. */
export const prerequisites: readonly string[] = [
  `Jitterbit: the Admin role in your organization, and agent version ${agentVersions} or later.`,
  `ZoomInfo: an Enterprise API or Copilot package, and a ${labels.devPortal} subscription that a ZoomInfo admin assigned to you.`,
  `An app name and a logo file, for the ${labels.developerPortal}.`,
];

/**
 * One place of one console: how to get there, what to do around its values. `{connector}` and `{name}` are those of a
 * setup.
 */
export interface ConsolePlace {
  readonly audience: Audience;
  readonly title: string;
  /** The consoles' own names of the menus, outermost first. */
  readonly path: readonly string[];
  /** Why its values are needed, in a sentence; empty where the reader knows. */
  readonly about: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Every place in the order in which the forms are filled. */
export const consolePlaces = {
  application: {
    audience: 'zoominfo',
    title: labels.developerPortal,
    path: [developerPortalUrl, labels.createApp],
    about: `ZoomInfo sends users back only to a ${labels.redirectUri} that the application lists; its scopes say what it may read.`,
    before: [
      `Log in to the ${labels.developerPortal}, ${developerPortalUrl}, and click ${labels.createApp}.`,
      'Enter an app name and upload a logo.',
      `Add this URL to the ${labels.redirectUris} list, and select these ${labels.oauthScopes}:`,
    ],
    after: [
      'Click Create to register the application.',
      `Click the application link: it shows the ${labels.clientId} and ${labels.clientSecret}.`,
    ],
  },
  registration: {
    audience: 'jitterbit',
    title: `Jitterbit ${labels.managementConsole}`,
    path: [...registrationPath, labels.createNew],
    about: `The app registration tells Jitterbit which application it is (${labels.clientId}, ${labels.clientSecret}), where users sign in (${labels.authenticationUrl}) and where tokens come from (${labels.accessTokenUrl}, ${labels.refreshTokenUrl}).`,
    before: [`In the Harmony portal menu choose ${appRegistrations}, then ${labels.createNew}:`],
    after: ['Save the app registration.'],
  },
  'authentication-request': {
    audience: 'jitterbit',
    title: `${labels.advancedOptions}, ${labels.authenticationRequest}`,
    path: [labels.advancedOptions, labels.authenticationRequest, labels.parameters],
    about:
      'What Jitterbit adds to the address where users sign in: it wants a code (response_type), and the token request must match this code_challenge.',
    before: [
      `On the saved row choose ${labels.advancedOptions}, tab ${labels.authenticationRequest}. Under ${labels.parameters} create:`,
    ],
    after: [],
  },
  'token-request': {
    audience: 'jitterbit',
    title: `${labels.advancedOptions}, ${labels.tokenRequest}`,
    path: [labels.advancedOptions, labels.tokenRequest, labels.parameters],
    about: 'The code_verifier proves that the token request comes from whoever began the sign-in.',
    before: [
      `On the saved row choose ${labels.advancedOptions}, tab ${labels.tokenRequest}. Under ${labels.parameters} create:`,
    ],
    after: [],
  },
  connection: {
    audience: 'jitterbit',
    title: 'The {connector} connection',
    path: [labels.studio, '{connector} connection'],
    about: 'The app registration is a private application now, and the connection can use it.',
    before: [
      `In the {connector} connection choose ${labels.authorizationCodeFlow}.`,
      `In the ${labels.oauthApplication} menu choose {name}: it stands under ${labels.privateApplications}.`,
    ],
    after: [],
  },
} as const satisfies Record<string, ConsolePlace>;

export type PlaceId = keyof typeof consolePlaces;

/** The steps around the two cells that hold the pair: all that has to be entered anew after a rotation. */
export const rotationSteps = {
  'authentication-request': {
    before: [
      `In the Harmony portal menu choose ${appRegistrations}.`,
      `On the row {name} choose ${labels.advancedOptions}, tab ${labels.authenticationRequest}. Under ${labels.parameters} replace the value of:`,
    ],
    after: [],
  },
  'token-request': {
    before: [`Choose the tab ${labels.tokenRequest}. Under ${labels.parameters} replace the value of:`],
    after: [
      'Save. The two values belong together: with only one of them replaced no sign-in succeeds.',
      'Users of the {connector} connection sign in again.',
    ],
  },
} as const satisfies Partial<Record<PlaceId, Pick<ConsolePlace, 'before' | 'after'>>>;

/** Why each answer is asked for, in the words of the two consoles. */
export const reasons = {
  region: `The region of your Jitterbit organization decides the ${labels.redirectUri} that ZoomInfo must know.`,
  scopes:
    'Scopes say what the connector may read. The ZoomInfo application and the app registration need the same ones.',
  name: `${labels.name} is how the ${labels.oauthApplication} menu of the connection will show the app registration; it is unique for the connector.`,
  description: `${labels.description} is a note for the people who see the app registration.`,
  clientId: `The ${labels.clientId} names your ZoomInfo application to the authorization server.`,
  clientSecret: `The ${labels.clientSecret} proves to ZoomInfo that a token request comes from your application.`,
  authenticationUrl: `The ${labels.authenticationUrl} is where users of the connection sign in.`,
  accessTokenUrl: `The ${labels.accessTokenUrl} is where Jitterbit exchanges a sign-in for tokens; the ${labels.refreshTokenUrl} is the same.`,
} as const;
