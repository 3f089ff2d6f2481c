import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../misbehaving-server.ts';

/** A browser session on a WebDriver server. */
export interface WebDriver {
  readonly send: <Result = unknown>(method: string, path: string, body?: object) => Promise<Result>;
  readonly close: () => Promise<void>;
}

export async function startWebDriver(
  program: string,
  env: Readonly<Record<string, string>>,
  capabilities: object,
): Promise<WebDriver> {
  const port = await freePort();
  const child = spawn(program, [`--port=${port}`], { env, stdio: 'ignore' });
  const origin = `http://127.0.0.1:${port}`;
  await isReady(`${origin}/status`);
  const { sessionId } = await command<{ sessionId: string }>('POST', `${origin}/session`, {
    capabilities: { alwaysMatch: capabilities },
  });
  const session = `${origin}/session/${sessionId}`;
  return {
    send: (method, path, body) => command(method, `${session}/${path}`, body),
    close: async () => {
      await command('DELETE', session);
      child.kill();
      await once(child, 'close');
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

async function command<Result>(method: string, url: string, body: object = {}): Promise<Result> {
  const response = await fetch(url, method === 'POST' ? { method, body: JSON.stringify(body) } : { method });
  const { value } = (await response.json()) as { value: any };
  if (!response.ok) throw new Error(`${method} ${url}: ${value.error}: ${value.message}`);
  return value;
}
