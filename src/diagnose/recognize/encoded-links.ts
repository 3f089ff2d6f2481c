import { percentDecoded } from '../../text/percent-encoding.ts';

/** What links of Proofpoint, version 2, and of Sophos begin with after their scheme. */
export const proofpointLink = 'urldefense\\.proofpoint\\.com/v2/url\\?u=';
export const sophosLink = '[\\w.-]{1,60}\\.protection\\.sophos\\.com/?\\?d=';

/** What a link up to the URL in it looks like, and how the URL is encoded. */
type EncodedLink = readonly [beginning: string, decode: (url: string) => string];

/** Link protection in an email that encodes the whole URL, so that nothing in it can be recognized. */
const encodedLinks: readonly EncodedLink[] = [
  [proofpointLink, (url) => percentDecoded(url.replaceAll('-', '%').replaceAll('_', '/'))],
  [`${sophosLink}[\\w.-]{1,253}&(?:amp;)?u=`, (url) => Buffer.from(percentDecoded(url), 'base64').toString()],
];

const links = encodedLinks.map(
  ([beginning, decode]) =>
    [new RegExp(`https?://${beginning}([\\w%.+/=-]+)(?:&[^\\s"'<>()[\\]|]*(\\n?))?`, 'gi'), decode] as const,
);

/**
 * A text in which the URLs that such links contain can be read. A link without its other parameters is cut. After them, a
 * mark shows that the next line, where they may go on, doesn't continue the URL.
 */
export const withReadableLinks = (text: string): string =>
  links.reduce(
    (readable, [link, decode]) =>
      readable.replace(link, (whole, encoded: string, lineBreak?: string) => {
        const url = decode(encoded);
        return /^https?:\/\//i.test(url) ? url + (lineBreak?.replace('\n', '>\n') ?? '…') : whole;
      }),
    text,
  );
