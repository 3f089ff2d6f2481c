/** The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const constants = [
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
  0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
  0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
  0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
  0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
  0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
  0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
  0xc67178f2,
];

/** The first 32 bits of the fractional parts of the square roots of the first 8 primes. */
const initial = Int32Array.from([
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
]);

const blockBytes = 64;

/**
 * SHA-256 of FIPS 180-4, for a text as short as a code verifier. `node:crypto` gives the same digest, but it takes longer
 * to load than all checks of a registration take to run.
 */
export function sha256(text: string): Buffer {
  const blocks = padded(Buffer.from(text));
  let state: Int32Array = initial;
  for (let at = 0; at < blocks.byteLength; at += blockBytes) state = compressed(state, blocks, at);
  const digest = Buffer.alloc(32);
  for (const [index, word] of state.entries()) digest.writeInt32BE(word, index * 4);
  return digest;
}

/** Section 5.1.1: a one bit, zeros up to a whole number of blocks, and the length in bits. */
function padded(message: Buffer): DataView {
  const count = Math.ceil((message.length + 9) / blockBytes);
  const view = new DataView(new ArrayBuffer(count * blockBytes));
  new Uint8Array(view.buffer).set(message);
  view.setUint8(message.length, 0x80);
  view.setBigUint64(view.byteLength - 8, BigInt(message.length) * 8n);
  return view;
}

/** Section 6.2.2, for the block that begins at a byte. */
function compressed(state: Int32Array, blocks: DataView, at: number): Int32Array {
  const words = schedule(blocks, at);
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let index = 0; index < words.length; index += 1) {
    const constantAndWord = (constants[index] ?? 0) + (words[index] ?? 0);
    const first = h + mixed(e, 6, 11, 25) + ((e & f) ^ (~e & g)) + constantAndWord;
    const second = mixed(a, 2, 13, 22) + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  return Int32Array.of(a, b, c, d, e, f, g, h).map((word, index) => word + (state[index] ?? 0));
}

function schedule(blocks: DataView, at: number): Int32Array {
  const words = new Int32Array(constants.length);
  const word = (index: number): number => words[index] ?? 0;
  for (let index = 0; index < 16; index += 1) words[index] = blocks.getInt32(at + index * 4);
  for (let index = 16; index < words.length; index += 1) {
    const early = word(index - 15);
    const late = word(index - 2);
    const sigma0 = rotated(early, 7) ^ rotated(early, 18) ^ (early >>> 3);
    const sigma1 = rotated(late, 17) ^ rotated(late, 19) ^ (late >>> 10);
    words[index] = word(index - 16) + sigma0 + word(index - 7) + sigma1;
  }
  return words;
}

const rotated = (word: number, bits: number): number => (word >>> bits) | (word << (32 - bits));

const mixed = (word: number, one: number, two: number, three: number): number =>
  rotated(word, one) ^ rotated(word, two) ^ rotated(word, three);
