import { documentedHost } from '../facts/endpoints.ts';
import { isLoopbackHost } from '../oauth/loopback-host.ts';
import { parseUrl } from '../text/parse-url.ts';

interface TokenUrls {
  readonly accessTokenUrl?: string | undefined;
  readonly refreshTokenUrl?: string | undefined;
}

/** The URLs that a Client Secret would be sent to, as far as they are valid. */
function hostsOf({ accessTokenUrl, refreshTokenUrl }: TokenUrls): URL[] {
  return [accessTokenUrl, refreshTokenUrl]
    .map((text) => parseUrl(text ?? ''))
    .filter((url) => url !== undefined);
}

/** How a user may write the host of a URL, which omits the default port of its scheme. */
function spellingsOf({ hostname, port, protocol }: URL): string[] {
  return [hostname, `${hostname}:${port || (protocol === 'http:' ? '80' : '443')}`];
}

/**
 * The hosts that would get the Client Secret and are neither documented nor on this machine nor allowed by the user, as
 * `host` (any port) or `host:port`.
 */
export function foreignSecretHosts(urls: TokenUrls, allowed: readonly string[] = []): string[] {
  const names = allowed.map((name) => name.toLowerCase());
  const foreign = hostsOf(urls)
    .filter(({ host, hostname }) => host !== documentedHost && !isLoopbackHost(hostname))
    .filter((url) => !spellingsOf(url).some((spelling) => names.includes(spelling)))
    .map(({ host }) => host);
  return [...new Set(foreign)];
}
