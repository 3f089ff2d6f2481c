import { nearest } from '../text/suggest.ts';
import { withoutTrailing } from '../text/trim-end.ts';
import { documentedHost } from './endpoints.ts';

/** Edits of a misspelling, beside two neighboring characters that are swapped. With more, it may be another company. */
const mostEdits = 1;

const isNear = (text: string, right: string): boolean => nearest(text, [right], mostEdits) !== undefined;

/** Whether a host is the right one with a typing mistake. Other hosts of the same domain exist, so they aren't. */
export function isMisspelledHost(host: string, right: string): boolean {
  const [domain, rightDomain] = [domainOf(host), domainOf(right)];
  return domain !== rightDomain && (isNear(domain, rightDomain) || isNear(host, right));
}

const domainOf = (host: string): string => host.split('.').slice(-2).join('.');

/**
 * Whether a host, as `URL` writes it, only looks like ZoomInfo's: misspelled, in another top-level domain, or with
 * ZoomInfo's domain before its own. A Client Secret that is sent there may be lost to a stranger.
 */
export function isLookalikeHost(hostname: string): boolean {
  const found = withoutTrailing(hostname, '.');
  const domain = domainOf(documentedHost);
  if (found === domain || found.endsWith(`.${domain}`) || isPrivate(found)) return false;
  return [found, asRead(found)].some(
    (host) =>
      isMisspelledHost(host, documentedHost) || hasNameOf(host, domain) || includesDomain(host, domain),
  );
}

/** Names that nobody can register, as those of companies and test servers. */
const isPrivate = (host: string): boolean =>
  /(?:^[^.]*|\.(?:corp|home|home\.arpa|internal|intra|intranet|lan|local|localdomain|localhost|onprem|private|test))$/.test(
    host,
  );

/** What the characters of a host are taken for at a glance. */
const looks: readonly (readonly [string, string])[] = [
  ['rn', 'm'],
  ['vv', 'w'],
  ['0', 'o'],
  ['1', 'i'],
  ['l', 'i'],
];

const asRead = (host: string): string =>
  looks.reduce((text, [written, read]) => text.replaceAll(written, read), host);

/** What follows the name that an owner registers: one label, or two as in `co.uk`. */
const publicSuffix = /\.(?:(?:ac|co|com|gov|ne|net|or|org)\.[a-z]{2}|[^.]+)$/;

/** Whether the registered name of a host includes that of the domain: alone, misspelled, or with other words. */
function hasNameOf(host: string, domain: string): boolean {
  const [name = ''] = domain.split('.');
  const [registered = ''] = host.replace(publicSuffix, '').split('.').slice(-1);
  const words = [registered.replaceAll('-', ''), ...registered.split('-')];
  return (
    registered.includes(name) || words.some((word) => isNear(word, name)) || isHomograph(registered, name)
  );
}

/** The least letters that show which word was written in another alphabet. */
const fewestLetters = 4;

/** Whether letters of other alphabets replace some of the name's: Punycode begins with those that are ASCII. */
function isHomograph(label: string, name: string): boolean {
  const letters = /^xn--(.+)-/.exec(label)?.[1] ?? '';
  const rest = [...letters].reduce<string | undefined>((left, letter) => {
    const at = left?.indexOf(letter) ?? -1;
    return at < 0 ? undefined : left?.slice(at + 1);
  }, name);
  return letters.length >= fewestLetters && rest !== undefined;
}

/** Whether the labels of a domain are somewhere in a host, perhaps misspelled or joined by hyphens. */
function includesDomain(host: string, domain: string): boolean {
  const labels = host.split(/[.-]/);
  return labels.some((_, at) => isNear(labels.slice(at, at + 2).join('.'), domain));
}
