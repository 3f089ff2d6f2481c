import type { Context } from '../../context/context.ts';
import { type Callback, readCallback, readPasted } from '../../oauth/callback.ts';
import { explain, say, warn } from '../../terminal/log.ts';
import { verdictOf } from '../check.ts';
import { type Finding, undecided } from '../finding.ts';
import { loginPage } from './result-page.ts';

/** Two ways to learn what the browser came back with. */
export interface Arrival {
  readonly callback: Callback | undefined;
  /** In seconds: a pasted code may be as old as the address that was shown. */
  readonly codeAgeAtMost: number;
  /** Tells the browser, where it waits for that. */
  readonly finish: (findings: readonly Finding[]) => Promise<void>;
}

/** What both ways are told. */
export interface Journey {
  readonly context: Context;
  readonly url: string;
  readonly redirectUri: string;
  readonly state: string;
  readonly seconds: number;
  readonly open: boolean;
}

/** Waits on a loopback address that the application lists. @throws Interruption */
export async function arriveByLoopback(journey: Journey): Promise<Arrival | Finding> {
  const { context, redirectUri, state, seconds } = journey;
  const isOurs = (parameters: URLSearchParams): boolean => {
    const states = parameters.getAll('state');
    return states.length === 1 && states[0] === state;
  };
  const listener = await context.listen(redirectUri, isOurs, seconds);
  if (!listener.ok)
    return undecided(
      `${listener.detail} Nobody was asked to sign in.`,
      'End the program that uses the port, or take another port: in --loopback and in the application at ZoomInfo.',
      listener.code,
    );
  await showAddress(journey);
  await explain(context.stderr, `Waiting for the browser at ${redirectUri}. Ctrl-C stops.`);
  const parameters = await listener.callback;
  return {
    callback: parameters && readCallback(parameters, state),
    codeAgeAtMost: 0,
    finish: async (findings) => {
      if (parameters === undefined) await listener.close();
      else await listener.finish(loginPage(verdictOf(findings)));
    },
  };
}

/** The user pastes the address bar; what is not the answer to this sign-in is asked for again. @throws Interruption */
export async function arriveByPaste(journey: Journey): Promise<Arrival> {
  const { context } = journey;
  await showAddress(journey);
  await explain(
    context.stderr,
    'Sign in there. The browser then lands on an address of Jitterbit, with a page that may show an error. Copy the whole address out of the address bar and paste it here, soon: the code in it lives about a minute. It is not shown.',
  );
  const start = Date.now();
  const callback = await askForAddress(journey);
  return { callback, codeAgeAtMost: (Date.now() - start) / 1000, finish: async () => {} };
}

async function askForAddress({
  context,
  redirectUri,
  state,
  seconds,
}: Journey): Promise<Callback | undefined> {
  const prompts = await context.prompts();
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const left = (end - Date.now()) / 1000;
    const text = left > 0 ? await prompts.paste({ message: 'Address:', seconds: left }) : undefined;
    if (text === undefined) return undefined;
    const parameters = readPasted(text, redirectUri);
    const callback = typeof parameters === 'string' ? undefined : readCallback(parameters, state);
    if (callback !== undefined && callback.kind !== 'unusable') return callback;
    await warn(context.stderr, `${callback?.problem ?? parameters} Paste again, or stop with Ctrl-C.`);
  }
}

async function showAddress({ context, url, open }: Journey): Promise<void> {
  const opened = open && (await context.openBrowser(url));
  await explain(
    context.stderr,
    opened
      ? 'Your browser should open this address; if it does not, open it yourself:'
      : 'Open this address in your browser:',
  );
  await say(context.stderr);
  await say(context.stderr, url);
  await say(context.stderr);
}
