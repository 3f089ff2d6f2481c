import type { Cause } from './error-cause.ts';
import { labels } from './labels.ts';
import { copyCredential, formField, portalPart, redirectUriList } from './places.ts';

const clientId = {
  value: labels.clientId,
  says: `The ${labels.clientId} in the app registration doesn't belong to your ZoomInfo application.`,
  fix: copyCredential('clientId', 'again'),
  check: 'request.client-id',
  ruledOutByCode: `ZoomInfo issued a code, so it accepted the ${labels.clientId}.`,
  inFile: ['client.id'],
} as const;

const clientSecret = {
  value: labels.clientSecret,
  fix: copyCredential('clientSecret', 'again'),
  inFile: ['client.secret'],
} as const;

const acceptedScopes = 'ZoomInfo issued a code, so it accepted the scopes.';

/** Values that your ZoomInfo application and the app registration must have in common. */
export const applicationCauses = {
  redirectUris: {
    value: labels.redirectUris,
    says: "Your ZoomInfo application doesn't list the redirect URI that Jitterbit sends, or lists one for another region.",
    fix: `In ${redirectUriList}, add the exact URI for your organization's region:`,
    right: 'redirectUri',
    check: 'request.redirect-uri',
    formIsEnough: true,
    narrowed: ({ shownIn }) =>
      `The redirect URI in the ${shownIn} is Jitterbit's, so your ZoomInfo application doesn't list it, or lists it differently.`,
    ruledOutByCode: 'ZoomInfo issued a code, so it accepted the redirect URI.',
    inFile: ['region.redirect-uri'],
  },
  clientId: {
    ...clientId,
    narrowed: ({ shownIn, source }) =>
      `The ${labels.clientId} in the ${shownIn} matches ${source}, so your ZoomInfo application may have been deleted or replaced by a new one.`,
  },
  noClientId: {
    ...clientId,
    says: `The ${labels.clientId} field in the app registration is empty.`,
    ruledOut: () => `The request contains a ${labels.clientId}.`,
    formIsEnough: true,
  },
  clientIdOfToken: {
    ...clientId,
    ruledOut: ({ shownIn, source }) => `The ${labels.clientId} in the ${shownIn} matches ${source}.`,
    wrongInSetup: (source) => `The ${labels.clientId} in ${source} may be wrong, too.`,
  },
  clientSecret: {
    ...clientSecret,
    says: `The ${labels.clientSecret} in the app registration is wrong, for example outdated or incomplete.`,
  },
  noClientSecret: {
    ...clientSecret,
    says: `The ${labels.clientSecret} field in the app registration is empty.`,
  },
  scopes: {
    value: labels.scopes,
    says: "A scope in the app registration isn't selected in your ZoomInfo application.",
    fix: `Use the same scopes in ${portalPart(labels.oauthScopes)} and in ${formField('scopes')}.`,
    right: 'scopes',
    check: 'request.scopes',
    narrowed: ({ shownIn, source }) =>
      `The scopes in the ${shownIn} match ${source}, so at least one of them isn't selected in your ZoomInfo application.`,
    ruledOutByCode: acceptedScopes,
    inFile: ['scopes'],
  },
  neededScopes: {
    value: labels.scopes,
    says: 'The app registration, your ZoomInfo application, or both lack a scope that the connector uses.',
    fix: `Use the same scopes in ${portalPart(labels.oauthScopes)} and in ${formField('scopes')}.`,
    right: 'scopes',
    check: 'request.scopes',
    inFile: ['scopes'],
  },
  noScopes: {
    value: labels.scopes,
    says: `The ${labels.scopes} field in the app registration is empty.`,
    fix: `Enter the scopes in ${formField('scopes')}, separated by spaces.`,
    right: 'scopes',
    check: 'request.scopes',
    ruledOut: () => 'The request contains scopes.',
    ruledOutByCode: acceptedScopes,
    formIsEnough: true,
  },
  applicationKind: {
    value: 'authentication method',
    says: `Your ZoomInfo application doesn't allow the ${labels.authorizationCodeFlow}. It may have been created with Client Credentials.`,
    fix: `In ${portalPart('authentication method')}, choose ${labels.authorizationCode}. If you can't change it, create a new application and use its ${labels.clientId} and ${labels.clientSecret}.`,
  },
} as const satisfies Record<string, Cause>;
