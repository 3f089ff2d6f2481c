import { anotherNetwork, jitterbitNotReached, type KnownError, noneAtFault } from './error-meaning.ts';
import { anyOf } from './error-words.ts';
import { programErrors } from './errors-of-programs.ts';
import { tlsErrors } from './errors-of-tls.ts';

/** What browsers, programs, and firewalls say if they don't reach a server at all. The first match counts. */
export const networkErrors: readonly KnownError[] = [
  {
    words: anyOf(
      /you have been blocked/,
      /blocked by (?:policy|your organization)/,
      /policy has denied access/,
      /attention required! \| cloudflare/,
      /incapsula incident/,
      /not allowed to visit this website/,
      /requested url was rejected/,
      /cache access denied/,
      /access control configuration prevents/,
      /have permission to access ["']?(?:https?:)?\//,
      /doesn't allow you to view this site/,
      /blocked_by_administrator/,
      /rbac: access denied/,
      /error(?: code:)? 1020\b/,
    ),
    everyday: anyOf(
      /(?:(?:web)?site|page|url|request|access|content)(?: you requested| you were trying to visit)? (?:(?:is|was|has been) )?blocked\b(?: by)?/,
      /internet usage policy/,
    ),
    means: `A firewall or proxy blocked the request. ${noneAtFault}`,
    causes: [],
    advice: anotherNetwork,
  },
  {
    words: anyOf(
      /\bERR_(?:PROXY|TUNNEL)_[A-Z_]{1,40}\b/,
      /proxy server is refusing connections/,
      /proxy authentication required/,
      /\bHTTP(?: code| error)? 407\b/,
      /code 407 from proxy/,
    ),
    means: `Your network's proxy server didn't forward the request. ${noneAtFault}`,
    causes: [],
    advice: "Check this computer's proxy settings, or ask your network admin.",
  },
  ...tlsErrors,
  {
    words: anyOf(
      /\bDNS_PROBE_[A-Z_]{1,40}/,
      /\bERR_(?:NAME_NOT_RESOLVED|CERT_COMMON_NAME_INVALID|CONNECTION_[A-Z_]{1,40}|ADDRESS_[A-Z_]{1,40}|NETWORK_[A-Z_]{1,40}|INTERNET_DISCONNECTED|EMPTY_RESPONSE|INVALID_RESPONSE|TIMED_OUT|HTTP2(?=_)|QUIC_[A-Z_]{1,40}|FAILED)/,
      /SSL_ERROR_BAD_CERT_DOMAIN/,
      /trouble finding that site/,
      /can't find the server/,
      /server (?:IP|DNS) address could(?:n't| not) be found/,
      /can't connect to the server at/,
      /can't reach this page/,
      /too long to respond/,
      /establish a connection to the server/,
      /dropped the connection/,
      /not connected to the internet/,
      /address wasn't understood/,
      /ERR_UNKNOWN_URL_SCHEME/,
      /site can't be reached/,
      /page cannot be displayed/,
    ),
    everyday: anyOf(
      /refused to connect/,
      /server not found/,
      /connection has timed out/,
      /connection (?:to the server )?was reset/,
    ),
    means: "The browser couldn't reach the server.",
    causes: ['authenticationUrl'],
    atJitterbit: jitterbitNotReached,
    otherwise: 'If the URL is correct, the cause is your network.',
    advice: `Make sure that this computer is online. ${anotherNetwork}`,
  },
  ...programErrors,
];
