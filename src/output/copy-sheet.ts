import type { Context } from '../context/context.ts';
import type { RefusedVisitor, ServedPage } from '../context/page.ts';
import type { Audience } from '../facts/audience.ts';
import { labels } from '../facts/labels.ts';
import type { Setup } from '../setup-file/schema.ts';
import { type Environment, isOverSsh } from '../terminal/environment.ts';
import { explain, say, success, tell, warn } from '../terminal/log.ts';

export interface SheetOptions {
  readonly audience?: Audience | undefined;
  readonly startBrowser: boolean;
}

/** The part of the context that serving the sheet needs. */
type SheetContext = Pick<Context, 'env' | 'stderr' | 'openBrowser' | 'servePage'>;

/** Serves the copy sheet on this machine until the user closes it. Writes no file. @throws Interruption */
export async function openSheet(setup: Setup, options: SheetOptions, context: SheetContext): Promise<void> {
  const { contentPolicy, renderHtml } = await import('../render/html/sheet-page.ts');
  const page = { html: renderHtml(setup, options.audience, context.stderr.style.typing), contentPolicy };
  const onRefused = (visitor: RefusedVisitor): void =>
    void warn(context.stderr, `${refusals[visitor]} ${ifNotYou}`);
  const served = await context.servePage(page, { onRefused });
  // Both at once, so that a signal also ends it while the browser is starting.
  const [reason] = await Promise.all([served.closed, introduce(served, options, context)]);
  // The terminal shows ^C and stays in that line, but Enter has already ended it.
  if (context.stderr.isTerminal && reason !== 'enter') await say(context.stderr);
  await success(
    context.stderr,
    reason === 'idle'
      ? `Copy sheet closed after ${served.idleMinutes} minutes without a request.`
      : 'Copy sheet closed.',
  );
}

/** What a denied visit means. If only the order of visits is known, the text doesn't say which one was the user's. */
const refusals: Readonly<Record<RefusedVisitor, string>> = {
  'other-user': 'Another user of this machine requested the copy sheet and was denied access.',
  'second-browser':
    'A second browser requested the copy sheet and was denied access. If it was yours, another program opened the page first.',
  unknown: 'A program that had already disconnected requested the copy sheet and was denied access.',
};

const ifNotYou = `If you didn't expect this, replace the ${labels.clientSecret} and rotate the PKCE pair.`;

async function introduce(served: ServedPage, options: SheetOptions, context: SheetContext): Promise<void> {
  await tell(context.stderr, [
    'Only you can open the copy sheet, and only on this machine:',
    { value: served.url },
  ]);
  if (isOverSsh(context.env)) await explainTunnel(served, context);
  else if (options.startBrowser && !(await context.openBrowser(served.url)))
    await explain(context.stderr, "Couldn't open a browser. Open the URL yourself.");
  const keys = served.endsOnEnter ? 'Enter or Ctrl-C' : 'Ctrl-C';
  await explain(
    context.stderr,
    `Press ${keys} to close it. It closes after ${served.idleMinutes} minutes without a request.`,
  );
}

async function explainTunnel(
  { port }: ServedPage,
  { env, stderr }: Pick<Context, 'env' | 'stderr'>,
): Promise<void> {
  await tell(stderr, [
    'To open it on your own machine, run this there first (change the host to the one you use for SSH):',
    { command: tunnelWords(port, env) },
  ]);
}

/**
 * SSH_CONNECTION contains the addresses and ports of the client and the server. The other machine's shell is unknown, so
 * anything that would need quoting there is omitted.
 */
function tunnelWords(port: number, env: Environment): string[] {
  const [, , address = '', sshPort = ''] = (env.SSH_CONNECTION ?? '').split(' ');
  const host = /^[\w.:-]+$/.test(address) ? address : 'this-machine';
  const serverPort = /^\d{1,5}$/.test(sshPort) ? sshPort : '22';
  const user = [env.USER, env.LOGNAME, env.USERNAME].find((name) => name && /^\w[\w.-]*$/.test(name));
  return [
    'ssh',
    '-N',
    '-L',
    `${port}:127.0.0.1:${port}`,
    ...(serverPort === '22' ? [] : ['-p', serverPort]),
    user ? `${user}@${host}` : host,
  ];
}
