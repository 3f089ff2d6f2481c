import { lookup } from '../text/lookup.ts';

const defaultPorts: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

/** The port that a URL means, which it leaves out where it is the scheme's own; empty for other schemes. */
export function portOf({ protocol, port }: { readonly protocol: string; readonly port: string }): string {
  return port || (lookup(defaultPorts, protocol) ?? '');
}

/** A host as sockets take it: an IPv6 address has brackets in URLs only. */
export const withoutBrackets = (host: string): string => host.replace(/^\[(.*)\]$/, '$1');
