/** ZoomInfo's endpoints as Jitterbit's prerequisites page gives them; the token URL is also the refresh token's. */
export const documentedEndpoints = {
  authenticationUrl: 'https://api.zoominfo.com/gtm/oauth/v1/authorize',
  accessTokenUrl: 'https://api.zoominfo.com/gtm/oauth/v1/token',
} as const;
