/** The labels of both consoles, exactly as users see them. Each is written here and nowhere else. */
export const labels = {
  // ZoomInfo
  developerPortal: 'ZoomInfo Developer Portal',
  gtmStudio: 'GTM Studio',
  createApp: 'Create App',
  standard: 'Standard',
  authorizationCode: 'Authorization Code',
  redirectUri: 'Sign-in Redirect URI',
  redirectUris: 'Sign-in Redirect URIs',
  oauthScope: 'OAuth 2.0 scope',
  oauthScopes: 'OAuth 2.0 scopes',
  create: 'Create',
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

  // The prerequisites page's names for the pair.
  codeVerifier: 'PKCE Code Verifier',
  codeChallenge: 'PKCE Code Challenge',
} as const;

/** The name of the connector that the app registration is for. */
export const connector = 'ZoomInfo (Beta)';

/** The portal where the application is registered. Always printed, because a browser may fail to open. */
export const developerPortalUrl = 'https://developer.zoominfo.com';

/** Where self-serve accounts register an application instead. */
export const gtmStudioUrl = 'https://gtm-studio.zoominfo.com';

/** The menus that lead to the app registrations, outermost first. */
export const registrationPath = [labels.managementConsole, labels.customizations, labels.appRegistrations];

/** The fields of an app registration, in form order, each named by the setup key that fills it. */
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

/** The two tabs of Advanced options, each named for the request that its Parameters go into. */
export type Tab = 'authenticationRequest' | 'tokenRequest';
