/**
 * Text as `clip.exe` reads it. It has no option for the encoding: like Notepad once, it takes bytes for UTF-16 if the system
 * function IsTextUnicode does, and otherwise for text in the code page of the console. A byte order mark settles that, but
 * ends up on the clipboard in front of the text.
 */
export function encodeForClip(text: string): Buffer {
  const bytes = Buffer.from(text);
  if (isAscii(text) && !looksLikeUtf16(bytes)) return bytes;
  const utf16 = Buffer.from(text, 'utf16le');
  return looksLikeUtf16(utf16) ? utf16 : Buffer.concat([byteOrderMark, utf16]);
}

const byteOrderMark = Buffer.from([0xff, 0xfe]);

const isAscii = (text: string): boolean => /^[\x00-\x7f]*$/.test(text);

/** The bytes that IsTextUnicode looks at. */
const sample = 512;

/** Its statistics: in UTF-16, every second byte hardly differs from the one before, since it names the script. */
function looksLikeUtf16(bytes: Buffer): boolean {
  return bytes.length % 2 === 0 && 3 * changes(bytes, 1) < changes(bytes, 0);
}

/** How much every second byte differs from the one before, from 0 on. */
function changes(bytes: Buffer, first: 0 | 1): number {
  let sum = 0;
  let before = 0;
  for (let at = first; at < Math.min(bytes.length, sample); at += 2) {
    sum += Math.abs((bytes[at] ?? 0) - before);
    before = bytes[at] ?? 0;
  }
  return sum;
}
