import { commandLine } from '../terminal/shell.ts';
import type { Audience } from '../facts/audience.ts';
import { isOverSsh } from '../answers/environment-answers.ts';
import type { Setup } from '../setup-file/schema.ts';
import type { Environment, ServedPage, World } from '../context/context.ts';
import { explain, say, success } from '../terminal/log.ts';

export interface SheetOptions {
  readonly audience?: Audience | undefined;
  /** Standard input is free, so Enter can end the serving. */
  readonly enterEnds: boolean;
  readonly startBrowser: boolean;
}

/** Serves the copy sheet to this machine until the user is done with it. No file is made. @throws Interruption */
export async function openSheet(setup: Setup, options: SheetOptions, world: World): Promise<void> {
  const { contentPolicy, renderHtml } = await import('../render/html/sheet-page.ts');
  const page = { html: renderHtml(setup, options.audience), contentPolicy };
  const served = await world.servePage(page, { enterEnds: options.enterEnds });
  const closed = served.closed.then((reason) => ({ reason }));
  await explain(
    world,
    'The copy sheet is served to this machine alone, at an address that nobody can guess:',
  );
  await say(world, `  ${served.address}`);
  if (isOverSsh(world.env)) await explainTunnel(served, world);
  else if (options.startBrowser && !(await world.openBrowser(served.address)))
    await explain(world, 'No browser could be started here: open the address yourself.');
  await explain(world, `${options.enterEnds ? 'Enter or Ctrl-C' : 'Ctrl-C'} ends it.`);
  const { reason } = await closed;
  await success(
    world,
    reason === 'idle'
      ? `Nobody looked for ${served.patience} minutes: the copy sheet is closed.`
      : 'The copy sheet is closed.',
  );
}

async function explainTunnel({ port }: ServedPage, world: World): Promise<void> {
  await explain(
    world,
    'To open it on your own machine, first run there (with the name by which you reach this one):',
  );
  await say(world, `  ${commandLine(tunnelWords(port, world.env), 'posix')}`);
}

/** SSH_CONNECTION holds the addresses and ports of client and server. */
function tunnelWords(port: number, env: Environment): string[] {
  const [, , host = 'this-machine', serverPort = '22'] = (env.SSH_CONNECTION ?? '').split(' ');
  const user = env.USER || env.LOGNAME || env.USERNAME;
  return [
    'ssh',
    '-N',
    '-L',
    `${port}:127.0.0.1:${port}`,
    ...(serverPort === '22' ? [] : ['-p', serverPort]),
    user ? `${user}@${host}` : host,
  ];
}
