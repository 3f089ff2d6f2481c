import { developerPortalUrl, labels, type RegistrationField, registrationPath, type Tab } from './labels.ts';

/** Where a value is entered: a path of the consoles' own labels, outermost first, separated by ` > `. */

/** The list of app registrations in Jitterbit. */
export const appRegistrations = registrationPath.join(' > ');

/** The saved app registration in Jitterbit. */
export const yourRegistration = `${appRegistrations} > your registration`;

/** A field of the app registration. */
export const formField = (field: RegistrationField): string => `${yourRegistration} > ${labels[field]}`;

/** The Parameters of one tab of the saved row's Advanced options. */
export const parametersOf = (tab: Tab): string =>
  `${yourRegistration} > ${labels.advancedOptions} > ${labels[tab]} > ${labels.parameters}`;

const pairRow = (tab: Tab, key: string): string => `${labels[tab]} > ${labels.parameters} > row ${key}`;

/** The two rows of a PKCE pair, one in each tab. */
export const pairRows = `${yourRegistration} > ${labels.advancedOptions}: ${pairRow('authenticationRequest', 'code_challenge')}, and ${pairRow('tokenRequest', 'code_verifier')}`;

/** One row of a Parameters table, within the saved app registration. */
export const rowInTab = (tab: Tab, key: string): string => `${labels.advancedOptions} > ${pairRow(tab, key)}`;

/** One row of a Parameters table. */
export const parameterRow = (tab: Tab, key: string): string => `${yourRegistration} > ${rowInTab(tab, key)}`;

/** The rows of the two parts of a PKCE pair. */
export const challengeRow = parameterRow('authenticationRequest', 'code_challenge');
export const verifierRow = parameterRow('tokenRequest', 'code_verifier');

/** A part of the application's page in ZoomInfo. */
export const portalPart = (part: string): string =>
  `${labels.developerPortal} (${developerPortalUrl}) > your application > ${part}`;

/** Where ZoomInfo lists the redirect URIs that it accepts. */
export const redirectUriList = portalPart(labels.redirectUris);

/** Where the credentials of the application are, after "Copy …". */
export const fromApplication = `from your application in the ${labels.developerPortal} (${developerPortalUrl})`;

/** How to copy a credential from ZoomInfo to Jitterbit; `again` if the one there is wrong. */
export const copyCredential = (field: 'clientId' | 'clientSecret', again?: 'again'): string =>
  `Copy the ${labels[field]} ${again === undefined ? '' : `${again} `}${fromApplication}. Paste it into ${formField(field)}.`;
