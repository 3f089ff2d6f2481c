import { BlockList, isIP, isIPv6 } from 'node:net';
import { domainToASCII } from 'node:url';
import { portOf, withoutBrackets } from './url-parts.ts';

/** The target of a request: a host name without a trailing dot, or an IP address without brackets. */
interface Destination {
  readonly host: string;
  readonly port: string;
}

type Rule = (destination: Destination) => boolean;

/**
 * Parses NO_PROXY as curl and Go do: hosts with their subdomains, `.suffix`, `*.suffix`, IP addresses and CIDR blocks,
 * each with an optional port, or `*`; separated by commas or white space.
 */
export function readNoProxy(text: string): (url: URL) => boolean {
  const rules = text
    .replace(/["']/g, '')
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(ruleOf);
  return (url) => {
    const host = withoutBrackets(url.hostname.toLowerCase()).replace(/\.$/, '');
    const destination = { host, port: portOf(url) };
    return rules.some((rule) => rule(destination));
  };
}

function ruleOf(entry: string): Rule {
  const text = entry.replace(/^[a-z][a-z\d+.-]*:\/\//i, '');
  const [, network = '', prefix = ''] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? [];
  if (isBlock(withoutBrackets(network), Number(prefix)))
    return inBlock(withoutBrackets(network), Number(prefix));
  const [name, port] = splitPort(text.replace(/\/.*$/, ''));
  const isMeant = isIP(name) === 0 ? namedLike(name) : inBlock(name, isIPv6(name) ? 128 : 32);
  return (destination) => (port === undefined || port === destination.port) && isMeant(destination);
}

/** An IPv6 address contains colons itself, so it is in brackets if a port follows. */
function splitPort(text: string): [host: string, port: string | undefined] {
  if (isIPv6(text)) return [text, undefined];
  const [, host, port] = /^(.+):(\d+)$/.exec(text) ?? [];
  return [withoutBrackets(host ?? text), port];
}

function isBlock(network: string, prefix: number): boolean {
  const version = isIP(network);
  return version !== 0 && prefix <= (version === 6 ? 128 : 32);
}

const family = (address: string): 'ipv4' | 'ipv6' => (isIPv6(address) ? 'ipv6' : 'ipv4');

/** An IPv4 address mapped into IPv6 matches as well. */
function inBlock(network: string, prefix: number): Rule {
  const block = new BlockList();
  block.addSubnet(network, prefix, family(network));
  return ({ host }) => isIP(host) !== 0 && block.check(host, family(host));
}

/** A `*` anywhere but at the start matches any text, as in `192.168.*`. */
function namedLike(text: string): Rule {
  const name = text
    .replace(/^\*?\./, '')
    .replace(/\.$/, '')
    .toLowerCase();
  if (name.includes('*')) {
    const parts = name.split(/\*+/).map((part) => part.replace(/[^\w-]/g, '\\$&'));
    const pattern = new RegExp(`^${parts.join('.*')}$`);
    return ({ host }) => pattern.test(host);
  }
  const ascii = domainToASCII(name) || name;
  return ({ host }) => host === ascii || host.endsWith(`.${ascii}`);
}
