import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeForClip } from '../../src/io/clip-encoding.ts';
import { clipboardPrograms } from '../../src/io/clipboard-programs.ts';
import { clientSecret, sampleSetup } from '../support/setup-fixture.ts';

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

describe('clip.exe', () => {
  test('is what gets the encoding', () => {
    const [clip] = clipboardPrograms({}, 'win32');
    expect(clip?.encode).toBe(encodeForClip);
  });

  test('gets ASCII as it is', () => {
    const setup = sampleSetup();
    for (const value of ['', 'a', 'abc-1', clientSecret, setup.redirectUri, setup.pkce.codeVerifier])
      expect(encodeForClip(value)).toEqual(Buffer.from(value));
  });

  test.each([
    ['that it would take for UTF-16', 'this app can break'],
    ['that Notepad once took for UTF-16', 'Bush hid the facts'],
  ])('gets ASCII %s in UTF-16', (_, text) => {
    expect(encodeForClip(text)).toEqual(utf16(text));
  });

  test.each(['é', 'Größe', 'Konto – Köln', 'Ключ'])(
    'gets %s in UTF-16 without a byte order mark, which it would copy',
    (text) => {
      expect(encodeForClip(text)).toEqual(utf16(text));
    },
  );

  test.each(['∵', 'CRM 同期'])(
    'gets %s with a byte order mark, since it would not see that it is UTF-16',
    (text) => {
      expect(encodeForClip(text)).toEqual(utf16(`\ufeff${text}`));
    },
  );

  test('gets every text in ASCII without a byte order mark', () => {
    const ascii = fc.string({ unit: 'binary-ascii' });
    fc.assert(
      fc.property(ascii, (text) => {
        const bytes = encodeForClip(text);
        expect([text, utf16(text).toString('latin1')]).toContain(bytes.toString('latin1'));
      }),
    );
  });
});
