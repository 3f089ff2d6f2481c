/** A stream of random choices that the seed alone determines (mulberry32), so that a run can be repeated. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit) => Math.floor(fraction() * limit);
  const pick = (items) => items[below(items.length)];
  return {
    below,
    pick,
    chance: (probability) => fraction() < probability,
    some: (items, most) => Array.from({ length: below(most + 1) }, () => pick(items)),
    word: (length, letters = base64url) => Array.from({ length }, () => pick(letters)).join(''),
    bytes: (length) => Buffer.from(Array.from({ length }, () => below(256))),
  };
}

const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
