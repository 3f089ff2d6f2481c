import type { Cause } from './error-cause.ts';
import { labels } from './labels.ts';
import { formField } from './places.ts';

const rightUrl = `The error is about a POST request to the correct ${labels.accessTokenUrl}.`;

/** The URLs of the authorization server. */
export const endpointCauses = {
  authenticationUrl: {
    value: labels.authenticationUrl,
    says: `The ${labels.authenticationUrl} is wrong.`,
    fix: `Set ${formField('authenticationUrl')} to:`,
    right: 'authenticationUrl',
    check: 'request.endpoint',
    ruledOut: ({ source }) => `The ${labels.authenticationUrl} matches ${source}.`,
    ruledOutByUrl: rightUrl,
    ruledOutByCode: `ZoomInfo issued a code, so the ${labels.authenticationUrl} is correct.`,
    inFile: ['endpoints'],
  },
  accessTokenUrl: {
    value: labels.accessTokenUrl,
    says: `The ${labels.accessTokenUrl} is wrong.`,
    fix: `Set ${formField('accessTokenUrl')} and ${labels.refreshTokenUrl} to:`,
    right: 'accessTokenUrl',
    ruledOutByUrl: rightUrl,
    inFile: ['endpoints'],
  },
} as const satisfies Record<string, Cause>;
