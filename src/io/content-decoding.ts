import { pipeline, Readable, type Transform } from 'node:stream';
import * as zlib from 'node:zlib';

type Bytes = AsyncIterable<Buffer>;

/** What undoes a coding; the first bytes of the body tell variants apart. */
type Decoder = (first: Buffer) => Transform;

/** As browsers and curl do, a body that ends early counts as far as it came. */
const lenient = { flush: zlib.constants.Z_SYNC_FLUSH, finishFlush: zlib.constants.Z_SYNC_FLUSH };
const lenientBrotli = {
  flush: zlib.constants.BROTLI_OPERATION_FLUSH,
  finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH,
};

const gunzip: Decoder = () => zlib.createGunzip(lenient);

/** `deflate` is the zlib format, but some servers send it without its header: clients take both. */
const inflate: Decoder = ([first = 0]) =>
  (first & 0x0f) === 8 ? zlib.createInflate(lenient) : zlib.createInflateRaw(lenient);

/** RFC 9110 section 8.4.1. A Map: a coding may be called `constructor`. */
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

/** As many as curl undoes: each can make a thousand bytes of one. */
const mostCodings = 5;

/** The body is coded in a way that can't be undone here. */
export class UnknownCoding extends Error {
  override readonly name = 'UnknownCoding';
}

/**
 * Undoes content codings, the last first. Nothing compressed is requested, but some servers compress all the same.
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
  // An error on either side destroys both, and the decoder tells it to who reads.
  yield* pipeline(Readable.from(all()), decoder(first.value), () => {});
}
