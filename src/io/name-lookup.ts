import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isLocalName } from '../oauth/loopback-host.ts';
import { runNode } from './child-process.ts';

/** Looks up all addresses of a host until the signal aborts. Rejects with the error code of the system's look-up. */
export type NameLookup = (
  host: string,
  options: LookupOptions,
  signal: AbortSignal,
) => Promise<readonly LookupAddress[]>;

/** The look-up in the form that `connect` of net and tls takes. */
export function lookupFunction(lookUp: NameLookup, signal: AbortSignal): LookupFunction {
  return (host, options, callback) => {
    lookUp(host, options, signal).then(
      (addresses) => {
        if (options.all) return callback(null, [...addresses]);
        const { address = '', family = 0 } = addresses[0] ?? {};
        callback(null, address, family);
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    );
  };
}

const program = `
const { lookup } = require('node:dns');
const [host, options] = process.argv.slice(1);
lookup(host, JSON.parse(options), (error, addresses) =>
  process.stdout.write(JSON.stringify({ code: error?.code, addresses })));
`;

/** Variables that the system's look-up reads. The child process gets no others, since they may contain secrets. */
const passedOn = /^(?:PATH|SystemRoot|windir|RES_OPTIONS|LOCALDOMAIN|HOSTALIASES|(?:LD|DYLD|NSS|NIX)_\w+)$/i;

/**
 * Looks up in a child process, which can be killed. The system's look-up can't be cancelled, and a process can't exit
 * before it completes, not even with `process.exit`, since libuv waits for its threads.
 */
export const lookUpInChild: NameLookup = (host, { family = 0, hints = 0 }, signal) => {
  if (isLocalName(host)) return Promise.resolve(loopbackAddresses(family));
  const options = { all: true, family, hints } as const;
  return new Promise((resolve, reject) => {
    const settle = (error: NodeJS.ErrnoException | null, addresses: LookupAddress[] = []): void =>
      error === null ? resolve(addresses) : reject(error);
    const lookUpHere = (): void => lookup(host, options, settle);
    const names = Object.keys(process.env).filter((name) => passedOn.test(name));
    const env = Object.fromEntries(names.map((name) => [name, process.env[name]]));
    runNode(program, [host, JSON.stringify(options)], { env, signal }, (error, stdout) => {
      // Ctrl-C reaches the child as well; this process handles it separately.
      if (signal.aborted || error?.signal) return;
      if (error !== null) return lookUpHere();
      const { code, addresses } = JSON.parse(stdout);
      settle(code === undefined ? null : Object.assign(new Error('look-up failed'), { code }), addresses);
    });
  });
};

/** RFC 6761 section 6.3: `localhost` never goes to a name server. */
function loopbackAddresses(family: LookupOptions['family']): LookupAddress[] {
  const both = [
    { address: '127.0.0.1', family: 4 },
    { address: '::1', family: 6 },
  ];
  return both.filter((each) => family === 0 || String(family).endsWith(`${each.family}`));
}
