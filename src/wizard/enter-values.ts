import { labels } from '../facts/labels.ts';
import { openSheet } from '../output/copy-sheet.ts';
import { renderText } from '../render/text.ts';
import type { Setup } from '../setup-file/schema.ts';
import { isOverSsh } from '../terminal/environment.ts';
import { explain, say } from '../terminal/log.ts';
import { attempt } from './attempt.ts';
import { stepThroughConsoles } from './step-through.ts';
import type { Tools } from './tools.ts';

/** A way to enter the values in Jitterbit. */
interface Way {
  readonly name: string;
  /** What the transcript shows. */
  readonly short: string;
  readonly run: (setup: Setup, tools: Tools) => Promise<void>;
}

const inBrowser: Way = {
  name: 'In the browser, with a Copy button for each value',
  short: 'in the browser',
  run: openCopySheet,
};

const here: readonly Way[] = [
  { name: 'Here, step by step', short: 'step by step', run: stepThroughConsoles },
  { name: 'All at once', short: 'all at once', run: showConsoles },
];

/** Asks how to enter the values in Jitterbit, and does it that way. */
export async function enterValues(setup: Setup, tools: Tools): Promise<void> {
  const { prompts, context, noOpen } = tools;
  const opensBrowser = !noOpen && !isOverSsh(context.env);
  const ways = opensBrowser ? [inBrowser, ...here] : [...here, inBrowser];
  const way = await prompts.select<Way>({
    message: 'How would you like to enter the values in Jitterbit?',
    doneMessage: 'Enter the values:',
    choices: ways.map((way) => ({ value: way, name: way.name, short: way.short })),
  });
  await attempt(() => way.run(setup, tools), context);
  await explain(
    context.stderr,
    `Jitterbit uses the same PKCE pair for every sign-in. Treat the code verifier as a secret, like the ${labels.clientSecret}.`,
  );
  await say(context.stderr);
}

/** Serves the copy sheet until the user is done with it. */
export async function openCopySheet(setup: Setup, { context, noOpen }: Tools): Promise<void> {
  await openSheet(setup, { startBrowser: !noOpen }, context);
  await say(context.stderr);
}

/** Every value for Jitterbit, in form order. */
async function showConsoles(setup: Setup, { context: { stderr } }: Tools): Promise<void> {
  await say(stderr);
  await say(stderr, renderText(setup, { ...stderr.style, maskClientSecret: true, audience: 'jitterbit' }));
}
