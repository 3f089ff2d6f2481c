import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { bareEnvironment } from '../bin.ts';
import type { DrivenBrowser } from './driven-browser.ts';
import { clickActions, keyActions } from './input-actions.ts';
import { startWebDriver, type WebDriver } from './web-driver.ts';

/** Painting threads only slow down a screen that no one sees. Over a bus, a browser hands its work to an earlier one. */
const thrift = { WEBKIT_SKIA_CPU_PAINTING_THREADS: '0', DBUS_SESSION_BUS_ADDRESS: 'disabled:' };

/** Starts WebKitGTK's own browser on a virtual screen, driven by WebDriver. @param folder an empty folder for its files */
export async function startWebkit(folder: string): Promise<DrivenBrowser> {
  const noise: string[] = [];
  const proxy = await startProxy(noise);
  const { screen, display } = await startScreen();
  const start = (env = {}): Promise<WebDriver> =>
    startWebDriver(
      'WebKitWebDriver',
      { ...bareEnvironment, ...thrift, HOME: folder, DISPLAY: display, ...env },
      { proxy: proxy.capability },
    );
  let driver = await start();
  let opened = '';
  const send: WebDriver['send'] = (...command) => driver.send(...command);
  const perform = (actions: object[]): Promise<unknown> => send('POST', 'actions', { actions });
  const inWindow = (handle: string): Promise<unknown> => send('POST', 'window', { handle });
  return {
    noise,
    // GTK turns CR LF into LF; WebKitGTK turns a no-break space into a space.
    asPasted: (text) => text.replaceAll('\r\n', '\n').replaceAll('\u00a0', ' '),
    open: async (url) => {
      opened = url;
      await send('POST', 'frame', { id: null });
      await send('POST', 'url', { url });
    },
    go: async (where) => void (await send('POST', where === 'reload' ? 'refresh' : where)),
    evaluate: (expression) => send('POST', 'execute/sync', { script: `return (${expression})`, args: [] }),
    press: async (chord, times = 1) => void (await perform(keyActions(chord, times))),
    clickAt: async (x, y) => void (await perform(clickActions(x, y))),
    inNewTab: async (act) => {
      const first = await send<string>('GET', 'window');
      await inWindow((await send<{ handle: string }>('POST', 'window/new', { type: 'tab' })).handle);
      await act();
      await send('DELETE', 'window');
      await inWindow(first);
    },
    // The window can't be narrower than its toolbar, but a frame can.
    narrowTo: async (width) => {
      await send('POST', 'frame', { id: null });
      const path = join(folder, 'frame.html');
      writeFileSync(path, frameOf(opened, width));
      await send('POST', 'url', { url: pathToFileURL(path).href });
      await send('POST', 'frame', { id: 0 });
    },
    turnDark: async () => {
      await driver.close();
      driver = await start({ GTK_THEME: 'Adwaita:dark' });
    },
    close: async () => {
      await driver.close();
      screen.kill();
      await once(screen, 'close');
      proxy.close();
    },
  };
}

const frameOf = (url: string, width: number): string =>
  `<!doctype html><iframe src="${url}" style="width: ${width}px; height: 640px; border: 0"></iframe>`;

/** Records every request to another machine, and responds to none. */
async function startProxy(noise: string[]) {
  const server = createServer((socket) =>
    socket
      .on('error', () => {})
      .once('data', (data) => {
        noise.push(data.toString('latin1').split('\r\n')[0] ?? '');
        socket.destroy();
      }),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const capability = {
    proxyType: 'manual',
    httpProxy: address,
    sslProxy: address,
    noProxy: ['127.0.0.1', 'localhost'],
  };
  return { capability, close: () => void server.close() };
}

/** Xvfb chooses a free display and prints its number to descriptor 3. */
async function startScreen(): Promise<{ screen: ChildProcess; display: string }> {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1000x800x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = await once(screen.stdio[3] as Readable, 'data');
  return { screen, display: `:${String(number).trim()}` };
}
