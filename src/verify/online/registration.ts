import { documentedEndpoints } from '../../facts/endpoints.ts';
import { parseRegion, redirectUriOf } from '../../facts/regions.ts';
import { authenticationRequestRows, tokenRequestRows } from '../../setup-file/parameter-rows.ts';
import type { Parameter } from '../../setup-file/schema.ts';
import type { Subject } from '../subject.ts';

/** What requests are built from. Values without a default are absent where they were not given. */
export interface Registration {
  readonly redirectUri?: string | undefined;
  readonly scopes: readonly string[];
  readonly clientId?: string | undefined;
  readonly clientSecret?: string | undefined;
  readonly authenticationUrl: string;
  readonly accessTokenUrl: string;
  readonly refreshTokenUrl: string;
  readonly authenticationRequest: readonly Parameter[];
  readonly tokenRequest: readonly Parameter[];
}

/** The registration as the console would use it: with ZoomInfo's addresses, and the documented rows where no file has others. */
export function registrationOf(subject: Subject): Registration {
  const accessTokenUrl = subject.accessTokenUrl ?? documentedEndpoints.accessTokenUrl;
  return {
    redirectUri: subject.redirectUri ?? redirectUriOfRegion(subject.region),
    scopes: subject.scopes ?? [],
    clientId: subject.clientId || undefined,
    clientSecret: subject.clientSecret || undefined,
    authenticationUrl: subject.authenticationUrl ?? documentedEndpoints.authenticationUrl,
    accessTokenUrl,
    refreshTokenUrl: subject.refreshTokenUrl ?? accessTokenUrl,
    authenticationRequest: subject.authenticationRequest ?? documentedRows(subject),
    tokenRequest:
      subject.tokenRequest ??
      (subject.codeVerifier === undefined ? [] : tokenRequestRows(subject.codeVerifier)),
  };
}

function redirectUriOfRegion(region: string | undefined): string | undefined {
  const parsed = region === undefined ? undefined : parseRegion(region);
  return parsed?.ok ? redirectUriOf(parsed.value) : undefined;
}

function documentedRows({ codeChallenge, codeChallengeMethod }: Subject): Parameter[] {
  if (codeChallenge === undefined) return [];
  return authenticationRequestRows(codeChallenge, codeChallengeMethod !== undefined);
}
