import { expect } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { makeHttp } from '../../src/io/http-client.ts';
import { listen } from '../../src/io/callback-server.ts';
import { renderJson } from '../../src/render/json.ts';
import { asciiMarks, plainStyle } from '../../src/terminal/style.ts';
import type { Setup } from '../../src/setup-file/schema.ts';
import type { Check } from '../../src/verify/check.ts';
import type { Environment, Output, Prompts, World } from '../../src/context/context.ts';

/** What a run wrote, and what must not be in it. */
export interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly checks: readonly Check[];
  readonly verdict: string;
}

export interface VerifyRun {
  readonly setup: Setup;
  readonly flags: readonly string[];
  readonly env?: Environment;
  /** Is given what the program says while it runs; for a user who reads the address and acts. */
  readonly onOutput?: (text: string) => void;
  /** Answers the prompt for the pasted address; `said` is everything on standard error so far. */
  readonly paste?: (said: string) => Promise<string | undefined>;
  readonly terminal?: boolean;
  /** Texts besides those of the setup that must appear nowhere. */
  readonly secrets?: () => readonly string[];
  readonly browser?: (address: string) => Promise<boolean>;
}

/**
 * Runs `verify` in this process, over the real network, and looks through everything that it wrote for secrets:
 * so every scenario proves that as well, with --explain on.
 */
export async function runVerifyHere(options: VerifyRun): Promise<Ran> {
  const { setup, flags, env = {}, terminal = false, onOutput = () => {} } = options;
  let stdout = '';
  let stderr = '';
  const output = (take: (text: string) => void): Output => ({
    isTerminal: terminal,
    look: { width: 80, window: 80, style: plainStyle, marks: asciiMarks },
    write: async (text) => {
      take(String(text));
    },
  });
  const prompts = { paste: () => options.paste?.(stderr) } as unknown as Prompts;
  const world: World = {
    env,
    platform: process.platform,
    shell: 'posix',
    stdin: { isTerminal: terminal, read: async () => Buffer.alloc(0) },
    stdout: output((text) => {
      stdout += text;
    }),
    stderr: output((text) => {
      stderr += text;
      onOutput(text);
    }),
    files: {
      read: async () => Buffer.from(renderJson(setup)),
      isReadableByOthers: () => false,
    } as unknown as World['files'],
    prompts: async () => prompts,
    openBrowser: options.browser ?? (async () => false),
    http: async () => makeHttp(env),
    listen,
    servePage: () => Promise.reject(new Error('verify serves no page')),
  };
  const exitCode = await run(['verify', 'zoominfo.json', '-f', 'json', '--explain', ...flags], world);
  const { clientSecret, pkce } = setup;
  expectNoSecret(stdout + stderr, [clientSecret ?? '', pkce.codeVerifier, ...(options.secrets?.() ?? [])]);
  const { checks = [], verdict = '' } = stdout === '' ? {} : JSON.parse(stdout);
  return { exitCode, stdout, stderr, checks, verdict };
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
