import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { RefusedVisitor } from '../context/page.ts';
import { userOfPeer } from './peer-user.ts';
import { isPrefetch } from './prefetch.ts';

/** The decision about a visit: served with these headers, or denied, and possibly reported. */
type Admission =
  | { readonly admitted: true; readonly headers: Readonly<Record<string, string>> }
  | { readonly admitted: false; readonly status: number; readonly visitor?: RefusedVisitor };

export type VisitorGuard = (request: IncomingMessage) => Admission;

/** The user at the other end; undefined if unknown. */
export type PeerUser = (request: IncomingMessage) => number | 'closed' | undefined;

const peerUser: PeerUser = ({ socket }) => userOfPeer(socket);

const root = 0;

/**
 * Admits only the user's own browser, since every user of the machine can read the URL in the browser's command line.
 * If the system reports the user of a connection (Linux), only the same user and root are admitted. Otherwise, the first
 * visit gets a cookie, which all later visits require.
 */
export function makeVisitorGuard(
  path: string,
  userOf: PeerUser = peerUser,
  self: number | undefined = process.getuid?.(),
): VisitorGuard {
  const byCookie = makeCookieGuard(path);
  return (request) => {
    const user = self === undefined ? undefined : userOf(request);
    if (user === undefined) return byCookie(request);
    if (user === self || user === root) return { admitted: true, headers: {} };
    return { admitted: false, status: 403, visitor: user === 'closed' ? 'unknown' : 'other-user' };
  };
}

/** The cookie name is random, since cookies ignore ports and another server on this address could set a known one. */
function makeCookieGuard(path: string): VisitorGuard {
  const [name, value] = [`sheet-${randomBytes(9).toString('hex')}`, randomBytes(24).toString('base64url')];
  let isTaken = false;
  return (request) => {
    const cookies = (request.headers.cookie ?? '').split(/;\s*/);
    if (cookies.includes(`${name}=${value}`)) return { admitted: true, headers: {} };
    if (isTaken) return { admitted: false, status: 403, visitor: 'second-browser' };
    // Prefetching and HEAD don't count as the first visit, since neither shows the page.
    if (isPrefetch(request)) return { admitted: false, status: 503 };
    if (request.method !== 'GET') return { admitted: true, headers: {} };
    isTaken = true;
    const cookie = `${name}=${value}; HttpOnly; SameSite=Strict; Path=${path}`;
    return { admitted: true, headers: { 'Set-Cookie': cookie } };
  };
}
