import { lookup } from '../text/lookup.ts';
import { documentedEndpoints } from './endpoints.ts';

/** What to say about a URL that is known to be wrong. */
export interface WrongEndpoint {
  /** Completes the sentence "Authentication URL …". */
  readonly problem: string;
  readonly right: string;
  /** It can't be right: the host is that of the documented endpoints. */
  readonly isCertain: boolean;
}

/** ZoomInfo hosts that are mistaken for its authorization server. */
const wrongHosts: Readonly<Record<string, string>> = {
  'login.zoominfo.com': "is ZoomInfo's sign-in page",
  'okta-login.zoominfo.com': "is ZoomInfo's identity provider",
  'auth.zoominfo.com': "isn't ZoomInfo's OAuth endpoint",
  'mcp.zoominfo.com': "is the endpoint of ZoomInfo's MCP server",
  'developer.zoominfo.com': 'is the developer portal',
};

const rightHost = new URL(documentedEndpoints.authenticationUrl).host;

/** Paths of other sign-in methods, from old code and documentation. */
const oldPaths = /^\/(?:authenticate|auth\/\w+|oauth\/\w+|oauth2\/.*)\/?$/i;

/**
 * Recognizes a URL that is often entered by mistake instead of ZoomInfo's (by its host, or on its host by the path).
 * Undefined for the documented one, and for any URL that may be right.
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
      ? 'is an endpoint of a different sign-in method'
      : "doesn't have the documented path";
    return { problem: `${what}.`, right, isCertain: true };
  }
  const known = lookup(wrongHosts, host);
  const isZoomInfos = host === 'zoominfo.com' || host.endsWith('.zoominfo.com');
  const problem = known ?? (isZoomInfos ? "isn't ZoomInfo's OAuth endpoint" : undefined);
  return problem === undefined ? undefined : { problem: `${problem}.`, right, isCertain: false };
}
