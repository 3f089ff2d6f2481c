import { expect } from 'vitest';
import type { Check } from '../../src/checks/check.ts';
import { renderJson } from '../../src/render/json.ts';
import type { Setup } from '../../src/setup-file/schema.ts';
import { perform, type StageOptions } from './context.ts';

/** What a run wrote, and what must not be in it. */
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
  /** Texts besides those of the setup that must appear nowhere. */
  readonly secrets?: () => readonly string[];
}

/**
 * Runs `verify` in this process, over the real network, and looks through everything that it wrote for secrets:
 * so every scenario proves that as well, with --explain on.
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

/** Plain, percent-encoded, form-encoded or in base64: none of them. */
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
