import { wrongEndpointOf } from '../facts/wrong-endpoints.ts';
import { parseEndpoint } from '../oauth/endpoint.ts';
import { accepted, type Result, refused } from '../text/result.ts';

/**
 * Creates the parser of an endpoint URL. A URL known to be wrong is kept, with a warning that names the correct one, but
 * not if its host only looks like ZoomInfo's, since it gets the Client Secret.
 */
const readerOf =
  (key: Parameters<typeof wrongEndpointOf>[0]) =>
  (text: string): Result<string> => {
    const parsed = parseEndpoint(text);
    const wrong = parsed.ok ? wrongEndpointOf(key, text) : undefined;
    if (wrong === undefined) return parsed;
    return wrong.isLookalike
      ? refused(`${wrong.problem} Use ${wrong.right}`)
      : accepted(text, [`The URL ${wrong.problem} Use ${wrong.right}`]);
  };

export const parseAuthenticationUrl = readerOf('authenticationUrl');
export const parseAccessTokenUrl = readerOf('accessTokenUrl');
