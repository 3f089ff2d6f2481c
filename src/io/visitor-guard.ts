import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { RefusedVisitor } from '../context/page.ts';
import { userOfPeer } from './peer-user.ts';
import { isPrefetch } from './prefetch.ts';

/** The decision on a visit: served with these headers, or refused and, where `visitor` is set, reported. */
type Admission =
  | { readonly admitted: true; readonly headers: Readonly<Record<string, string>> }
  | { readonly admitted: false; readonly status: number; readonly visitor?: RefusedVisitor };

export type VisitorGuard = (request: IncomingMessage) => Admission;

/** The user id at the other end of a connection; undefined where the system doesn't tell. */
export type PeerUser = (request: IncomingMessage) => number | 'closed' | undefined;

const peerUser: PeerUser = ({ socket }) => userOfPeer(socket);

const root = 0;

/**
 * Admits only the user's own browser, because every user on the machine can read the URL in the browser's arguments.
 * On Linux, which tells the user of a connection, only the same user and root are admitted. Elsewhere the first visit
 * gets a cookie, and later visits without it are refused.
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

/** Cookies aren't bound to a port, so the name is random: another server on this host can't guess and overwrite it. */
function makeCookieGuard(path: string): VisitorGuard {
  const [name, value] = [`sheet-${randomBytes(9).toString('hex')}`, randomBytes(24).toString('base64url')];
  let isTaken = false;
  return (request) => {
    const cookies = (request.headers.cookie ?? '').split(/;\s*/);
    if (cookies.includes(`${name}=${value}`)) return { admitted: true, headers: {} };
    if (isTaken) return { admitted: false, status: 403, visitor: 'second-browser' };
    // Neither a prefetch nor a HEAD request shows the page, so neither counts as the first visit.
    if (isPrefetch(request)) return { admitted: false, status: 503 };
    if (request.method !== 'GET') return { admitted: true, headers: {} };
    isTaken = true;
    const cookie = `${name}=${value}; HttpOnly; SameSite=Strict; Path=${path}`;
    return { admitted: true, headers: { 'Set-Cookie': cookie } };
  };
}
