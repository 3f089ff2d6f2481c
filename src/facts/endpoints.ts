/** The host of ZoomInfo's endpoints. */
export const documentedHost = 'api.zoominfo.com';

/** ZoomInfo's endpoints from Jitterbit's prerequisites page. The Access token URL is also the Refresh token URL. */
export const documentedEndpoints = {
  authenticationUrl: `https://${documentedHost}/gtm/oauth/v1/authorize`,
  accessTokenUrl: `https://${documentedHost}/gtm/oauth/v1/token`,
} as const;
