import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../misbehaving-server.ts';

/** A browser session on a WebDriver server. */
export interface WebDriver {
  readonly send: <Result = unknown>(method: string, path: string, body?: object) => Promise<Result>;
  readonly close: () => Promise<void>;
}

/**
 * Milliseconds to wait for a session before another try. Every third or so never starts, since its browser has exited and
 * the server doesn't notice; the others take half a second, or more on a busy machine.
 */
const patience = [4_000, 4_000, 8_000, 8_000, 16_000, 16_000];

/** Starts a session, again if it hangs. */
export async function startWebDriver(
  program: string,
  env: Readonly<Record<string, string>>,
  capabilities: object,
): Promise<WebDriver> {
  let failure: unknown;
  for (const longestStart of patience) {
    try {
      return await startSession(program, env, capabilities, longestStart);
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

async function startSession(
  program: string,
  env: Readonly<Record<string, string>>,
  capabilities: object,
  longestStart: number,
): Promise<WebDriver> {
  const port = await freePort();
  // Its own process group, so that no browser survives the server and gets the next session.
  const child = spawn(program, [`--port=${port}`], { env, stdio: 'ignore', detached: true });
  const origin = `http://127.0.0.1:${port}`;
  const exited = once(child, 'close');
  const end = async (): Promise<void> => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    await exited;
  };
  await isReady(`${origin}/status`);
  const wanted = { capabilities: { alwaysMatch: capabilities } };
  const { sessionId } = await command<{ sessionId: string }>(
    'POST',
    `${origin}/session`,
    wanted,
    AbortSignal.timeout(longestStart),
  ).catch(async (error) => {
    await end();
    throw error;
  });
  const session = `${origin}/session/${sessionId}`;
  return {
    send: (method, path, body) => command(method, `${session}/${path}`, body),
    close: async () => {
      await command('DELETE', session).finally(end);
    },
  };
}

/** The server doesn't report when it starts to listen. */
async function isReady(url: string): Promise<void> {
  const isThere = (): Promise<boolean> =>
    fetch(url).then(
      () => true,
      () => false,
    );
  while (!(await isThere())) await delay(20);
}

async function command<Result>(
  method: string,
  url: string,
  body: object = {},
  signal: AbortSignal | null = null,
): Promise<Result> {
  const content = method === 'POST' ? { body: JSON.stringify(body) } : {};
  const response = await fetch(url, { method, ...content, signal });
  const { value } = (await response.json()) as { value: any };
  if (!response.ok) throw new Error(`${method} ${url}: ${value.error}: ${value.message}`);
  return value;
}
