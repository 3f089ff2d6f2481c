/** The labels of both consoles, exactly as their users see them. Each is written here and nowhere else. */
export const labels = {
  // ZoomInfo
  developerPortal: 'ZoomInfo Developer Portal',
  createApp: 'Create App',
  redirectUri: 'Sign-in Redirect URI',
  redirectUris: 'Sign-in Redirect URIs',
  oauthScope: 'OAuth 2.0 scope',
  oauthScopes: 'OAuth 2.0 scopes',
  devPortal: 'DevPortal',

  // Jitterbit
  region: 'Region',
  managementConsole: 'Management Console',
  customizations: 'Customizations',
  appRegistrations: 'App Registrations',
  createNew: 'Create New',
  name: 'Name',
  description: 'Description',
  connector: 'Connector',
  clientId: 'Client ID',
  clientSecret: 'Client Secret',
  scopes: 'Scopes',
  authenticationUrl: 'Authentication URL',
  accessTokenUrl: 'Access token URL',
  refreshTokenUrl: 'Refresh token URL',
  advancedOptions: 'Advanced options',
  authenticationRequest: 'Authentication request',
  tokenRequest: 'Token request',
  parameters: 'Parameters',
  sendIn: 'Send in',
  requestUrl: 'Request URL',
  requestBody: 'Request Body',
  studio: 'Jitterbit Studio',
  authorizationCodeFlow: 'Authorization Code Flow',
  oauthApplication: 'OAuth application',
  privateApplications: 'Private Applications',

  // Both pages call the pair so.
  codeVerifier: 'PKCE Code Verifier',
  codeChallenge: 'PKCE Code Challenge',
} as const;

/** The connector that the app registration is for, exactly. */
export const connector = 'ZoomInfo (Beta)';

/** The portal where the application is registered. Printed everywhere, since opening a browser may fail. */
export const developerPortalUrl = 'https://developer.zoominfo.com';

/** The menus that lead to the app registrations, outermost first. */
export const registrationPath = [labels.managementConsole, labels.customizations, labels.appRegistrations];

/** The fields of the form of App Registrations, in its order, by the key of the setup that fills them. */
export const registrationFields = [
  'name',
  'description',
  'connector',
  'clientId',
  'clientSecret',
  'scopes',
  'authenticationUrl',
  'accessTokenUrl',
  'refreshTokenUrl',
] as const satisfies readonly (keyof typeof labels)[];

export type RegistrationField = (typeof registrationFields)[number];

/** The two tabs of Advanced options, by the request whose Parameters they hold. */
export type Tab = 'authenticationRequest' | 'tokenRequest';
