import { developerPortalUrl, labels } from '../facts/labels.ts';
import { portalChanges } from '../facts/portal-lists.ts';
import { redirectUriOf } from '../facts/regions.ts';
import { applicationSection, type Section } from '../render/console-sections.ts';
import { renderSection } from '../render/text.ts';
import { say, tell } from '../terminal/log.ts';
import { type Draft, portalValuesOf } from './progress.ts';
import type { Tools } from './tools.ts';

/** Shows what to do in the ZoomInfo Developer Portal before its credentials can be entered, and offers to open it. */
export async function showDeveloperPortal(draft: Draft, tools: Tools): Promise<void> {
  const { prompts, context, noOpen } = tools;
  const { stderr } = context;
  const section = portalSection(draft, tools);
  if (section === undefined) return;
  await say(stderr, `${renderSection(section, { ...stderr.style, maskClientSecret: true })}\n`);
  const message = `Open ${developerPortalUrl} in your browser?`;
  if (noOpen) return;
  const mayOpen = await prompts.confirm({ message, initial: true });
  if (mayOpen && !(await context.openBrowser(developerPortalUrl)))
    await tell(stderr, ["Couldn't open a browser. Open this URL yourself:", { value: developerPortalUrl }]);
  await say(stderr);
}

/** If the Client ID is known, the application exists, and only new values need to be checked. */
function portalSection({ region, scopes, clientId }: Draft, { startSetup }: Tools): Section | undefined {
  if (region === undefined || scopes === undefined) return undefined;
  const section = applicationSection({ redirectUri: redirectUriOf(region), scopes });
  if (!clientId) return section;
  const isAsSaved =
    startSetup?.clientId === clientId &&
    portalChanges(startSetup, portalValuesOf({ region, scopes })).length === 0;
  const open = `Log in to the ${labels.developerPortal} at ${developerPortalUrl} and click the application link.`;
  const after = [`Copy the ${labels.clientSecret}.`];
  if (isAsSaved) return { ...section, about: '', before: [open], cells: [], after };
  const check = `Make sure that it has this ${labels.redirectUri} and these ${labels.oauthScopes}:`;
  return { ...section, about: '', before: [open, check], after };
}
