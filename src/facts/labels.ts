/** The labels of both consoles, exactly as their users see them, and the only place that spells them out. */
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

  // The names of the pair on both vendors' pages.
  codeVerifier: 'PKCE Code Verifier',
  codeChallenge: 'PKCE Code Challenge',
} as const;

/** The connector that the app registration is for, exactly. */
export const connector = 'ZoomInfo (Beta)';

/** The portal where you register the application. Always printed, since opening a browser can fail. */
export const developerPortalUrl = 'https://developer.zoominfo.com';

/** The menu path to the app registrations. */
export const registrationPath = [labels.managementConsole, labels.customizations, labels.appRegistrations];

/** The fields of the App Registrations form, in form order, by the setup key with their value. */
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

/** The two tabs of Advanced options, by the request whose Parameters they contain. */
export type Tab = 'authenticationRequest' | 'tokenRequest';
