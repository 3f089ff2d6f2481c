import { documentedEndpoints } from '../facts/endpoints.ts';
import { developerPortalUrl } from '../facts/labels.ts';
import { redirectUriOf, regionNames } from '../facts/regions.ts';
import { protocolWords } from '../oauth/protocol-words.ts';
import { isAscii } from '../text/characters.ts';
import { decodedDeeply } from '../text/decode-deeply.ts';
import { once } from '../text/once.ts';
import { bare, comparable, comparableForms, type Precision, plusForms, shortestPiece } from './comparable.ts';

/** This many characters in a row reveal a secret. A shorter secret is revealed only as a whole. */
export const fragmentLength = 8;

/** More pieces than this take too much memory. With so many secrets, no foreign text is shown. */
const mostPieces = 200_000;

/** The texts and documentation of this program, of which no part reveals anything. */
const publicText = once(() => {
  const urls = [...Object.values(documentedEndpoints), ...regionNames.map(redirectUriOf), developerPortalUrl];
  const words = [...protocolWords, ...urls].join(' ').toLowerCase();
  return `${words} ${bare(words)}`;
});

/** Every piece of every secret, in every encoding, to be found in time proportional to the text. */
export class Fragments {
  /** By length, so that a window of that length takes a single lookup. */
  readonly #long = new Map<number, Set<string>>();
  readonly #short = new Map<number, Set<string>>();
  /** Letters and digits only. They match plain words too often to search anything but foreign text. */
  readonly #bare = new Map<number, Set<string>>();
  #count = 0;
  #areAscii = true;

  /** Whether there are too many pieces to keep. */
  get overflowed(): boolean {
    return this.#count > mostPieces;
  }

  add(secret: string): void {
    this.#areAscii &&= isAscii(decodedDeeply(secret));
    const plain = comparable(secret);
    if (plain.length < fragmentLength) this.#addForms(this.#short, secret, 1);
    else if (this.#count + plain.length > mostPieces) this.#count = mostPieces + 1;
    else this.#addWindows(secret, plain);
  }

  /**
   * Whether the text contains a piece of a secret, in any encoding.
   * @param isForeign also look for secrets of a few characters, and for those with marks in between
   */
  areIn(text: string, isForeign: boolean): boolean {
    if (this.overflowed) return true;
    if (this.#count === 0) return false;
    // A rough reading without a piece, which almost every text has, makes the exact one unnecessary.
    const precisions: readonly Precision[] = this.#areAscii ? ['rough', 'exact'] : ['exact'];
    return precisions.every((each) => this.#isIn(comparableForms(text, each), isForeign));
  }

  #isIn(forms: readonly string[], isForeign: boolean): boolean {
    if (forms.some((form) => hasPiece(form, this.#long))) return true;
    return isForeign && forms.some((form) => hasPiece(form, this.#short) || hasPiece(bare(form), this.#bare));
  }

  #addWindows(secret: string, plain: string): void {
    if (/[%&\\+<]/.test(secret)) this.#addCodedWindows(secret.replace(/\s/g, ''));
    else for (const piece of windowsOf(plain)) this.#put(this.#long, piece);
    for (const piece of windowsOf(bare(plain))) this.#put(this.#bare, piece);
  }

  /** Each piece in every form, since a text may contain a part of it that isn't decoded. */
  #addCodedWindows(characters: string): void {
    for (const piece of windowsOf(characters)) this.#addForms(this.#long, piece, shortestPiece);
  }

  #addForms(index: Map<number, Set<string>>, text: string, shortest: number): void {
    const decoded = [decodedDeeply(text), decodedDeeply(text, true)];
    for (const form of [text, ...decoded].flatMap((each) => plusForms(each)))
      if (form.length >= shortest) this.#put(index, form);
  }

  #put(index: Map<number, Set<string>>, piece: string): void {
    if (publicText().includes(piece)) return;
    const known = index.get(piece.length) ?? new Set();
    index.set(piece.length, known.add(piece));
    this.#count += 1;
  }
}

function windowsOf(text: string): string[] {
  const count = Math.max(0, text.length + 1 - fragmentLength);
  return Array.from({ length: count }, (_, at) => text.slice(at, at + fragmentLength));
}

function hasPiece(text: string, index: ReadonlyMap<number, ReadonlySet<string>>): boolean {
  for (const [length, pieces] of index)
    for (let at = 0; at + length <= text.length; at += 1)
      if (pieces.has(text.slice(at, at + length))) return true;
  return false;
}
