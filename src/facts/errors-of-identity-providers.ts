import { type KnownError, noneAtFault } from './error-meaning.ts';

/** The numbers by which the errors of identity providers are known. ZoomInfo's sign-in page redirects to a company's own. */
const providers = [
  [
    'Microsoft Entra ID',
    /\b(?:AADSTS|AADB2C)\d{1,7}\b|need admin approval|sign-in was successful but does not meet the criteria/i,
  ],
  ['Microsoft AD FS', /\bMSIS\d{4,5}\b/],
  [
    'Google',
    /\bgoogle's (?:oauth|secure|policies)|\b(?:org_internal|admin_policy_enforced|disallowed_useragent)\b|access blocked: (?:authorization error|this app)|this browser or app may not be secure|the oauth client was not found|some requested scopes were invalid|developer hasn't given you access/i,
  ],
] as const;

/** What an error of a company's single sign-on means, whatever its words. */
export const ofProvider = (provider: string): KnownError => ({
  means: `The error is from ${provider}, which your company uses for single sign-on, not from ZoomInfo. ${noneAtFault}`,
  causes: [],
  advice: `Ask the ${provider} admin of your company to check its sign-in to ZoomInfo.`,
});

/** Errors of a company's single sign-on, by their own numbers and words. */
export const identityProviderErrors: readonly KnownError[] = providers.map(([provider, words]) => ({
  ...ofProvider(provider),
  words,
}));
