import { isSecretParameter, secretsOf } from '../../checks/secrets-of.ts';
import type { Subject } from '../../checks/subject.ts';
import type { Tab } from '../../facts/labels.ts';
import { labels } from '../../facts/labels.ts';
import { isSecretName } from '../../oauth/protocol-words.ts';
import { isSameKey, sendIn } from '../../setup-file/parameter-rows.ts';
import type { Parameter } from '../../setup-file/schema.ts';
import { excerpt } from '../../text/sanitize.ts';

/**
 * The rows that would show a secret to whoever sees a URL, in a sentence each: any of the Authentication request, whose
 * parameters all end there, and those of the Token request that go into the URL. A key is named only where it is no
 * secret itself. A code_verifier row of the Authentication request is told of elsewhere.
 */
export function exposedRows(rows: readonly Parameter[], tab: Tab, subject: Subject): string[] {
  const secrets = secretsOf(subject);
  const isToldElsewhere = ({ key }: Parameter): boolean =>
    tab === 'authenticationRequest' && isSameKey(key, 'code_verifier');
  return rows
    .filter((row) => tab === 'authenticationRequest' || row.sendIn === sendIn.url)
    .filter((row) => !isToldElsewhere(row) && isSecretParameter(row.key, row.value, secrets))
    .map(({ key }) => {
      const name = isSecretName(key) || !isSecretParameter(key, '', secrets) ? ` "${excerpt(key, 60)}"` : '';
      return `The row${name} would expose a secret in a URL. Remove it from the ${labels[tab]}, and renew the secret if it was ever used.`;
    });
}
