import { prerequisites } from '../facts/console-steps.ts';
import { connector } from '../facts/labels.ts';
import { say } from '../terminal/log.ts';
import { wrapped } from '../terminal/wrap.ts';
import { type EditableKey, editors } from './editors.ts';
import { isCredential, settleMixUp } from './mix-up.ts';
import type { Draft, Progress } from './progress.ts';
import type { Tools } from './tools.ts';

/** One stage of the wizard. It is skipped if all of its answers are known. */
interface Step {
  readonly asks: readonly EditableKey[];
  /** What is shown before its prompts. */
  readonly introduce?: (draft: Draft, tools: Tools) => Promise<void>;
}

/** Loaded while the user is here anyway, so that the first prompt comes sooner. */
const showDeveloperPortal: Step['introduce'] = async (draft, tools) =>
  (await import('./portal-step.ts')).showDeveloperPortal(draft, tools);

const steps: readonly Step[] = [
  { asks: ['region'] },
  { asks: ['scopes'] },
  { asks: ['clientId', 'clientSecret'], introduce: showDeveloperPortal },
];

/** Says what this is, and what it takes or where it starts from. */
export async function introduce({ context: { stderr }, startFile }: Tools): Promise<void> {
  const { paint, symbols, width } = stderr.style;
  const title = paint.bold(wrapped(`3-legged OAuth 2.0 for the ${connector} connector`, width));
  const lines =
    startFile === undefined
      ? ['You need:', ...prerequisites.map((each) => wrapped(each, width, `  ${symbols.none} `))]
      : [wrapped(`Starting from ${startFile}.`, width)];
  await say(stderr, [title, ...lines, ''].join('\n'));
}

/** Prompts for what is missing, in order; each answer is kept at once, so that an interruption loses none. */
export async function promptForMissing(tools: Tools, progress: Progress): Promise<void> {
  for (const step of steps) {
    const missing = step.asks.filter((key) => progress.draft[key] === undefined);
    if (missing.length === 0) continue;
    await step.introduce?.(progress.draft, tools);
    for (const key of missing) {
      progress.draft = { ...progress.draft, ...(await editors[key](progress.draft, tools)) };
      if (isCredential(key)) await settleMixUp(tools, progress);
      await say(tools.context.stderr);
    }
  }
}
