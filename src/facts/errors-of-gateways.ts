import { type KnownError, meanings } from './error-meaning.ts';
import { anyOf } from './error-words.ts';

/** What gateways, load balancers and web servers say when they don't reach an OAuth server: no OAuth words at all. */
export const gatewayErrors: readonly KnownError[] = [
  {
    words: anyOf(
      /no route matched/,
      /missing authentication token/,
      /unable to identify proxy for host/,
      /cannot (?:get|post) \//,
      /default backend - 404/,
      /not found on this server/,
      /no webpage was found/,
      /FileNotFoundException: https?:/,
      /could not find resource for/,
      /no resource method found/,
      /page you requested has either moved/,
      /page which doesn't exist/,
    ),
    everyday: anyOf(/page not found/, /resource (?:was )?not found/),
    ...meanings.unknownUrl,
  },
  {
    words: /rate limit exceeded|spike arrest violation|quota violation|^limit exceeded$/i,
    ...meanings.tooManyRequests,
  },
  {
    words: anyOf(
      /\berror(?: code:)? 52\d\b/,
      /upstream (?:connect error|request timeout|server is timing out)/,
      /no healthy upstream/,
      /response was received from the upstream/,
      /response from an upstream/,
      /get a peer from the ring-balancer/,
      /^name resolution failed/,
      /endpoint request timed out/,
      /stream timeout/,
      /internal server error/,
      /error processing your request/,
      /an unexpected error occurred(?! on a)/,
      /temporarily unable to service/,
      /currently unable to handle/,
    ),
    everyday: anyOf(/internal error/, /temporary error/, /(?:currently|temporarily) unavailable/),
    ...meanings.internalProblem,
  },
  {
    words: /^invalid access token|security token included in the request is (?:invalid|expired)/i,
    ...meanings.invalidToken,
  },
];
