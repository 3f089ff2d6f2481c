import { expect, onTestFinished, test } from 'vitest';
import { renderJson } from '../../src/render/json.ts';
import { perform } from '../support/context.ts';
import { always, startMisbehaving } from '../support/misbehaving-server.ts';
import { sampleSetup } from '../support/setup-fixture.ts';

/** A run with a server that rejects everything. `atNotice` is standard output at the time of its notice. */
async function runOnline(flags: readonly string[]) {
  const server = await startMisbehaving(always(400, { error: 'invalid_grant' }));
  onTestFinished(() => server.close());
  const setup = sampleSetup({
    authenticationUrl: `${server.origin}/authorize`,
    accessTokenUrl: `${server.origin}/token`,
  });
  const atNotice: string[] = [];
  const ran = await perform(['verify', 'zoominfo.json', '--online', ...flags], {
    savedFile: renderJson({ ...setup, scopes: [] }),
    onStderr: (_text, stdout) => atNotice.push(stdout),
  });
  return { ...ran, atNotice };
}

test('in text, offline results come before the wait for the server, and the verdict comes last', async () => {
  const { stdout, stderr, atNotice, code } = await runOnline([]);
  expect(stderr).toContain('Contacting');
  expect(atNotice[0]).toContain('(scopes)');
  expect(atNotice[0]).not.toContain('Verification failed');
  expect(stdout.startsWith(atNotice[0] ?? '')).toBe(true);
  expect(stdout).toMatch(
    /Authorization request[\s\S]*\nVerification failed\.\n[\s\S]*verify zoominfo\.json --online\n/,
  );
  expect(stdout.split('(scopes)')).toHaveLength(2);
  expect(code).toBe(3);
});

test('in JSON there is one document, at the end', async () => {
  const { stdout, atNotice } = await runOnline(['-f', 'json']);
  expect(new Set(atNotice)).toEqual(new Set(['']));
  expect(JSON.parse(stdout).checks.length).toBe(12);
});
