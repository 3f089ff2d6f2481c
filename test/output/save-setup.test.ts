import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Context } from '../../src/context/context.ts';
import type { WriteOptions } from '../../src/context/files.ts';
import { pkcePairOf } from '../../src/oauth/pkce.ts';
import { renderSetup } from '../../src/output/formats.ts';
import { pairsLost, verifiersOf, writeOptions } from '../../src/output/pair-guard.ts';
import { saveSetup } from '../../src/output/save-setup.ts';
import { targetOf } from '../../src/output/target.ts';
import { formatNames } from '../../src/render/format-names.ts';
import type { Setup } from '../../src/setup-file/schema.ts';
import { noPaint } from '../../src/terminal/style.ts';
import { asciiSymbols } from '../../src/terminal/symbols.ts';
import { rfcPair, sampleSetup } from '../support/setup-fixture.ts';

const setup: Setup = { ...sampleSetup(), previousPkce: pkcePairOf(rfcPair.codeVerifier) };

describe('the target of a result', () => {
  test.each([
    [{}, { format: 'text' }],
    [{ format: 'json' }, { format: 'json' }],
    [{ output: '-' }, { format: 'text' }],
    [{ format: 'env', output: '-' }, { format: 'env' }],
    [{ output: 'a.html' }, { format: 'html', path: 'a.html' }],
    [
      { format: 'env', output: 'a.html' },
      { format: 'env', path: 'a.html' },
    ],
    [
      { format: 'env', output: 'a' },
      { format: 'env', path: 'a' },
    ],
  ] as const)('%j', (options, target) => {
    expect(targetOf(options)).toEqual(target);
  });

  test('an unknown extension is rejected with a list of the known ones', () => {
    expect(() => targetOf({ output: 'a.doc' })).toThrow(
      expect.objectContaining({
        message: "--output a.doc doesn't have a known extension.",
        details: [expect.stringContaining('.txt, .json, .env, .md, or .html')],
      }),
    );
  });

  test.each([
    ['out', 'out/zoominfo.json'],
    ['out/', 'out/zoominfo.json'],
    ['..', '../zoominfo.json'],
    ['v1.2/out', 'v1.2/out/zoominfo.json'],
    ['.hidden', '.hidden/zoominfo.json'],
  ])('a path without an extension may be a folder: %s', (output, file) => {
    expect(() => targetOf({ output })).toThrow(
      expect.objectContaining({ details: expect.arrayContaining([expect.stringContaining(file)]) }),
    );
  });
});

describe('a pair in a file', () => {
  test.each(formatNames)('is found in %s, at any length', async (format) => {
    for (const length of [43, 44, 128]) {
      const codeVerifier = '-aZ_9'.repeat(26).slice(0, length);
      const style = { width: 80, window: Number.POSITIVE_INFINITY, paint: noPaint, symbols: asciiSymbols };
      const text = await renderSetup(format, sampleSetup({ codeVerifier }), {
        ...style,
        maskClientSecret: false,
      });
      expect(pairsLost(Buffer.from(text), [])).toBe(true);
      expect(pairsLost(Buffer.from(text), verifiersOf(setup, format))).toBe(true);
      expect(pairsLost(Buffer.from(text), [undefined, codeVerifier])).toBe(false);
    }
  });

  test('has a verifier of valid length', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9_-]{30,150}$/), (text) => {
        const isVerifier = text.length >= 43 && text.length <= 128;
        for (const line of [`code_verifier = ${text}`, `"codeVerifier":"${text}"`, `CODE_VERIFIER='${text}'`])
          expect(pairsLost(Buffer.from(`x\n${line}\n`), [])).toBe(isVerifier);
        expect(pairsLost(Buffer.from(`code_challenge = ${text}`), [])).toBe(false);
      }),
    );
  });

  test("isn't overwritten by output for an audience that doesn't get it", () => {
    const both = [setup.pkce.codeVerifier, rfcPair.codeVerifier];
    expect(new Set(verifiersOf(setup, 'json'))).toEqual(new Set(both));
    expect(verifiersOf(setup, 'json', 'jitterbit')).toEqual(verifiersOf(setup, 'json'));
    expect(verifiersOf(setup, 'json', 'zoominfo')).toEqual([]);
  });

  test.each(formatNames)("is lost if %s doesn't contain it, including the previous pair", async (format) => {
    const style = { width: 80, window: 80, paint: noPaint, symbols: asciiSymbols, maskClientSecret: false };
    const text = await renderSetup(format, setup, style);
    const held = [setup.pkce.codeVerifier, rfcPair.codeVerifier].filter((each) => text.includes(each));
    expect(verifiersOf(setup, format).toSorted()).toEqual(held.toSorted());
  });
});

test('a pair that would be lost is named with what to do, unless it may be lost', () => {
  const existing = Buffer.from(JSON.stringify(setup));
  const advice = (loss: string) => `Advice on a ${loss}.`;
  const guarded = writeOptions('a.json', [setup.pkce.codeVerifier], { force: true, advice });
  expect(() => guarded.guard?.(existing)).toThrow(
    expect.objectContaining({
      kind: 'file',
      message: 'a.json already exists and contains a PKCE pair that would be lost.',
      details: ['Advice on a pair.'],
    }),
  );
  expect(guarded.force).toBe(true);
  expect(() => writeOptions('a.json', [], { force: true }).guard?.(existing)).toThrow(
    expect.objectContaining({ details: [] }),
  );
  writeOptions('a.json', verifiersOf(setup, 'json'), { force: true }).guard?.(existing);
  expect(writeOptions('a.json', [], { force: true, newPkce: true })).toEqual({ force: true });
});

test.each([
  ['', 'utf8'],
  ['\n', 'utf8'],
  ['\r\n', 'utf16le'],
] as const)(
  'a code verifier alone in a file is named as what it may be, with %j after it (%s)',
  (end, encoding) => {
    const existing = Buffer.from(`${setup.pkce.codeVerifier}${end}`, encoding);
    const guarded = writeOptions('v.txt', [], { force: true, advice: (loss) => `Advice on a ${loss}.` });
    expect(() => guarded.guard?.(existing)).toThrow(
      expect.objectContaining({
        message: 'v.txt already exists and may be a code verifier, which would be lost.',
        details: ['Advice on a verifier.'],
      }),
    );
  },
);

describe('saving', () => {
  /** What is written and reported if Git sees the file, or doesn't. */
  async function saved(isExposed: boolean, audience?: 'zoominfo' | 'jitterbit', existing = '') {
    let written = '';
    let said = '';
    const context = {
      files: {
        write: (_path: string, content: string, { guard }: WriteOptions) => {
          guard?.(Buffer.from(existing));
          written += content;
          return {};
        },
        isExposedToGit: async () => isExposed,
        isReadableByOthers: () => false,
        otherOwner: () => undefined,
      },
      stderr: {
        isTerminal: true,
        style: { width: 200, window: 200, paint: noPaint, symbols: asciiSymbols },
        write: async (text: string) => {
          said += text;
        },
      },
    } as unknown as Context;
    await saveSetup(setup, 'text', 'a.txt', { force: false, audience }, context);
    return { written, said };
  }

  test('warns if Git would commit secrets', async () => {
    for (const audience of [undefined, 'jitterbit'] as const) {
      expect((await saved(true, audience)).said).toContain('Git repository');
      expect((await saved(false, audience)).said).not.toContain('Git');
    }
    const { said, written } = await saved(true, 'zoominfo');
    expect(said).not.toContain('Git');
    expect(written).not.toContain(setup.clientSecret);
  });

  test('replaces a file with the same pair, and none with another', async () => {
    const { written } = await saved(false);
    expect((await saved(false, undefined, written)).written).toBe(written);
    const other = written.replaceAll(setup.pkce.codeVerifier, rfcPair.codeVerifier);
    await expect(saved(false, undefined, other)).rejects.toThrow('would be lost');
  });

  test('a file has a fixed width, regardless of the terminal', async () => {
    const { written } = await saved(false);
    const prose = written.split('\n').filter((line) => / [a-z]+ [a-z]+ [a-z]+ /.test(line));
    expect(Math.max(...prose.map((line) => line.length))).toBeGreaterThan(70);
    expect(Math.max(...prose.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(written).toContain(setup.clientSecret);
  });
});

test.each([
  ['with modes', {}, { isReadableByOthers: false }, /readable only by you\b/],
  [
    'with modes, owned by another user',
    {},
    { isReadableByOthers: false, otherOwner: 'alice' },
    /readable only by .*alice/,
  ],
  ['with the same modes for all files', {}, { isReadableByOthers: true }, /other users of this/],
  ['without modes', { withoutModes: true }, { isReadableByOthers: true }, /no permissions/],
  ['of Windows', {}, { isReadableByOthers: undefined }, /json \(the folder's permissions/],
  [
    'that forgets the owner',
    { lostOwner: 'alice' },
    { isReadableByOthers: false },
    /Warning: .*belonged to alice/,
  ],
  [
    'that has hard links',
    { hasOtherNames: true },
    { isReadableByOthers: false },
    /Warning: a\.json had other hard links\. They still/,
  ],
  [
    'that removes nothing',
    { leftBehind: 'x.tmp' },
    { isReadableByOthers: false },
    /Warning: x\.tmp .*Delete it/,
  ],
])("on a disk %s, the message says only what's true", async (_, written, access, says) => {
  let said = '';
  const context = {
    stderr: {
      style: { width: 80, window: 80, paint: noPaint, symbols: asciiSymbols },
      write: async (text: string) => {
        said += text;
      },
    },
    files: {
      write: () => written,
      isExposedToGit: async () => false,
      isReadableByOthers: () => access.isReadableByOthers,
      otherOwner: () => ('otherOwner' in access ? access.otherOwner : undefined),
    },
  } as unknown as Context;
  await saveSetup(sampleSetup(), 'json', 'a.json', { force: false }, context);
  expect(said).toMatch(says);
});
