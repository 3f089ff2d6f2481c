import type { Context } from '../context/context.ts';
import type { RefusedVisitor, ServedPage } from '../context/page.ts';
import type { Audience } from '../facts/audience.ts';
import { labels } from '../facts/labels.ts';
import type { Setup } from '../setup-file/schema.ts';
import { type Environment, isOverSsh } from '../terminal/environment.ts';
import { explain, success, tell, warn } from '../terminal/log.ts';

export interface SheetOptions {
  readonly audience?: Audience | undefined;
  /** Standard input is free, so Enter can end the serving. */
  readonly enterEnds: boolean;
  readonly startBrowser: boolean;
}

/** What serving the sheet needs of the outside. */
type SheetContext = Pick<Context, 'env' | 'stderr' | 'openBrowser' | 'servePage'>;

/** Serves the copy sheet to this machine until the user is done with it. No file is made. @throws Interruption */
export async function openSheet(setup: Setup, options: SheetOptions, context: SheetContext): Promise<void> {
  const { contentPolicy, renderHtml } = await import('../render/html/sheet-page.ts');
  const page = { html: renderHtml(setup, options.audience), contentPolicy };
  const onRefused = (visitor: RefusedVisitor): void =>
    void warn(context.stderr, `${refusals[visitor]} ${ifNotYou}`);
  const served = await context.servePage(page, { enterEnds: options.enterEnds, onRefused });
  // Both at once: a signal ends it while the browser is still starting.
  const [reason] = await Promise.all([served.closed, introduce(served, options, context)]);
  await success(
    context.stderr,
    reason === 'idle'
      ? `Nobody looked for ${served.idleMinutes} minutes: the copy sheet is closed.`
      : 'The copy sheet is closed.',
  );
}

/** What a refused visit means; the wording leaves open who came first where only the order of visits is known. */
const refusals: Readonly<Record<RefusedVisitor, string>> = {
  'other-user': 'Another user of this machine requested the copy sheet and was refused.',
  'second-browser':
    'A second browser requested the copy sheet and was refused. If that was yours, another program opened the page first.',
  unknown: 'A program that had already disconnected requested the copy sheet and was refused.',
};

const ifNotYou = `If you didn't expect this, renew the ${labels.clientSecret} and rotate the PKCE pair.`;

async function introduce(served: ServedPage, options: SheetOptions, context: SheetContext): Promise<void> {
  await tell(context.stderr, [
    'The copy sheet is served to you alone, on this machine only, at:',
    { value: served.url },
  ]);
  if (isOverSsh(context.env)) await explainTunnel(served, context);
  else if (options.startBrowser && !(await context.openBrowser(served.url)))
    await explain(context.stderr, 'No browser could be started here: open the address yourself.');
  await explain(context.stderr, `${options.enterEnds ? 'Enter or Ctrl-C' : 'Ctrl-C'} ends it.`);
}

async function explainTunnel(
  { port }: ServedPage,
  { env, stderr }: Pick<Context, 'env' | 'stderr'>,
): Promise<void> {
  await tell(stderr, [
    'To open it on your own machine, first run there (with the name by which you reach this one):',
    { command: tunnelWords(port, env) },
  ]);
}

/**
 * SSH_CONNECTION holds the addresses and ports of client and server. The line is for a shell that is not known here, so
 * what would need quotes there is left out.
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
