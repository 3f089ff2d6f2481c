import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';

/** The tables of this machine's TCP sockets, IPv4 and IPv6; a socket of either kind can reach 127.0.0.1. */
const tables = ['/proc/net/tcp', '/proc/net/tcp6'] as const;

/** Reads one of the tables; empty if the system has none. */
export type ReadTable = (path: (typeof tables)[number]) => string;

const readProc: ReadTable = (path) => {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
};

/** The ends of a connection in the tables: the IP address in the machine's byte order, a colon, the port. */
interface Ends {
  readonly local: RegExp;
  readonly remote: RegExp;
}

const port = (value: number | undefined): string => (value ?? 0).toString(16).toUpperCase().padStart(4, '0');

/** What identifies a connection. */
type Connection = Pick<Socket, 'remotePort' | 'localPort' | 'remoteAddress'>;

/** An IPv4 address, possibly mapped into IPv6, in either byte order. */
function addressPattern(address: string): string {
  const bytes = address.replace(/^::ffff:/i, '').split('.');
  const hex = bytes.map((byte) => Number(byte).toString(16).toUpperCase().padStart(2, '0'));
  const orders = `(?:${hex.join('')}|${hex.toReversed().join('')})`;
  return `(?:${orders}|0{16}(?:FFFF0000|0000FFFF)${orders})`;
}

const served = '127.0.0.1';

function endsOf({ remotePort, localPort, remoteAddress = served }: Connection): Ends {
  return {
    local: new RegExp(`^${addressPattern(remoteAddress)}:${port(remotePort)}$`),
    remote: new RegExp(`^${addressPattern(served)}:${port(localPort)}$`),
  };
}

/**
 * The user at the other end of a connection to 127.0.0.1, from the Linux tables of sockets; undefined if they don't tell:
 * on another system, in a sandbox, or with a peer outside this machine's network (a browser on Windows, seen from WSL). A
 * socket that its process has closed (inode 0) has no user, although the tables say root.
 */
export function userOfPeer(socket: Connection, read: ReadTable = readProc): number | 'closed' | undefined {
  const { local, remote } = endsOf(socket);
  for (const table of tables) {
    for (const line of read(table).split('\n').slice(1)) {
      const [, from = '', to = '', , , , , uid = '', , inode] = line.trim().split(/\s+/);
      if (local.test(from) && remote.test(to)) return inode === '0' ? 'closed' : Number(uid);
    }
  }
  return undefined;
}
