import { developerPortalUrl, labels, type RegistrationField, registrationPath, type Tab } from './labels.ts';

/** Where a value belongs, in the consoles' own labels: what every fix ends with. */

export const appRegistrations = registrationPath.join(' > ');

/** A field of the form of the app registration. */
export const formField = (field: RegistrationField): string =>
  `${appRegistrations}, your registration, field ${labels[field]}`;

/** The Parameters of one tab of the saved row's Advanced options. */
export const parametersOf = (tab: Tab): string =>
  `${appRegistrations}, your registration, ${labels.advancedOptions}, tab ${labels[tab]}, ${labels.parameters}`;

/** One row of a Parameters table. */
export const parameterRow = (tab: Tab, key: string): string => `${parametersOf(tab)}, row ${key}`;

/** A part of the application page at ZoomInfo. */
export const portalPart = (part: string): string =>
  `${labels.developerPortal} (${developerPortalUrl}), your application, ${part}`;

export const redirectUriList = portalPart(labels.redirectUris);
