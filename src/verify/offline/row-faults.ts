import { pairsIn } from '../../checks/code-pairs.ts';
import { isSecretParameter, secretsOf } from '../../checks/secrets-of.ts';
import type { Subject } from '../../checks/subject.ts';
import { labels, type Tab } from '../../facts/labels.ts';
import {
  authenticationRequestRows,
  isSameKey,
  isSilentPrompt,
  sendIn,
  tokenRequestRows,
} from '../../setup-file/parameter-rows.ts';
import type { Parameter } from '../../setup-file/schema.ts';
import { excerpt } from '../../text/sanitize.ts';
import { shownValue } from '../../text/suggest.ts';

/** The keys of the rows that this program writes. */
export const ownKeys: Record<Tab, readonly string[]> = {
  authenticationRequest: authenticationRequestRows('', true).map(({ key }) => key),
  tokenRequest: tokenRequestRows('').map(({ key }) => key),
};

const documentedKeys = Object.values(ownKeys).flat();

/** A row that must be removed or corrected, and why, in a sentence without any secret. */
export interface RowFault {
  readonly row: Parameter;
  readonly says: string;
}

/**
 * The rows of a table that must be removed or corrected, regardless of the others. Another rule checks whether the
 * documented rows are complete.
 */
export function rowFaults(rows: readonly Parameter[], tab: Tab, subject: Subject): RowFault[] {
  return [...duplicates(rows, tab), ...forbiddenRows(rows, tab), ...exposedRows(rows, tab, subject)];
}

/** Keys that must not be in a tab, or not with such a value. */
const forbidden: readonly { key: string; tab?: Tab; isWrong?: (value: string) => boolean; why: string }[] = [
  {
    key: 'state',
    why: 'sets a value that must be different for each sign-in. Jitterbit generates it. Remove the row.',
  },
  {
    key: 'prompt',
    tab: 'authenticationRequest',
    isWrong: isSilentPrompt,
    why: 'is set to "none", so no one can sign in. Remove the row.',
  },
  {
    key: 'code_verifier',
    tab: 'authenticationRequest',
    why: `would expose the code verifier in the sign-in URL. Move it to the ${labels.tokenRequest} tab.`,
  },
];

function forbiddenRows(rows: readonly Parameter[], tab: Tab): RowFault[] {
  return forbidden
    .filter((each) => (each.tab ?? tab) === tab)
    .flatMap(({ key, isWrong = () => true, why }) =>
      rows
        .filter((row) => isSameKey(row.key, key) && isWrong(row.value))
        .map((row) => ({ row, says: `The ${key} row ${why}` })),
    );
}

/** A key may be any pasted text. */
export const keyText = ({ key }: Parameter): string =>
  shownValue(key, documentedKeys) === undefined ? 'with a long key' : `"${excerpt(key, 60)}"`;

/** Rows with the key of an earlier one; the documented rows are judged one by one. */
function duplicates(rows: readonly Parameter[], tab: Tab): RowFault[] {
  const keys = rows.map(({ key }) => key.trim());
  return rows
    .filter(({ key }, index) => keys.indexOf(key.trim()) < index && !ownKeys[tab].includes(key))
    .map((row) => ({ row, says: `The row ${keyText(row)} is a duplicate.` }));
}

/**
 * The rows that would put a secret into a URL: any of the Authentication request, whose parameters all end up there, and
 * those of the Token request that are sent in the URL. A key is named only where it isn't a secret itself.
 */
function exposedRows(rows: readonly Parameter[], tab: Tab, subject: Subject): RowFault[] {
  const secrets = secretsOf(subject);
  const isForbidden = ({ key }: Parameter): boolean =>
    tab === 'authenticationRequest' && isSameKey(key, 'code_verifier');
  return rows
    .filter((row) => tab === 'authenticationRequest' || row.sendIn === sendIn.url)
    .filter((row) => !isForbidden(row) && isSecretParameter(row.key, row.value, secrets))
    .map((row) => {
      const says = `The row${shownKey(row, secrets)} contains ${secretIn(row, subject)}, which the URL would expose. Correct or remove the row, and replace the secret if the row was ever used.`;
      return { row, says };
    });
}

/** The key after a space, or nothing if it contains a secret itself. */
const shownKey = ({ key }: Parameter, secrets: readonly string[]): string =>
  isSecretParameter(key, '', secrets) ? '' : ` "${excerpt(key, 60)}"`;

/** The secret that a row contains, as far as it is known. */
function secretIn({ key, value }: Parameter, subject: Subject): string {
  const { clientSecret } = subject;
  const verifiers = [...pairsIn(subject).map(({ codeVerifier }) => codeVerifier), subject.codeVerifier];
  const isIn = (secret: string | null | undefined): boolean =>
    Boolean(secret && `${key} ${value}`.includes(secret));
  if (verifiers.some(isIn)) return 'the code verifier';
  return isIn(clientSecret) || /client.?secret/i.test(key) ? `the ${labels.clientSecret}` : 'a secret';
}
