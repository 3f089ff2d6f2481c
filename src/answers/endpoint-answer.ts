import { wrongEndpointOf } from '../facts/wrong-endpoints.ts';
import { parseEndpoint } from '../oauth/endpoint.ts';
import { accepted, type Result } from '../text/result.ts';

/** Creates the parser of an endpoint URL. A URL known to be wrong is kept, with a warning that names the correct one. */
const readerOf =
  (key: Parameters<typeof wrongEndpointOf>[0]) =>
  (text: string): Result<string> => {
    const parsed = parseEndpoint(text);
    const wrong = parsed.ok ? wrongEndpointOf(key, text) : undefined;
    return wrong === undefined ? parsed : accepted(text, [`The URL ${wrong.problem} Use ${wrong.right}`]);
  };

export const parseAuthenticationUrl = readerOf('authenticationUrl');
export const parseAccessTokenUrl = readerOf('accessTokenUrl');
