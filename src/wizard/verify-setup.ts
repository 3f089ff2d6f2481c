import { renderChecksText } from '../checks/report.ts';
import { foreignSecretHosts } from '../checks/secret-hosts.ts';
import { subjectOfSetup } from '../checks/subject.ts';
import { labels } from '../facts/labels.ts';
import type { Setup } from '../setup-file/schema.ts';
import { explain, say } from '../terminal/log.ts';
import { defaultTimeouts } from '../verify/timeouts.ts';
import { type Plan, verifySubject } from '../verify/verify.ts';
import type { Tools } from './tools.ts';

type Depth = 'nothing' | 'online' | 'login';

const offline: Plan = {
  online: false,
  clientAuthentication: 'basic',
  timeout: defaultTimeouts.request,
  explain: false,
};

/** The values at once, since that touches nothing; the server and the sign-in only after they were explained. */
export async function verifyInWizard(setup: Setup, tools: Tools): Promise<void> {
  await check(setup, offline, tools);
  const depth = await askDepth(setup, tools);
  if (depth !== 'nothing' && !(await maySend(setup, tools))) return;
  if (depth === 'online') await check(setup, { ...offline, online: true }, tools);
  if (depth === 'login') {
    const login = { refresh: true, seconds: defaultTimeouts.login, open: !tools.noOpen };
    await check(setup, { ...offline, online: true, login }, tools);
  }
}

async function askDepth(setup: Setup, { prompts, context }: Tools): Promise<Depth> {
  if (!setup.clientId || !setup.clientSecret) {
    await explain(
      context.stderr,
      `The authorization server can be asked once ${labels.clientId} and ${labels.clientSecret} are known.`,
    );
    return 'nothing';
  }
  await explain(
    context.stderr,
    `So far nothing was sent anywhere. Online sends the authorization request, and a token request with a made-up code: it shows whether the addresses and the ${labels.clientSecret} are right. Login is the whole sign-in as a user, with tokens that are tried once and forgotten; it may end another session of the same user.`,
  );
  return prompts.select<Depth>({
    message: 'Ask the authorization server as well?',
    choices: [
      { value: 'nothing', name: 'No' },
      { value: 'online', name: 'Online: two requests, nobody signs in' },
      { value: 'login', name: 'Online and login: I sign in with my browser' },
    ],
  });
}

/** A host that the start file names, and no person, gets a secret that is not the file's only after a question. */
async function maySend(setup: Setup, { prompts, startSetup }: Tools): Promise<boolean> {
  if (startSetup === undefined || startSetup.clientSecret === setup.clientSecret) return true;
  const { accessTokenUrl, refreshTokenUrl } = startSetup;
  const isOfFile = [accessTokenUrl, refreshTokenUrl].includes(setup.accessTokenUrl);
  const hosts = isOfFile ? foreignSecretHosts(setup) : [];
  if (hosts.length === 0) return true;
  const message = `The file names ${hosts.join(' and ')}, which is not ZoomInfo's documented host. Send the ${labels.clientSecret} there?`;
  return prompts.confirm({ message, initial: false });
}

async function check(setup: Setup, plan: Plan, { context }: Tools): Promise<void> {
  const checks = await verifySubject(subjectOfSetup(setup), plan, context);
  await say(context.stderr, `\n${renderChecksText(checks, context.stderr.style)}`);
}
