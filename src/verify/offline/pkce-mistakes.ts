import { crypto } from '../../oauth/crypto.ts';

/** Mistakes in a code challenge after which no authorization server can match it with the verifier. */
export type ChallengeCode =
  | 'trailing-newline'
  | 'trailing-crlf'
  | 'utf16'
  | 'hex-digest'
  | 'hex-then-base64url'
  | 'padded'
  | 'standard-base64'
  | 'plain'
  | 'swapped'
  | 'other-verifier';

/** A variant of one step of the derivation. The correct one has no code. */
interface Variant {
  readonly code?: ChallengeCode;
  /** Completes "The code challenge …". */
  readonly says?: string;
}

interface InputVariant extends Variant {
  readonly bytes: (verifier: string) => readonly Buffer[];
}

interface OutputVariant extends Variant {
  readonly encode: (digest: Buffer) => readonly string[];
  /** Whether a text may be of this kind, derived from any verifier. */
  readonly isLike?: (text: string) => boolean;
}

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const base64url = (bytes: Buffer): string => bytes.toString('base64url');

/** What was hashed. */
const inputVariants: readonly InputVariant[] = [
  { bytes: (verifier) => [ascii(verifier)] },
  {
    code: 'trailing-newline',
    says: 'was derived from the verifier with a trailing line break (echo without -n)',
    bytes: (verifier) => [ascii(`${verifier}\n`)],
  },
  {
    code: 'trailing-crlf',
    says: 'was derived from the verifier with a trailing Windows line break (CR LF)',
    // cmd's echo also keeps the space before the pipe.
    bytes: (verifier) => [ascii(`${verifier}\r\n`), ascii(`${verifier} \r\n`)],
  },
  {
    code: 'utf16',
    says: 'was derived from the verifier in UTF-16, two bytes per character (PowerShell, [Text.Encoding]::Unicode), not in ASCII',
    bytes: (verifier) =>
      ['', '\n', '\r\n'].flatMap((end) =>
        ['', '\ufeff'].flatMap((mark) => [
          utf16(mark + verifier + end),
          utf16(mark + verifier + end).swap16(),
        ]),
      ),
  },
];

/** How the digest was encoded. */
const outputVariants: readonly OutputVariant[] = [
  { encode: (digest) => [base64url(digest)] },
  {
    code: 'hex-digest',
    says: 'is the digest in hexadecimal (64 characters), not in base64url',
    encode: (digest) => [digest.toString('hex'), digest.toString('hex').toUpperCase()],
    isLike: (text) => /^(?:[0-9a-f]{64}|[0-9A-F]{64})$/.test(text),
  },
  {
    code: 'hex-then-base64url',
    says: 'is base64 of the hexadecimal digest, not of its bytes (openssl dgst without -binary)',
    encode: (digest) =>
      ['', '\n'].flatMap((end) => {
        const text = digest.toString('hex') + end;
        return [
          ascii(text),
          ascii(text.toUpperCase()),
          ascii(`SHA2-256(stdin)= ${text}`),
          ascii(`(stdin)= ${text}`),
        ].flatMap((bytes) => [base64url(bytes), bytes.toString('base64')]);
      }),
    isLike: (text) => /(?:^|= )[\da-f]{64}\n?$/i.test(Buffer.from(text, 'base64url').toString('latin1')),
  },
  {
    code: 'padded',
    says: 'ends with "=". It must be base64url without padding',
    encode: (digest) => [`${base64url(digest)}=`],
    isLike: (text) => /^[A-Za-z0-9_-]{43}=$/.test(text),
  },
  {
    code: 'standard-base64',
    says: 'is standard base64 ("+", "/"), not base64url ("-", "_")',
    encode: (digest) => [digest.toString('base64'), digest.toString('base64').replace('=', '')],
    isLike: (text) => /^[A-Za-z0-9+/]{43}=?$/.test(text),
  },
];

const sha256 = (bytes: Buffer): Buffer => crypto().createHash('sha256').update(bytes).digest();

/** The variants of both steps that lead from the verifier to the challenge. */
export function derivationOf(
  verifier: string,
  challenge: string,
): { code: ChallengeCode; says: string } | undefined {
  for (const input of inputVariants) {
    const digests = input.bytes(verifier).map(sha256);
    const output = outputVariants.find(({ encode }) =>
      digests.some((digest) => encode(digest).includes(challenge)),
    );
    const wrong = [input, output].filter((variant) => variant?.code !== undefined);
    const code = wrong[0]?.code;
    if (output !== undefined && code !== undefined)
      return { code, says: wrong.map((each) => each?.says).join('; it ') };
  }
  return undefined;
}

/** The kind of a challenge by its format alone. */
export function formOf(challenge: string): OutputVariant | undefined {
  return outputVariants.find(({ isLike }) => isLike?.(challenge));
}
