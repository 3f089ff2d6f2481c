import { expect } from 'vitest';
import type { Check } from '../../src/checks/check.ts';
import { renderJson } from '../../src/render/json.ts';
import type { Setup } from '../../src/setup-file/schema.ts';
import { perform, type StageOptions } from './context.ts';

/** The output of a run, and the texts that it must not contain. */
export interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly checks: readonly Check[];
  readonly verdict: string;
}

export interface VerifyRun extends Pick<StageOptions, 'env' | 'terminal' | 'onStderr' | 'paste' | 'browser'> {
  readonly setup: Setup;
  readonly flags: readonly string[];
  /** Texts that must not appear in any output, in addition to the secrets of the setup. */
  readonly secrets?: () => readonly string[];
}

/**
 * Runs `verify` with --explain in this process, over the real network, and checks that the output contains no secrets, so
 * every scenario tests that, too.
 */
export async function runVerifyHere({ setup, flags, secrets, ...stage }: VerifyRun): Promise<Ran> {
  const args = ['verify', 'zoominfo.json', '-f', 'json', '--explain', ...flags];
  const { code, stdout, stderr } = await perform(args, {
    terminal: false,
    browser: async () => false,
    ...stage,
    savedFile: renderJson(setup),
  });
  const { clientSecret, pkce } = setup;
  expectNoSecret(stdout + stderr, [clientSecret ?? '', pkce.codeVerifier, ...(secrets?.() ?? [])]);
  const { checks = [], verdict = '' } = stdout === '' ? {} : JSON.parse(stdout);
  return { exitCode: code, stdout, stderr, checks, verdict };
}

/** Expects no secret: plain, percent-encoded, form-encoded, or in base64. */
export function expectNoSecret(transcript: string, secrets: readonly string[]): void {
  const found = secrets
    .filter((secret) => secret.length > 5)
    .filter((secret) =>
      [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64').replace(/=+$/, '')].some(
        (spelling) => transcript.includes(spelling),
      ),
    );
  expect(found, `secrets in:\n${transcript}`).toEqual([]);
}
