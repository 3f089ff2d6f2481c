/** ZoomInfo's endpoints from Jitterbit's prerequisites page. The Access token URL is also the Refresh token URL. */
export const documentedEndpoints = {
  authenticationUrl: 'https://api.zoominfo.com/gtm/oauth/v1/authorize',
  accessTokenUrl: 'https://api.zoominfo.com/gtm/oauth/v1/token',
} as const;
