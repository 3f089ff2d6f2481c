import { appRegistrations, developerPortal, registrationFields } from '../render/console-sections.ts';

/** Where a value stands, in the consoles' own labels: what every fix ends with. */

export type Tab = 'Authentication request' | 'Token request';

/** A field of the form of the app registration. */
export const formField = (field: keyof typeof registrationFields): string =>
  `${appRegistrations}, your registration, field ${registrationFields[field]}`;

/** The Parameters of one tab of the saved row's Advanced options. */
export const parametersOf = (tab: Tab): string =>
  `${appRegistrations}, your registration, Advanced options, tab ${tab}, Parameters`;

/** One row of a Parameters table. */
export const parameterRow = (tab: Tab, key: string): string => `${parametersOf(tab)}, row ${key}`;

/** A part of the application page at ZoomInfo. */
export const portalPart = (part: string): string =>
  `ZoomInfo Developer Portal (${developerPortal}), your application, ${part}`;

export const redirectUriList = portalPart('Sign-in Redirect URIs');
