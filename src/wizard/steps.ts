import { prerequisites } from '../facts/console-steps.ts';
import { connector, developerPortalUrl } from '../facts/labels.ts';
import { redirectUriOf } from '../facts/regions.ts';
import { applicationSection } from '../render/console-sections.ts';
import { renderSection } from '../render/text.ts';
import { explain, say, tell } from '../terminal/log.ts';
import type { Output } from '../terminal/output.ts';
import { type EditableKey, editors } from './editors.ts';
import { isCredential, settleMixUp } from './mix-up.ts';
import type { Draft, Progress } from './progress.ts';
import type { Tools } from './tools.ts';

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
export async function introduce(stderr: Output): Promise<void> {
  const { paint, symbols } = stderr.style;
  await explain(stderr, paint.bold(`3-legged OAuth 2.0 for the ${connector} connector`));
  await explain(stderr, 'You need:');
  for (const prerequisite of prerequisites) await explain(stderr, prerequisite, `  ${symbols.none} `);
  await say(stderr);
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
    }
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
    !(await prompts.confirm({ message: `Open ${developerPortalUrl} in your browser?`, initial: true }))
  )
    return;
  const opened = await context.openBrowser(developerPortalUrl);
  if (!opened)
    await tell(context.stderr, [
      'No browser could be started here. Open this URL yourself:',
      { value: developerPortalUrl },
    ]);
}
