import fc, { type StringConstraints } from 'fast-check';

/** Surrogates, which are in the middle of the code points, are excluded. */
const halves = { first: 0xd800, count: 0x800 };

const characterAt = (place: number): string =>
  String.fromCodePoint(place < halves.first ? place : place + halves.count);

function placeOf(character: unknown): number {
  const code = typeof character === 'string' ? (character.codePointAt(0) ?? -1) : -1;
  const place = code < halves.first ? code : code - halves.count;
  if (place < 0 || characterAt(place) !== character) throw new Error('Not a single character.');
  return place;
}

const anyCharacter = fc.integer({ min: 0, max: 0x10ffff - halves.count }).map(characterAt, placeOf);

/** Text of any characters. fast-check's unit `binary` takes two seconds to list all 1.1 million of them. */
export const anyText = (constraints: Omit<StringConstraints, 'unit'> = {}): fc.Arbitrary<string> =>
  fc.string({ ...constraints, unit: anyCharacter });
