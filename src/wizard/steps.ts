import { redirectUriOf } from '../facts/regions.ts';
import { applicationSection, developerPortal, prerequisites } from '../render/console-sections.ts';
import { renderSection } from '../render/text.ts';
import { explain, say } from '../terminal/log.ts';
import type { Draft, Tools } from './draft.ts';
import { type EditableKey, editors } from './editors.ts';

/** One stage of the wizard. It is passed over when everything that it asks for is known already. */
interface Step {
  readonly asks: readonly EditableKey[];
  /** What is shown before its questions. */
  readonly introduce?: (draft: Draft, tools: Tools) => Promise<void>;
}

const steps: readonly Step[] = [
  { asks: ['region'] },
  { asks: ['scopes'] },
  { asks: ['clientId', 'clientSecret'], introduce: showDeveloperPortal },
];

/** Greets, and says what must be so before the work begins. */
export async function introduce({ context }: Tools): Promise<void> {
  const { paint, symbols } = context.stderr.style;
  await explain(context.stderr, paint.bold('3-legged OAuth 2.0 for the ZoomInfo (Beta) connector'));
  await explain(context.stderr, 'You need:');
  for (const prerequisite of prerequisites) await explain(context.stderr, prerequisite, `  ${symbols.none} `);
  await say(context.stderr);
}

/** Asks for what is missing, in order; each answer is handed to `keep` at once, so that an interruption loses none. */
export async function askMissing(draft: Draft, tools: Tools, keep: (answer: Draft) => Draft): Promise<void> {
  let current = draft;
  for (const step of steps) {
    const missing = step.asks.filter((key) => current[key] === undefined);
    if (missing.length === 0) continue;
    await step.introduce?.(current, tools);
    for (const key of missing) current = keep(await editors[key](current, tools));
    await say(tools.context.stderr);
  }
}

async function showDeveloperPortal(
  { region, scopes }: Draft,
  { prompts, context, noOpen }: Tools,
): Promise<void> {
  if (region === undefined || scopes === undefined) return;
  const section = applicationSection({ redirectUri: redirectUriOf(region), scopes: [...scopes] });
  await say(
    context.stderr,
    `${renderSection(section, { ...context.stderr.style, maskClientSecret: true })}\n`,
  );
  if (
    noOpen ||
    !(await prompts.confirm({ message: `Open ${developerPortal} in your browser?`, initial: true }))
  )
    return;
  const opened = await context.openBrowser(developerPortal);
  if (!opened)
    await explain(context.stderr, `No browser could be started here: open ${developerPortal} yourself.`);
}
