import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';
import { documentedScopes } from '../../src/facts/scopes.ts';
import type { Setup } from '../../src/setup-file/schema.ts';
import { credentials, sampleSetup } from './setup-fixture.ts';

const authorizePath = '/gtm/oauth/v1/authorize';
const tokenPath = '/gtm/oauth/v1/token';

/** This server decodes Basic as RFC 6749 requires. These characters are the same in every encoding. */
const serverSecret = 'pW9xZ3kQ7Lm2Rt8Vb5Nc1Yd4Hs6Jf0GeAuTi';

export interface OauthServer {
  readonly origin: string;
  /** A setup with the URLs of this server. */
  readonly setup: (methodRow?: boolean) => Setup;
  /** Every code and token that the server issued. */
  readonly secrets: string[];
  readonly close: () => Promise<void>;
}

export interface OauthServerOptions {
  readonly refreshTokens?: boolean;
  /** In addition to the one in the sample setup. */
  readonly redirectUris?: readonly string[];
  readonly lifetime?: number;
  /** Registered values of the application that differ from the setup. */
  readonly registered?: { readonly redirectUris: readonly string[]; readonly scopes: readonly string[] };
}

/** Starts oidc-provider, a certified server, with ZoomInfo's paths. */
export async function startOauthServer(options: OauthServerOptions = {}): Promise<OauthServer> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(origin, configuration(options));
  const secrets: string[] = [];
  const remember = (token: { jti?: string }) => {
    if (token.jti !== undefined) secrets.push(token.jti);
  };
  for (const event of ['access_token.saved', 'refresh_token.saved', 'authorization_code.saved'])
    (provider as unknown as { on: (name: string, listener: typeof remember) => void }).on(event, remember);
  server.on('request', provider.callback());
  const setup = (methodRow = false): Setup =>
    sampleSetup(
      {
        clientSecret: serverSecret,
        authenticationUrl: `${origin}${authorizePath}`,
        accessTokenUrl: `${origin}${tokenPath}`,
      },
      methodRow,
    );
  return { origin, setup, secrets, close: () => closeServer(server) };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function configuration({
  refreshTokens = true,
  redirectUris = [],
  lifetime = 3600,
  registered,
}: OauthServerOptions): Configuration {
  return {
    clients: [
      {
        client_id: credentials.clientId,
        client_secret: serverSecret,
        application_type: 'native',
        token_endpoint_auth_method: 'client_secret_basic',
        redirect_uris: [...(registered?.redirectUris ?? [sampleSetup().redirectUri, ...redirectUris])],
        ...(registered === undefined ? {} : { scope: registered.scopes.join(' ') }),
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
      },
    ],
    routes: { authorization: authorizePath, token: tokenPath },
    scopes: [...documentedScopes, 'openid', 'offline_access'],
    pkce: { required: () => true },
    issueRefreshToken: async () => refreshTokens,
    ttl: {
      AccessToken: lifetime,
      AuthorizationCode: 60,
      Grant: 600,
      Interaction: 600,
      Session: 600,
      RefreshToken: 600,
    },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    cookies: { keys: ['test'] },
  };
}

/**
 * Signs in and consents, or cancels on the consent page, following redirects and forms like a browser.
 * @returns the URL that redirects back to the redirect URI, which isn't requested
 */
export async function signIn(address: string, redirectUri: string, deny = false): Promise<string> {
  const cookies = new Map<string, string>();
  let next: { url: string; form?: string } = { url: address };
  for (let hop = 0; hop < 20; hop += 1) {
    if (next.url.startsWith(redirectUri)) return next.url;
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(next.url, {
      redirect: 'manual',
      headers: {
        cookie,
        ...(next.form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(next.form === undefined ? {} : { method: 'POST', body: next.form }),
    });
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      const at = pair.indexOf('=');
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const location = response.headers.get('location');
    next =
      location === null
        ? formOf(await response.text(), next.url, deny)
        : { url: new URL(location, next.url).href };
  }
  throw new Error('the sign-in never finished');
}

function formOf(html: string, url: string, deny: boolean): { url: string; form?: string } {
  const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1];
  if (prompt === undefined) throw new Error(`no form in ${html.slice(0, 500)}`);
  if (deny && prompt === 'consent') return { url: `${url}/abort` };
  return { url, form: new URLSearchParams({ prompt, login: 'user', password: 'any' }).toString() };
}
