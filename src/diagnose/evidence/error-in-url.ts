import { errorInParameters, type ServerError } from '../../oauth/server-error.ts';
import type { FoundUrl } from './evidence.ts';

/** The error that a URL ended with, RFC 6749 section 4.1.2.1. */
export const errorInUrl = ({ parameters }: FoundUrl): ServerError | undefined =>
  errorInParameters(
    new URLSearchParams(parameters.map(({ name, value }): [string, string] => [name, value])),
  );
