import { documentedEndpoints, documentedHost } from '../../facts/endpoints.ts';
import { isLookalikeHost, isMisspelledHost } from '../../facts/lookalike-hosts.ts';
import type { Setup } from '../../setup-file/schema.ts';
import { parseUrl } from '../../text/parse-url.ts';
import type { FoundParameter } from '../evidence/evidence.ts';
import { shownHost } from '../request/jitterbit-request.ts';
import type { PasteFacts } from './paste-facts.ts';

type Endpoints = Pick<Setup, keyof typeof documentedEndpoints>;

/** Says that an error quotes the host of the right URLs with a typing mistake; undefined if it doesn't. */
export function misspelledHost(
  quoted: readonly FoundParameter[],
  { registered, redactor }: Pick<PasteFacts, 'registered' | 'redactor'>,
): string | undefined {
  const rights = rightHosts(registered?.setup);
  const hosts = quoted.filter(({ name }) => name === 'host').map(({ value }) => value.toLowerCase());
  if (hosts.some((host) => rights.includes(host))) return undefined;
  const found = hosts.find((host) => rights.some((right) => isMisspelledHost(host, right)));
  return found && `The host ${shownHost(found, redactor) ?? 'in it'} is misspelled: it must be ${rights[0]}.`;
}

/** The hosts of the URLs. A setup may have the mistake as well. */
function rightHosts({ authenticationUrl, accessTokenUrl }: Endpoints = documentedEndpoints): string[] {
  const hosts = [authenticationUrl, accessTokenUrl].flatMap((url) => parseUrl(url)?.hostname ?? []);
  return hosts.map((host) => (isLookalikeHost(host) ? documentedHost : host));
}
