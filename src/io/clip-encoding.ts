import { isAscii } from '../text/characters.ts';

/**
 * Encodes text for `clip.exe`. It has no option for the encoding: like older versions of Notepad, it reads bytes as UTF-16
 * if the system function IsTextUnicode does, and otherwise in the code page of the console. A byte order mark forces UTF-16,
 * but is copied to the clipboard before the text.
 */
export function encodeForClip(text: string): Buffer {
  const bytes = Buffer.from(text);
  if (isAscii(text) && !looksLikeUtf16(bytes)) return bytes;
  const utf16 = Buffer.from(text, 'utf16le');
  return looksLikeUtf16(utf16) ? utf16 : Buffer.concat([byteOrderMark, utf16]);
}

const byteOrderMark = Buffer.from([0xff, 0xfe]);

/** The number of bytes that IsTextUnicode examines. */
const sample = 512;

/** The heuristic of IsTextUnicode: in UTF-16, every other byte hardly changes, since it identifies the script. */
function looksLikeUtf16(bytes: Buffer): boolean {
  return bytes.length % 2 === 0 && 3 * changes(bytes, 1) < changes(bytes, 0);
}

/** The sum of the changes between every other byte, starting from 0. */
function changes(bytes: Buffer, first: 0 | 1): number {
  let sum = 0;
  let before = 0;
  for (let at = first; at < Math.min(bytes.length, sample); at += 2) {
    sum += Math.abs((bytes[at] ?? 0) - before);
    before = bytes[at] ?? 0;
  }
  return sum;
}
