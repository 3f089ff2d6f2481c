import { documentedEndpoints } from '../../facts/endpoints.ts';
import { parseUrl } from '../../text/parse-url.ts';
import { nearest } from '../../text/suggest.ts';
import type { FoundParameter } from '../evidence/evidence.ts';
import { shownHost } from '../request/jitterbit-request.ts';
import type { PasteFacts } from './paste-facts.ts';

/** Edits of a misspelling, beside two neighboring characters that are swapped. With more, it may be another company. */
const mostEdits = 1;

/** Says that an error quotes the host of the right URLs with a typing mistake; undefined if it doesn't. */
export function misspelledHost(
  quoted: readonly FoundParameter[],
  { registered, redactor }: Pick<PasteFacts, 'registered' | 'redactor'>,
): string | undefined {
  const { authenticationUrl, accessTokenUrl } = registered?.setup ?? documentedEndpoints;
  const rights = [authenticationUrl, accessTokenUrl].flatMap((url) => parseUrl(url)?.hostname ?? []);
  const hosts = quoted.filter(({ name }) => name === 'host').map(({ value }) => value.toLowerCase());
  if (hosts.some((host) => rights.includes(host))) return undefined;
  const found = hosts.find((host) => rights.some((right) => isMisspelling(host, right)));
  return found && `The host ${shownHost(found, redactor) ?? 'in it'} is misspelled: it must be ${rights[0]}.`;
}

/** Other hosts of the same domain exist, so they aren't misspellings. */
function isMisspelling(host: string, right: string): boolean {
  const [domain, rightDomain] = [domainOf(host), domainOf(right)];
  if (domain === rightDomain) return false;
  return (
    nearest(domain, [rightDomain], mostEdits) !== undefined || nearest(host, [right], mostEdits) !== undefined
  );
}

const domainOf = (host: string): string => host.split('.').slice(-2).join('.');
