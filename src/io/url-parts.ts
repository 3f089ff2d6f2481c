import { isIPv6 } from 'node:net';
import { lookup } from '../text/lookup.ts';

const defaultPorts: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

/** The port of a URL, including the default port of http and https; empty for other schemes. */
export function portOf({ protocol, port }: { readonly protocol: string; readonly port: string }): string {
  return port || (lookup(defaultPorts, protocol) ?? '');
}

/** A host in the form for sockets. IPv6 addresses have brackets only in URLs. */
export const withoutBrackets = (host: string): string => host.replace(/^\[(.*)\]$/, '$1');

/** The opposite: a host in the form for a URL or an HTTP message. */
export const withBrackets = (host: string): string => (isIPv6(host) ? `[${host}]` : host);
