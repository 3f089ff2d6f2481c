import { documentedEndpoints } from '../facts/endpoints.ts';
import { isLoopbackHost } from '../oauth/loopback-host.ts';

interface TokenUrls {
  readonly accessTokenUrl?: string | undefined;
  readonly refreshTokenUrl?: string | undefined;
}

const documentedHost = new URL(documentedEndpoints.accessTokenUrl).host;

/** The hosts, each with a port that is not the scheme's own, that a Client Secret would be sent to; what is no URL has none. */
function hostsOf({ accessTokenUrl, refreshTokenUrl }: TokenUrls): URL[] {
  return [accessTokenUrl, refreshTokenUrl]
    .filter((text) => text !== undefined)
    .filter((text) => URL.canParse(text))
    .map((text) => new URL(text));
}

/** How a user may name the host of a URL, whose own port a URL leaves out. */
function spellingsOf({ hostname, port, protocol }: URL): string[] {
  return [hostname, `${hostname}:${port || (protocol === 'http:' ? '80' : '443')}`];
}

/**
 * The hosts that would get the Client Secret and are neither documented nor on this machine nor among those that the
 * user named, as `host` (any port) or `host:port`.
 */
export function foreignSecretHosts(urls: TokenUrls, allowed: readonly string[] = []): string[] {
  const names = allowed.map((name) => name.toLowerCase());
  const foreign = hostsOf(urls)
    .filter(({ host, hostname }) => host !== documentedHost && !isLoopbackHost(hostname))
    .filter((url) => !spellingsOf(url).some((spelling) => names.includes(spelling)))
    .map(({ host }) => host);
  return [...new Set(foreign)];
}
