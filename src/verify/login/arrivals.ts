import { worstOf } from '../../checks/check.ts';
import { type Finding, undecided } from '../../checks/finding.ts';
import type { Listener, ListenProblem } from '../../context/listener.ts';
import { Failure } from '../../errors.ts';
import { type Callback, isAnswerTo, readCallback } from '../../oauth/callback.ts';
import { readPasted } from '../../oauth/pasted-url.ts';
import { explain, say, waiting, warn } from '../../terminal/log.ts';
import { accepted, type Result, refused } from '../../text/result.ts';
import type { Login } from './plan.ts';
import { resultPage } from './result-page.ts';

/** What the browser returns, in either of two ways. */
export interface Arrival {
  readonly callback: Result<Callback> | undefined;
  /** In seconds; a pasted code may be as old as the URL that was shown. */
  readonly codeAgeAtMost: number;
  /** Shows the result in the browser, if it waits for one. */
  readonly finish: (findings: readonly Finding[]) => Promise<void>;
  /** Instead of `finish`, if something failed. */
  readonly close: () => Promise<void>;
}

/** Waits on a loopback address whose URI the application lists. @throws Interruption, or Failure (usage) for a port in use */
export async function arriveByLoopback(
  login: Login,
  url: string,
  state: string,
): Promise<Result<Arrival, Finding>> {
  const { context, plan, registration } = login;
  const { redirectUri } = registration;
  const isOurs = (parameters: URLSearchParams): boolean => isAnswerTo(state, parameters);
  const listening = await context.listen(redirectUri, isOurs, plan.seconds);
  if (!listening.ok) return refused(notListening(listening.problem));
  const listener = listening.value;
  try {
    const parameters = await awaitBrowser(listener, url, login);
    return accepted({
      callback: parameters && readCallback(parameters, state),
      codeAgeAtMost: 0,
      finish: async (findings) => {
        if (parameters !== undefined)
          await listener.finish(resultPage(worstOf(findings.map(({ status }) => status))));
      },
      close: listener.close,
    });
  } catch (error) {
    await listener.close();
    throw error;
  }
}

/** Both at once: a signal ends the wait while the browser is still starting. */
async function awaitBrowser(
  { callback }: Listener,
  url: string,
  login: Login,
): Promise<URLSearchParams | undefined> {
  const { stderr } = login.context;
  const shown = showUrl(url, login).then(() =>
    explain(stderr, `Waiting for the browser at ${login.registration.redirectUri}. Press Ctrl-C to cancel.`),
  );
  const arrived = Promise.all([callback, shown]).then(([parameters]) => parameters);
  await Promise.race([shown, arrived]);
  return waiting(stderr, '', arrived);
}

function notListening({ code, detail }: ListenProblem): Finding {
  const outcome = `${detail} The sign-in didn't start.`;
  const fix =
    'Stop the program that uses the port, or use another port, both in --loopback and in your ZoomInfo application.';
  if (code === 'port-in-use') throw new Failure('usage', outcome, [fix]);
  return undecided(outcome, fix, code);
}

/** The user pastes the URL, again if it doesn't belong to this sign-in. @throws Interruption */
export async function arriveByPaste(
  login: Login,
  url: string,
  state: string,
): Promise<Result<Arrival, Finding>> {
  const { context } = login;
  await showUrl(url, login);
  await explain(
    context.stderr,
    'Sign in. Your browser then opens a Jitterbit page, which may show an error. Copy its whole URL from the address bar, and paste it here within a minute, before the code in it expires. Your input is hidden.',
  );
  const start = Date.now();
  const callback = await promptForUrl(login, state);
  return accepted({ callback, codeAgeAtMost: (Date.now() - start) / 1000, finish: done, close: done });
}

async function done(): Promise<void> {}

async function promptForUrl(
  { context, registration, plan }: Login,
  state: string,
): Promise<Result<Callback> | undefined> {
  const prompts = await context.prompts();
  const end = Date.now() + plan.seconds * 1000;
  for (;;) {
    const left = (end - Date.now()) / 1000;
    const text = left > 0 ? await prompts.paste({ message: 'URL:', seconds: left }) : undefined;
    if (text === undefined) return undefined;
    const pasted = readPasted(text, registration.redirectUri);
    const callback = pasted.ok ? readCallback(pasted.value, state) : pasted;
    if (callback.ok) return callback;
    await warn(context.stderr, `${callback.problem} Paste it again, or press Ctrl-C to cancel.`);
  }
}

async function showUrl(url: string, { context, plan }: Login): Promise<void> {
  const opened = plan.open && (await context.openBrowser(url));
  await explain(
    context.stderr,
    opened
      ? "Your browser should open this URL. If it doesn't, open it yourself:"
      : 'Open this URL in your browser:',
  );
  await say(context.stderr);
  await say(context.stderr, url);
  await say(context.stderr);
}
