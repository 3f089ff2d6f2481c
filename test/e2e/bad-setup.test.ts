import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runBin } from '../support/bin.ts';
import { type Performance, perform } from '../support/context.ts';
import { temporaryFolder } from '../support/folder.ts';
import { clientId, sampleSetup } from '../support/setup-fixture.ts';

const sound = sampleSetup();
const json = JSON.stringify(sound);

/** The JSON of a valid setup with one more member, written by hand. */
const withMember = (member: string): string => `${json.slice(0, -1)},${member}}`;

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

/** Files that aren't setups, and what must be reported about them. */
const cases: readonly (readonly [what: string, content: string | Buffer, words: RegExp])[] = [
  ['text', `${clientId} is no JSON`, /line 1, column \d/],
  ['a mistake in line 2', `{\n  "${clientId}" 1 }`, /line 2, column 26/],
  ['nothing', '', /document is empty/],
  ['null', 'null', /object, not null/],
  ['a list', '[]', /object, not a list/],
  [
    'wrong types',
    JSON.stringify({ ...sound, name: 1, scopes: {}, pkce: [] }),
    /\/name [\s\S]*\/scopes [\s\S]*\/pkce /,
  ],
  [
    'missing and unknown keys',
    JSON.stringify({ ...sound, region: undefined, more: 1 }),
    /\/region is missing[\s\S]*\/more is an unknown key/,
  ],
  [
    'a newer version',
    JSON.stringify({ ...sound, schemaVersion: 2 }),
    /upgrade, run: npx zi-oauth-setup@latest/,
  ],
  ['2 MiB', JSON.stringify({ ...sound, description: 'x'.repeat(2 ** 21) }), /too large .*1024 KiB/],
  ['nested lists', nested(500_000), /too deeply/],
  ['unterminated lists in lists', '['.repeat(1_000_000), /too deeply/],
  ['a nested extension key', withMember(`"x-a":${nested(100_000)}`), /\/x-a\S* is nested too deeply/],
  ['a prototype', withMember('"__proto__":{"polluted":true}'), /\/__proto__ is an unknown key/],
  [
    'a nested prototype',
    json.replace('"pkce":{', '"pkce":{"__proto__":{},'),
    /\/pkce\/__proto__ is an unknown key/,
  ],
  ['UTF-16', Buffer.from(`\ufeff${json}`, 'utf16le'), /UTF-16/],
  ['UTF-16 without a byte order mark', Buffer.from(json, 'utf16le'), /UTF-16/],
  ['zeros, which a power failure can leave', Buffer.alloc(2000), /n't UTF-8 \(perhaps UTF-16/],
  ['Latin-1', Buffer.from(json.replace('"ZoomInfo"', '"Zo\u00e9"'), 'latin1'), /isn't UTF-8/],
  ['an escape sequence', JSON.stringify({ ...sound, name: '\x1b[2J' }), /\/name contains a control/],
  ['a bidirectional character', JSON.stringify({ ...sound, name: 'a\u202eb' }), /\/name contains a control/],
  [
    'a control character in an extension key, and more',
    JSON.stringify({ ...sound, 'x-a': '\x07', region: 1 }),
    /\/x-a contains[\s\S]*\/region must be a string, not a number/,
  ],
  ...['1e999', '1e-400', '-0', '0.1234567890123456789', '9007199254740993', `1${'0'.repeat(5e5)}1`].map(
    (numeral): [string, string, RegExp] => [
      `a number that loses digits: ${numeral.slice(0, 25)}`,
      withMember(`"x-a":${numeral}`),
      /\/x-a is a number that would lose digits/,
    ],
  ),
  [
    'eighty thousand unknown keys',
    withMember(Array.from({ length: 8e4 }, (_, at) => `"k${at}":1`).join()),
    /and 79980 more/i,
  ],
  ['a list of wrong items', JSON.stringify({ ...sound, scopes: Array(5e5).fill(1) }), /\/scopes/],
];

/** The most CPU time for a rejection, regardless of how busy the machine is. */
const mostMicroseconds = 2e6;

function expectRefusal(
  { code, stdout, stderr }: Pick<Performance, 'stdout' | 'stderr'> & { code: number | null },
  path: string,
  words: RegExp,
): void {
  expect([code, stdout]).toEqual([3, '']);
  expect(stderr.replace(/\s+/g, ' ').replaceAll(path, 'FILE')).toMatch(words);
  expect(stderr).not.toContain(clientId);
  expect(stderr).not.toMatch(/[\x00-\x09\x0b-\x1f\u202e]/);
  expect(stderr.length).toBeLessThan(4000);
}

function badFile(content: string | Buffer): string {
  const path = join(temporaryFolder(), 'bad.json');
  writeFileSync(path, content);
  return path;
}

/** What could exhaust the stack or the time of the real process, which has a different stack size. */
const large = cases.filter(([, content]) => content.length > 100_000);
const small = cases.filter((each) => !large.includes(each));

/** Both commands read a setup in the same way. Large files go to the real program. */
const rejected = { rotate: cases, show: small } as const;

describe.each(Object.entries(rejected))('%s rejects', (command, files) => {
  test.each(files)('%s', async (_what, content, words) => {
    const path = badFile(content);
    const start = process.cpuUsage();
    const refusal = await perform([command, path]);
    const { user, system } = process.cpuUsage(start);
    expectRefusal(refusal, path, words);
    expect(user + system).toBeLessThan(mostMicroseconds);
  });
});

describe('the real program', () => {
  const tookTooLong = 99;
  const watch = `process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    if (user + system > ${mostMicroseconds}) process.exitCode = ${tookTooLong};
  });`;
  const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(watch)}` };

  test.each(large)('rejects %s', async (_what, content, words) => {
    const path = badFile(content);
    expectRefusal(await runBin(['show', path], { env }), path, words);
  });
});
