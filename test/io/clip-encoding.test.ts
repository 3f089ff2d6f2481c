import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeForClip } from '../../src/io/clip-encoding.ts';
import { clipboardPrograms } from '../../src/io/clipboard-programs.ts';
import { clientSecret, sampleSetup } from '../support/setup-fixture.ts';

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

describe('clip.exe', () => {
  test('has an encoder', () => {
    const [clip] = clipboardPrograms({}, 'win32');
    expect(clip?.encode).toBe(encodeForClip);
  });

  test('receives ASCII unchanged', () => {
    const setup = sampleSetup();
    for (const value of ['', 'a', 'abc-1', clientSecret, setup.redirectUri, setup.pkce.codeVerifier])
      expect(encodeForClip(value)).toEqual(Buffer.from(value));
  });

  test.each([
    ['that it would read as UTF-16', 'this app can break'],
    ['that older versions of Notepad read as UTF-16', 'Bush hid the facts'],
  ])('receives ASCII %s as UTF-16', (_, text) => {
    expect(encodeForClip(text)).toEqual(utf16(text));
  });

  test.each(['é', 'Größe', 'Konto – Köln', 'Ключ'])(
    'receives %s as UTF-16 without a byte order mark, which it would copy',
    (text) => {
      expect(encodeForClip(text)).toEqual(utf16(text));
    },
  );

  test.each(['∵', 'CRM 同期'])(
    "receives %s with a byte order mark, since it wouldn't recognize UTF-16",
    (text) => {
      expect(encodeForClip(text)).toEqual(utf16(`\ufeff${text}`));
    },
  );

  test('receives any ASCII without a byte order mark', () => {
    const ascii = fc.string({ unit: 'binary-ascii' });
    fc.assert(
      fc.property(ascii, (text) => {
        const bytes = encodeForClip(text);
        expect([text, utf16(text).toString('latin1')]).toContain(bytes.toString('latin1'));
      }),
    );
  });
});
