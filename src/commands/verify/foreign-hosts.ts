import { foreignSecretHosts } from '../../checks/secret-hosts.ts';
import type { Subject } from '../../checks/subject.ts';
import { Failure } from '../../errors.ts';
import { documentedHost } from '../../facts/endpoints.ts';
import { labels } from '../../facts/labels.ts';
import { isLookalikeHost } from '../../facts/lookalike-hosts.ts';
import { listItems } from '../../text/list-items.ts';
import { excerpt } from '../../text/sanitize.ts';
import { invalidValue } from '../../text/suggest.ts';

/** A host name or IP address with an optional port, not a URL. */
const hostForm = /^(?:\[[0-9a-f:.]+\]|[\w.-]+)(?::\d{1,5})?$/i;

/**
 * A file, possibly by another author, must not decide where the user's secret goes: the user must allow any host other
 * than the documented one. @throws Failure (usage), before anything is sent
 */
export function refuseForeignHosts(subject: Subject, allowHost: string | undefined): void {
  const allowed = listItems(allowHost ?? '');
  const malformed = allowed.find((host) => !hostForm.test(host));
  if (malformed !== undefined)
    throw new Failure(
      'usage',
      `--allow-host ${invalidValue(malformed)}. Use a host name such as login.example.com, without https://.`,
    );
  const { foreignSecret, clientSecret } = subject;
  if (foreignSecret === undefined || !clientSecret) return;
  const hosts = foreignSecretHosts(subject, allowed);
  if (hosts.length === 0) return;
  const { urlsFrom } = foreignSecret;
  const names = hosts.map((host) => excerpt(host, 200));
  throw new Failure(
    'usage',
    `The ${labels.clientSecret} doesn't come from ${excerpt(urlsFrom)}, whose token URLs would send it to ${names.join(' and ')}. Nothing was sent.`,
    [adviceOn(hosts, names)],
  );
}

/** A host that only looks like ZoomInfo's is never offered to be trusted. */
function adviceOn(hosts: readonly string[], names: readonly string[]): string {
  const lookalike = names[hosts.findIndex((host) => isLookalikeHost(withoutPort(host)))];
  if (lookalike !== undefined)
    return `${lookalike} only looks like ${documentedHost}. To see how to fix it, run verify without --online or --login.`;
  return `If you trust ${names.length === 1 ? 'this host' : 'these hosts'}, add ${names.map((host) => `--allow-host ${host}`).join(' ')}.`;
}

const withoutPort = (host: string): string => host.replace(/:\d+$/, '');
