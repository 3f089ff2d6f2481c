import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import type { Page } from '../../src/context/page.ts';
import { servePage } from '../../src/io/page-server.ts';
import { idleInput } from '../support/idle-input.ts';

const page: Page = { html: '<p>a page</p>', contentPolicy: "default-src 'none'" };

interface Answer {
  readonly status: number | undefined;
  readonly body: string;
}

function ask(
  url: string,
  { method = 'GET', host }: { method?: string; host?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = host === undefined ? {} : { Host: host };
    request(url, { method, headers, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode, body }));
    })
      .once('error', reject)
      .end();
  });
}

/** Shows nothing of the page. */
const refusal = (status: number) => ({ status, body: expect.not.stringContaining(page.html) });

describe('a served page', () => {
  test('is served only at its exact URL', async () => {
    const stdin = idleInput();
    const { url, port, closed } = await servePage(page, {}, stdin);
    const { origin, pathname } = new URL(url);
    expect(pathname).toMatch(/^\/[\w-]{32}$/);
    // HEAD comes first: where the system doesn't report users, later requests would need the cookie of a visit.
    expect(await ask(url, { method: 'HEAD' })).toEqual({ status: 200, body: '' });
    expect(await ask(url)).toEqual({ status: 200, body: page.html });
    expect(await ask(url, { method: 'POST' })).toEqual(refusal(405));
    for (const path of ['/', '/favicon.ico', `${pathname}x`, `${pathname}/`, `${pathname}?a`])
      expect(await ask(origin + path)).toEqual(refusal(404));
    for (const host of ['evil.example', `evil.example:${port}`, `localhost:${port}`, '127.0.0.1'])
      expect(await ask(url, { host })).toEqual(refusal(421));
    stdin.push('\n');
    expect(await closed).toBe('enter');
    await expect(ask(url)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('has a different URL each time', async () => {
    const [one, two] = [idleInput(), idleInput()];
    const first = await servePage(page, {}, one);
    const second = await servePage(page, {}, two);
    expect(new URL(first.url).pathname).not.toBe(new URL(second.url).pathname);
    one.push('\n');
    two.push('\r\n');
    expect(await Promise.all([first.closed, second.closed])).toEqual(['enter', 'enter']);
  });

  test('is followed by a look at the size of the window, which a job in the background misses', async () => {
    const stdin = idleInput();
    const { closed } = await servePage(page, {}, stdin);
    const looked = new Promise((resolve) => process.once('SIGWINCH', resolve));
    stdin.push('\n');
    expect(await closed).toBe('enter');
    await looked;
  });

  test('closes after a while without a request', async () => {
    const { closed } = await servePage(page, {}, idleInput(), 20);
    expect(await closed).toBe('idle');
  });

  test('ends when a terminal closes, but not by what a pipe contains', async () => {
    const terminal = idleInput();
    const atTerminal = await servePage(page, {}, terminal);
    terminal.push(null);
    expect(await atTerminal.closed).toBe('ended');
    expect(atTerminal.endsOnEnter).toBe(true);
    const pipe = idleInput(false);
    const atPipe = await servePage(page, {}, pipe, 500);
    pipe.push('\n');
    pipe.push(null);
    expect(atPipe.endsOnEnter).toBe(false);
    expect(await atPipe.closed).toBe('idle');
  });
});
