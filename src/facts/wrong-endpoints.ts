import { lookup } from '../text/lookup.ts';
import { documentedEndpoints } from './endpoints.ts';

/** What is to be said of a URL that is known to be wrong. */
export interface WrongEndpoint {
  /** Completes the sentence "Authentication URL …". */
  readonly problem: string;
  readonly right: string;
  /** It cannot be right: the host is that of the documented endpoints. */
  readonly isCertain: boolean;
}

/** Hosts of ZoomInfo that are taken for its authorization server. */
const wrongHosts: Readonly<Record<string, string>> = {
  'login.zoominfo.com': 'is the page where people sign in to ZoomInfo',
  'okta-login.zoominfo.com': 'is the sign-in service behind ZoomInfo',
  'auth.zoominfo.com': "isn't ZoomInfo's OAuth endpoint",
  'mcp.zoominfo.com': "is the endpoint of ZoomInfo's MCP server",
  'developer.zoominfo.com': 'is the portal for developers',
};

const rightHost = new URL(documentedEndpoints.authenticationUrl).host;

/** Paths of other ways to sign in, as old code and documentation have them. */
const oldPaths = /^\/(?:authenticate|auth\/\w+|oauth\/\w+|oauth2\/.*)\/?$/i;

/**
 * Recognises a URL that people enter by mistake instead of ZoomInfo's own (by its host, or on its host by the path).
 * Undefined for the documented one, and for what may be right.
 */
export function wrongEndpointOf(
  key: keyof typeof documentedEndpoints,
  url: string,
): WrongEndpoint | undefined {
  const right = documentedEndpoints[key];
  if (!URL.canParse(url)) return undefined;
  const { host, pathname } = new URL(url);
  if (host === rightHost) {
    if (pathname === new URL(right).pathname) return undefined;
    const what = oldPaths.test(pathname)
      ? 'is an endpoint of another sign-in'
      : 'has another path than the documented one';
    return { problem: `${what}.`, right, isCertain: true };
  }
  const known = lookup(wrongHosts, host);
  const isZoomInfos = host === 'zoominfo.com' || host.endsWith('.zoominfo.com');
  const problem = known ?? (isZoomInfos ? "isn't ZoomInfo's OAuth endpoint" : undefined);
  return problem === undefined ? undefined : { problem: `${problem}.`, right, isCertain: false };
}
