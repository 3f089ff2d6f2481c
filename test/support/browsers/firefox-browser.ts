import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bareEnvironment } from '../bin.ts';
import { firefoxPath } from '../requirements.ts';
import { type Bidi, connectBidi } from './bidi.ts';
import type { DrivenBrowser } from './driven-browser.ts';
import { clickActions, keyActions } from './input-actions.ts';

/** Keeps Firefox from sending requests by itself and from doing unneeded work. */
const preferences = {
  'accessibility.tabfocus': 7,
  'app.normandy.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.page': 0,
  'browser.tabs.remote.separatePrivilegedContentProcess': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.ipc.processCount': 1,
  'dom.ipc.processPrelaunch.enabled': false,
  'extensions.enabledScopes': 0,
  'extensions.installDistroAddons': false,
  'fission.autostart': false,
  'media.gmp-manager.updateEnabled': false,
  'media.rdd-process.enabled': false,
  'media.utility-process.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.process.enabled': false,
  'services.settings.server': 'data:,',
};

const events = ['log.entryAdded', 'network.beforeRequestSent'];
const steps = { back: -1, forward: 1 };

/** Starts Firefox, driven by WebDriver BiDi. @param folder an empty folder for its profile */
export async function startFirefox(folder: string): Promise<DrivenBrowser> {
  const lines = Object.entries(preferences).map(([name, value]) => setPreference('user_pref', name, value));
  writeFileSync(join(folder, 'user.js'), lines.join('\n'));
  const child = spawn(
    firefoxPath ?? '',
    [
      '--headless',
      '--no-remote',
      '--profile',
      folder,
      '--remote-debugging-port=0',
      '--remote-allow-system-access',
    ],
    { env: { ...bareEnvironment, HOME: folder }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const noise: string[] = [];
  const bidi = await connectBidi(`${await addressOf(child)}/session`, (method, params) =>
    noise.push(...noiseOf(method, params)),
  );
  await bidi.send('session.new', { capabilities: {} });
  await bidi.send('session.subscribe', { events });
  let context = await firstContext(bidi);
  /** Evaluates an expression in the browser's own window. */
  const inChrome = async (expression: string): Promise<void> =>
    evaluate(bidi, await firstContext(bidi, { 'moz:scope': 'chrome' }), expression);
  const perform = (actions: object[]): Promise<unknown> =>
    bidi.send('input.performActions', { context, actions });
  return {
    noise,
    asPasted: (text) => text,
    open: async (url) => {
      await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' });
      await inChrome(focusPage);
    },
    go: async (where) => {
      if (where === 'reload') await bidi.send('browsingContext.reload', { context, wait: 'complete' });
      else await bidi.send('browsingContext.traverseHistory', { context, delta: steps[where] });
    },
    evaluate: (expression) => evaluate(bidi, context, expression),
    press: async (chord, times = 1) => void (await perform(keyActions(chord, times))),
    clickAt: async (x, y) => void (await perform(clickActions(x, y))),
    inNewTab: async (act) => {
      const first = context;
      ({ context } = await bidi.send<{ context: string }>('browsingContext.create', { type: 'tab' }));
      await act();
      await bidi.send('browsingContext.close', { context });
      context = first;
    },
    narrowTo: async (width) =>
      void (await bidi.send('browsingContext.setViewport', { context, viewport: { width, height: 640 } })),
    turnDark: () => inChrome(setPreference('Services.prefs.setIntPref', darkPages, 0)),
    close: async () => {
      await bidi.send('browser.close');
      await once(child, 'close');
    },
  };
}

/** Otherwise, keys go to the address bar. */
const focusPage = 'gBrowser.selectedBrowser.focus()';

const darkPages = 'layout.css.prefers-color-scheme.content-override';

const setPreference = (call: string, name: string, value: unknown): string =>
  `${call}(${JSON.stringify(name)}, ${JSON.stringify(value)})`;

/** Firefox prints the URL it listens on to standard error. */
function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.stderr?.on('data', (chunk) => {
      said += chunk;
      const [, address] = /BiDi listening on (ws:\S+)/.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
    child.once('close', () => reject(new Error(said)));
  });
}

async function firstContext(bidi: Bidi, scope = {}): Promise<string> {
  const { contexts } = await bidi.send<{ contexts: { context: string }[] }>('browsingContext.getTree', scope);
  return contexts[0]?.context ?? '';
}

/** Uses JSON, since BiDi has its own notation for values. */
async function evaluate<Value>(bidi: Bidi, context: string, expression: string): Promise<Value> {
  const { result, exceptionDetails } = await bidi.send<any>('script.evaluate', {
    expression: `(async () => JSON.stringify((await (${expression})) ?? null))()`,
    target: { context },
    awaitPromise: true,
  });
  if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
  return JSON.parse(result.value);
}

/** A request with a navigation is for the page itself. */
function noiseOf(method: string, { text, navigation, request }: any): string[] {
  if (method === 'log.entryAdded') return [text];
  return navigation === null && !request.url.startsWith('data:') ? [request.url] : [];
}
