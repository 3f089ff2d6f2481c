import { isSecretParameter, secretsOf } from '../../checks/secrets-of.ts';
import type { Subject } from '../../checks/subject.ts';
import { labels, type Tab } from '../../facts/labels.ts';
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
    .map((row) => {
      const { key } = row;
      const name = isSecretName(key) || !isSecretParameter(key, '', secrets) ? ` "${excerpt(key, 60)}"` : '';
      return `The row${name} contains ${secretIn(row, subject)}, which the URL would expose. Correct or remove it in the ${labels[tab]}, and replace the secret if it was ever used.`;
    });
}

/** What a row gives away, as far as that is known. */
function secretIn({ key, value }: Parameter, { codeVerifier, clientSecret }: Subject): string {
  const isIn = (secret: string | null | undefined): boolean =>
    Boolean(secret && `${key} ${value}`.includes(secret));
  if (isIn(codeVerifier)) return 'the code verifier';
  return isIn(clientSecret) || /client.?secret/i.test(key) ? `the ${labels.clientSecret}` : 'a secret';
}
