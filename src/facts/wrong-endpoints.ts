import { lookup } from '../text/lookup.ts';
import { parseUrl } from '../text/parse-url.ts';
import { withoutTrailing } from '../text/trim-end.ts';
import { documentedEndpoints, documentedHost } from './endpoints.ts';
import { labels } from './labels.ts';
import { isLookalikeHost } from './lookalike-hosts.ts';

/** A URL that is known to be wrong. */
export interface WrongEndpoint {
  /** Completes the sentence "Authentication URL …". */
  readonly problem: string;
  readonly right: string;
  /** Whether it is certainly wrong, since its host is that of the documented endpoints, or only looks like it. */
  readonly isCertain: boolean;
  /** Whether its host may be a stranger's, so that it must not even be saved. */
  readonly isLookalike?: true;
}

/** ZoomInfo hosts that are mistaken for its authorization server. */
const wrongHosts: Readonly<Record<string, string>> = {
  'login.zoominfo.com': "is ZoomInfo's sign-in page",
  'okta-login.zoominfo.com': "is ZoomInfo's sign-in service",
  'auth.zoominfo.com': "isn't ZoomInfo's OAuth endpoint",
  'mcp.zoominfo.com': "is the endpoint of ZoomInfo's MCP server",
  'developer.zoominfo.com': `is the ${labels.developerPortal}`,
};

/** Paths of other sign-in methods, found in old code and documentation. */
const oldPaths = /^\/(?:authenticate|auth\/\w+|oauth\/\w+|oauth2\/.*)\/?$/i;

/**
 * Recognizes a URL that is entered by mistake instead of the documented one, by its host or, on the documented host, by
 * its path. Undefined for the documented URL, and for one that may be right.
 */
export function wrongEndpointOf(
  key: keyof typeof documentedEndpoints,
  url: string,
): WrongEndpoint | undefined {
  const right = documentedEndpoints[key];
  const parsed = parseUrl(url);
  if (parsed === undefined) return undefined;
  const { host, hostname } = parsed;
  if (isLookalikeHost(hostname))
    return {
      problem: `has a host that only looks like ${documentedHost}.`,
      right,
      isCertain: true,
      isLookalike: true,
    };
  if (withoutTrailing(hostname, '.') === documentedHost) {
    const problem = problemOnHost(parsed, new URL(right));
    return problem === undefined ? undefined : { problem: `${problem}.`, right, isCertain: true };
  }
  const known = lookup(wrongHosts, host);
  const isZoomInfos = host === 'zoominfo.com' || host.endsWith('.zoominfo.com');
  const problem = known ?? (isZoomInfos ? "isn't ZoomInfo's OAuth endpoint" : undefined);
  return problem === undefined ? undefined : { problem: `${problem}.`, right, isCertain: false };
}

/** How a URL on the documented host differs from the right one. Its scheme is judged like that of any other URL. */
function problemOnHost({ host, pathname, search, hash }: URL, right: URL): string | undefined {
  if (oldPaths.test(pathname)) return 'belongs to another sign-in method';
  if (pathname !== right.pathname) return `must have the path ${right.pathname}`;
  if (host !== right.host) return `must have the host ${right.host}, without a port or a final dot`;
  return search + hash === '' ? undefined : 'must have nothing after its path';
}
