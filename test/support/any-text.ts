import fc, { type StringConstraints } from 'fast-check';

/** Half characters, which lie in the middle of all code points, are left out. */
const halves = { first: 0xd800, count: 0x800 };

const characterAt = (place: number): string =>
  String.fromCodePoint(place < halves.first ? place : place + halves.count);

function placeOf(character: unknown): number {
  const code = typeof character === 'string' ? (character.codePointAt(0) ?? -1) : -1;
  const place = code < halves.first ? code : code - halves.count;
  if (place < 0 || characterAt(place) !== character) throw new Error('This is not one character.');
  return place;
}

const anyCharacter = fc.integer({ min: 0, max: 0x10ffff - halves.count }).map(characterAt, placeOf);

/** Text of any characters. The unit `binary` of fast-check first lists all 1.1 million of them, for two seconds. */
export const anyText = (constraints: Omit<StringConstraints, 'unit'> = {}): fc.Arbitrary<string> =>
  fc.string({ ...constraints, unit: anyCharacter });
