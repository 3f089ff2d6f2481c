import { missingCredentials } from '../answers/credentials.ts';
import type { Check } from '../checks/check.ts';
import { renderChecks, renderVerdict } from '../checks/report.ts';
import { foreignSecretHosts } from '../checks/secret-hosts.ts';
import { type Subject, subjectOfSetup } from '../checks/subject.ts';
import { accessTo } from '../checks/subject-file.ts';
import { labels } from '../facts/labels.ts';
import type { Setup } from '../setup-file/schema.ts';
import { explain, say } from '../terminal/log.ts';
import { defaultTimeouts } from '../verify/timeouts.ts';
import { type Plan, verifyInStages } from '../verify/verify.ts';
import { type Progress, setupFileWith } from './progress.ts';
import { changeAnswers } from './review.ts';
import type { Tools } from './tools.ts';

type Depth = 'nothing' | 'online' | 'login';

const offline: Plan = {
  online: false,
  clientAuthentication: 'basic',
  timeout: defaultTimeouts.request,
  explain: false,
};

/**
 * Checks the values at once, since that sends nothing; the online checks and the sign-in only after explaining them.
 * Fixes name the setup file if it contains these values.
 */
export async function verifyInWizard(
  setup: Setup,
  tools: Tools,
  { kept }: Pick<Progress, 'kept'>,
): Promise<void> {
  const file = setupFileWith(setup, kept);
  const access = file === undefined ? undefined : { name: file, ...accessTo(file, tools.context) };
  const subject = subjectOfSetup(setup, access);
  await check(subject, offline, tools);
  const depth = await promptForDepth(setup, tools);
  if (depth === 'nothing' || !(await maySend(setup, tools))) return say(tools.context.stderr);
  if (depth === 'online') await check(subject, { ...offline, online: true }, tools);
  if (depth === 'login') {
    const login = { refresh: true, seconds: defaultTimeouts.login, open: !tools.noOpen };
    await check(subject, { ...offline, online: true, login }, tools);
  }
}

async function promptForDepth(setup: Setup, { prompts, context }: Tools): Promise<Depth> {
  const missing = missingCredentials(setup);
  if (missing !== undefined) {
    await explain(
      context.stderr,
      `To test against the authorization server, first add the ${missing} with "${changeAnswers}".`,
    );
    return 'nothing';
  }
  await explain(
    context.stderr,
    `Nothing has been sent yet. Online tests the URLs and the ${labels.clientSecret} with an authorization request and a token request with a dummy code. Login is a full sign-in, which may end another session of the same user. It tests the tokens once and doesn't store them.`,
  );
  return prompts.select<Depth>({
    message: 'Also test against the authorization server?',
    doneMessage: 'Test against the authorization server:',
    choices: [
      { value: 'nothing', name: 'No', short: 'no' },
      { value: 'online', name: 'Online: two requests, no sign-in', short: 'online' },
      { value: 'login', name: 'Online and login: sign in with a browser', short: 'online and login' },
    ],
  });
}

/** Whether the user agrees to send a secret from another source to a host that only the start file specifies. */
async function maySend(setup: Setup, { prompts, startSetup }: Tools): Promise<boolean> {
  if (startSetup === undefined || startSetup.clientSecret === setup.clientSecret) return true;
  const { accessTokenUrl, refreshTokenUrl } = startSetup;
  const isOfFile = [accessTokenUrl, refreshTokenUrl].includes(setup.accessTokenUrl);
  const hosts = isOfFile ? foreignSecretHosts(setup) : [];
  if (hosts.length === 0) return true;
  const message = `The file specifies ${hosts.join(' and ')}, which isn't ZoomInfo's documented host. Send the ${labels.clientSecret} there?`;
  return prompts.confirm({ message, initial: false });
}

/** Tells each stage as it comes; the values, which every run checks first, only in the first run. */
async function check(subject: Subject, plan: Plan, { context }: Tools): Promise<void> {
  const { stderr } = context;
  const checks: Check[] = [];
  for await (const stage of verifyInStages(subject, plan, context)) {
    const isToldAlready = checks.length === 0 && plan !== offline;
    if (!isToldAlready) await say(stderr, `\n${renderChecks(stage, stderr.style)}`);
    checks.push(...stage);
  }
  await say(stderr, renderVerdict(checks, stderr.style));
}
