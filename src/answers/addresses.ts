/** Recognizes addresses, which Client IDs aren't, whatever their format is. */

const mail = /^(?:mailto:)?[^\s@]{1,200}@(?:[a-z\d-]{1,63}\.)+[a-z]{2,63}$/i;

/** Without a scheme, the path after the host shows that it is a URL. */
const url = /^(?:[a-z\d-]{1,63}\.)+[a-z]{2,63}(?::\d{1,5})?[/?#]/i;

/** What kind of address a text is, to complete the sentence "Client ID …". */
export type AddressProblem = 'is an email address' | 'is a URL';

/** Why a text is an address and not a Client ID; undefined if it isn't one. */
export function addressProblem(text: string): AddressProblem | undefined {
  const trimmed = text.trim();
  if (mail.test(trimmed)) return 'is an email address';
  return url.test(trimmed) ? 'is a URL' : undefined;
}
