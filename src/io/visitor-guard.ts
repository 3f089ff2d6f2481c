import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { RefusedVisitor } from '../context/page.ts';
import { userOfPeer } from './peer-user.ts';
import { isPrefetch } from './prefetch.ts';

/** What becomes of a visit: served, with these headers; or refused, and told or not. */
type Admission =
  | { readonly admitted: true; readonly headers: Readonly<Record<string, string>> }
  | { readonly admitted: false; readonly status: number; readonly visitor?: RefusedVisitor };

export type VisitorGuard = (request: IncomingMessage) => Admission;

/** Who is at the other end; undefined where that can't be known. */
export type PeerUser = (request: IncomingMessage) => number | 'closed' | undefined;

const peerUser: PeerUser = ({ socket }) => userOfPeer(socket);

const root = 0;

/**
 * Lets the user's own browser in alone: the URL is an argument of the browser, which every user of the machine can read.
 * Where the system says whose a connection is (Linux), only the same user and root are admitted. Elsewhere the first
 * visit gets a cookie, without which there is no second one.
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

/** Cookies know no ports, so that another server on this address might set one of a name that it can guess. */
function makeCookieGuard(path: string): VisitorGuard {
  const [name, value] = [`sheet-${randomBytes(9).toString('hex')}`, randomBytes(24).toString('base64url')];
  let isTaken = false;
  return (request) => {
    const cookies = (request.headers.cookie ?? '').split(/;\s*/);
    if (cookies.includes(`${name}=${value}`)) return { admitted: true, headers: {} };
    if (isTaken) return { admitted: false, status: 403, visitor: 'second-browser' };
    // Neither sees the page, so neither is the first visit.
    if (isPrefetch(request)) return { admitted: false, status: 503 };
    if (request.method !== 'GET') return { admitted: true, headers: {} };
    isTaken = true;
    const cookie = `${name}=${value}; HttpOnly; SameSite=Strict; Path=${path}`;
    return { admitted: true, headers: { 'Set-Cookie': cookie } };
  };
}
