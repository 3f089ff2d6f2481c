import { pipeline, Readable, type Transform } from 'node:stream';
import * as zlib from 'node:zlib';

type Bytes = AsyncIterable<Buffer>;

/** Undoes a coding. The first bytes of the body distinguish its variants. */
type Decoder = (first: Buffer) => Transform;

/** As in browsers and curl, a truncated body counts as far as it goes. */
const lenient = { flush: zlib.constants.Z_SYNC_FLUSH, finishFlush: zlib.constants.Z_SYNC_FLUSH };
const lenientBrotli = {
  flush: zlib.constants.BROTLI_OPERATION_FLUSH,
  finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH,
};

const gunzip: Decoder = () => zlib.createGunzip(lenient);

/** `deflate` is the zlib format, but some servers omit its header; clients accept both. */
const inflate: Decoder = ([first = 0]) =>
  (first & 0x0f) === 8 ? zlib.createInflate(lenient) : zlib.createInflateRaw(lenient);

/** RFC 9110 section 8.4.1. A Map, since a server may name a coding `constructor`. */
const decoders: ReadonlyMap<string, Decoder> = new Map<string, Decoder>([
  ['gzip', gunzip],
  ['x-gzip', gunzip],
  ['deflate', inflate],
  ['br', () => zlib.createBrotliDecompress(lenientBrotli)],
  ...zstd(),
]);

/** Node 22.15 and later. */
function zstd(): [string, Decoder][] {
  const { createZstdDecompress } = zlib as { createZstdDecompress?: () => Transform };
  return createZstdDecompress === undefined ? [] : [['zstd', () => createZstdDecompress()]];
}

/** The same limit as in curl, since each coding can expand a body a thousandfold. */
const mostCodings = 5;

/** The body has a coding that can't be undone. */
export class UnknownCoding extends Error {
  override readonly name = 'UnknownCoding';
}

/**
 * Undoes content codings, the last one first. No compression is requested, but some servers compress anyway.
 * @param codings the value of Content-Encoding
 * @throws UnknownCoding
 */
export function decoded(body: Bytes, codings: string): Bytes {
  const names = codings
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > mostCodings) throw new UnknownCoding();
  return names.reduceRight((bytes, name) => {
    const decoder = decoders.get(name);
    if (decoder === undefined) throw new UnknownCoding();
    return through(decoder, bytes);
  }, body);
}

async function* through(decoder: Decoder, bytes: Bytes): AsyncGenerator<Buffer> {
  const chunks = bytes[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done) return;
  const all = async function* (): AsyncGenerator<Buffer> {
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => chunks };
  };
  // An error on either side destroys both, and the decoder passes it to its reader.
  yield* pipeline(Readable.from(all()), decoder(first.value), () => {});
}
