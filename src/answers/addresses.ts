/** Recognizes addresses, which Client IDs aren't, whatever their format is. */

const labels = String.raw`(?:[a-z\d-]{1,63}\.)+`;

/** An address with the punctuation that was copied with it, or with the subject of a link. */
const mail = new RegExp(
  String.raw`^(?:mailto:)?[^\s@]{1,200}@(?:localhost|${labels}[a-z]{2,63})(?:[?].*|[.,;:>]?)$`,
  'is',
);

const ipv4 = String.raw`\d{1,3}(?:\.\d{1,3}){3}`;
const host = `(?:localhost|${ipv4}|${labels}[a-z]{2,63})`;

/** Last labels that mean a host. Others may also end a name, as in `node.js/9f3`. */
const domains = String.raw`com?(?:\.[a-z]{2})?|ai|au|biz|ca|cloud|de|edu|eu|fr|gov|info|internal|io|local|net|nl|org|uk|us`;
const certainHost = `(?:localhost|${ipv4}|${labels}(?:${domains}))`;

const certainMail = new RegExp(String.raw`^(?:mailto:)?[^\s@]{1,200}@${certainHost}[.,;:>]?$`, 'i');

/** Without a scheme, slashes before the host, its port, or the path after it show that it is a URL. */
const url = new RegExp(
  String.raw`^(?://${host}\.?(?:[:/?#]|$)|${host}:\d{2,5}(?:[/?#]|$)|${certainHost}\.?/)`,
  'i',
);

/** What kind of address a text is, to complete the sentence "Client ID …". */
export type AddressProblem = 'is an email address' | 'is a URL';

/** Why a text is an address and not a Client ID; undefined if it isn't one. */
export function addressProblem(text: string): AddressProblem | undefined {
  const trimmed = text.trim();
  if (mail.test(trimmed)) return 'is an email address';
  return url.test(trimmed) ? 'is a URL' : undefined;
}

/** The same for a Client Secret, in which an @ and a dot may be random. */
export const secretAddressProblem = (text: string): AddressProblem | undefined =>
  certainMail.test(text.trim()) ? 'is an email address' : undefined;
