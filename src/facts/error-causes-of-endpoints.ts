import type { Cause } from './error-cause.ts';
import { labels } from './labels.ts';
import { formField } from './places.ts';

/** The URLs of the authorization server. */
export const endpointCauses = {
  authenticationUrl: {
    value: labels.authenticationUrl,
    says: `The ${labels.authenticationUrl} is wrong.`,
    fix: `Set ${formField('authenticationUrl')} to:`,
    right: 'authenticationUrl',
    check: 'request.endpoint',
    ruledOut: ({ source }) => `The ${labels.authenticationUrl} matches ${source}.`,
    ruledOutByCode: `ZoomInfo issued a code, so the ${labels.authenticationUrl} is correct.`,
    inFile: ['endpoints'],
  },
  accessTokenUrl: {
    value: labels.accessTokenUrl,
    says: `The ${labels.accessTokenUrl} is wrong.`,
    fix: `Set ${formField('accessTokenUrl')} and ${labels.refreshTokenUrl} to:`,
    right: 'accessTokenUrl',
    inFile: ['endpoints'],
  },
} as const satisfies Record<string, Cause>;
