import { questions } from '../answers/questions.ts';
import { agentVersions } from '../facts/agent.ts';
import type { Audience } from '../facts/audience.ts';
import { pairKeys } from '../oauth/pkce.ts';
import type { Parameter, Setup } from '../setup-file/schema.ts';

/** The portal where the application is registered. Printed everywhere, since opening a browser may fail. */
export const developerPortal = 'https://developer.zoominfo.com';

const registrationPath = ['Management Console', 'Customizations', 'App Registrations'];

/** The menus that lead to the app registrations. */
export const appRegistrations = registrationPath.join(' > ');

/** One value to type in. `null`: still to come. */
export interface Cell {
  readonly label: string;
  readonly value: string | null;
  readonly secret?: 'client-secret' | 'code-verifier';
  /** The choice of the console's Send in menu, for rows of a Parameters table. */
  readonly sendIn?: string;
}

/** One place of one console: how to get there, what to enter, what to do then. */
export interface Section {
  readonly id: 'application' | 'registration' | 'authentication-request' | 'token-request' | 'connection';
  readonly audience: Audience;
  readonly title: string;
  /** The consoles' own names of the menus, outermost first. */
  readonly path: readonly string[];
  /** Why its values are needed, in a sentence; empty where the reader knows. */
  readonly about: string;
  readonly before: readonly string[];
  readonly cells: readonly Cell[];
  readonly after: readonly string[];
}

/** What must be so before the work begins, from Jitterbit's prerequisites page. */
export const prerequisites: readonly string[] = [
  `Jitterbit: the Admin role in your organization, and agent version ${agentVersions} or later.`,
  'ZoomInfo: an Enterprise API or Copilot package, and a DevPortal subscription that a ZoomInfo admin assigned to you.',
  'An app name and a logo file, for the ZoomInfo Developer Portal.',
];

/** The labels of the form of App Registrations, in its order. */
export const registrationFields = {
  name: 'Name',
  description: 'Description',
  connector: 'Connector',
  clientId: 'Client ID',
  clientSecret: 'Client Secret',
  scopes: 'Scopes',
  authenticationUrl: 'Authentication URL',
  accessTokenUrl: 'Access token URL',
  refreshTokenUrl: 'Refresh token URL',
} as const satisfies Partial<Record<keyof Setup, string>>;

/** Every value of both consoles, in the order in which the forms ask for them. */
export function consoleSections(setup: Setup, audience?: Audience): Section[] {
  const { authenticationRequest, tokenRequest } = setup.advancedOptions;
  const sections: Section[] = [
    applicationSection(setup),
    registrationSection(setup),
    parametersSection('authentication-request', authenticationRequest.parameters),
    parametersSection('token-request', tokenRequest.parameters),
    connectionSection(setup),
  ];
  return audience === undefined ? sections : sections.filter((section) => section.audience === audience);
}

/** Registering the application needs two values only, so it can be shown before the rest is known. */
export function applicationSection(setup: Pick<Setup, 'redirectUri' | 'scopes'>): Section {
  return {
    id: 'application',
    audience: 'zoominfo',
    title: 'ZoomInfo Developer Portal',
    path: [developerPortal, 'Create App'],
    about:
      'ZoomInfo sends users back only to a Sign-in Redirect URI that the application lists; its scopes say what it may read.',
    before: [
      `Log in to the ZoomInfo Developer Portal, ${developerPortal}, and click Create App.`,
      'Enter an app name and upload a logo.',
      'Add this URL to the Sign-in Redirect URIs list, and select these OAuth 2.0 scopes:',
    ],
    cells: [
      { label: 'Sign-in Redirect URI', value: setup.redirectUri },
      ...setup.scopes.map((scope) => ({ label: 'OAuth 2.0 scope', value: scope })),
    ],
    after: [
      'Click Create to register the application.',
      'Click the application link: it shows the Client ID and Client Secret.',
    ],
  };
}

function registrationSection(setup: Setup): Section {
  const values: Record<keyof typeof registrationFields, string | null> = {
    ...setup,
    scopes: setup.scopes.join(' '),
  };
  const cells = (Object.keys(registrationFields) as (keyof typeof registrationFields)[]).map((key): Cell => {
    const cell = { label: registrationFields[key], value: values[key] };
    return key === 'clientSecret' ? { ...cell, secret: 'client-secret' } : cell;
  });
  return {
    id: 'registration',
    audience: 'jitterbit',
    title: 'Jitterbit Management Console',
    path: [...registrationPath, 'Create New'],
    about:
      'The app registration tells Jitterbit which application it is (Client ID, Client Secret), where users sign in (Authentication URL) and where tokens come from (Access token URL, Refresh token URL).',
    before: [`In the Harmony portal menu choose ${appRegistrations}, then Create New:`],
    cells,
    after: ['Save the app registration.'],
  };
}

/** The two tabs of Advanced options. */
const tabs = {
  'authentication-request': {
    tab: 'Authentication request',
    about:
      'What Jitterbit adds to the address where users sign in: it wants a code (response_type), and the token request must match this code_challenge.',
  },
  'token-request': {
    tab: 'Token request',
    about: 'The code_verifier proves that the token request comes from whoever began the sign-in.',
  },
} as const satisfies Partial<Record<Section['id'], { tab: string; about: string }>>;

function parametersSection(id: keyof typeof tabs, rows: readonly Parameter[]): Section {
  const { tab, about } = tabs[id];
  return {
    id,
    audience: 'jitterbit',
    title: `Advanced options, ${tab}`,
    path: ['Advanced options', tab, 'Parameters'],
    about,
    before: [`On the saved row choose Advanced options, tab ${tab}. Under Parameters create:`],
    cells: rows.map(cellOfRow),
    after: [],
  };
}

function cellOfRow(row: Parameter): Cell {
  const cell = { label: row.key, value: row.value, sendIn: row.sendIn };
  return row.key === 'code_verifier' ? { ...cell, secret: 'code-verifier' } : cell;
}

function connectionSection(setup: Setup): Section {
  return {
    id: 'connection',
    audience: 'jitterbit',
    title: `The ${setup.connector} connection`,
    path: ['Jitterbit Studio', `${setup.connector} connection`],
    about: 'The app registration is a private application now, and the connection can use it.',
    before: [
      `In the ${setup.connector} connection choose Authorization Code Flow.`,
      `In the OAuth application menu choose ${setup.name}: it stands under Private Applications.`,
    ],
    cells: [],
    after: [],
  };
}

/** The cells that hold the pair, one in each tab: all that has to be typed anew after a rotation. */
export function rotationSections(setup: Setup): Section[] {
  const { authenticationRequest, tokenRequest } = setup.advancedOptions;
  return [
    {
      ...parametersSection('authentication-request', authenticationRequest.parameters.filter(isOfPair)),
      about: '',
      before: [
        `In the Harmony portal menu choose ${appRegistrations}.`,
        `On the row ${setup.name} choose Advanced options, tab Authentication request. Under Parameters replace the value of:`,
      ],
    },
    {
      ...parametersSection('token-request', tokenRequest.parameters.filter(isOfPair)),
      about: '',
      before: ['Choose the tab Token request. Under Parameters replace the value of:'],
      after: [
        'Save. The two values belong together: with only one of them replaced no sign-in succeeds.',
        `Users of the ${setup.connector} connection sign in again.`,
      ],
    },
  ];
}

const isOfPair = ({ key }: Parameter): boolean => pairKeys.includes(key);

/** Why each answer is asked for, in the words of the two consoles. */
export const reasons = {
  region:
    'The region of your Jitterbit organization decides the Sign-in Redirect URI that ZoomInfo must know.',
  scopes:
    'Scopes say what the connector may read. The ZoomInfo application and the app registration need the same ones.',
  name: `${questions.name.label} is how the OAuth application menu of the connection will show the app registration; it is unique for the connector.`,
  description: `${questions.description.label} is a note for the people who see the app registration.`,
  clientId: 'The Client ID names your ZoomInfo application to the authorization server.',
  clientSecret: 'The Client Secret proves to ZoomInfo that a token request comes from your application.',
  authenticationUrl: 'The Authentication URL is where users of the connection sign in.',
  accessTokenUrl:
    'The Access token URL is where Jitterbit exchanges a sign-in for tokens; the Refresh token URL is the same.',
} as const;
