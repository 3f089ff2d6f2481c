import { developerPortalUrl, labels } from '../facts/labels.ts';
import { portalChanges } from '../facts/portal-lists.ts';
import { explain, say } from '../terminal/log.ts';
import type { Output } from '../terminal/output.ts';
import { type Draft, portalValuesOf } from './progress.ts';

/** Says at once what a change of region or scopes means for the application at ZoomInfo. */
export async function explainPortalChanges(before: Draft, after: Draft, stderr: Output): Promise<void> {
  const changes = portalChanges(portalValuesOf(before), portalValuesOf(after));
  if (changes.length === 0) return;
  await explain(stderr, `Update your application in the ${labels.developerPortal} (${developerPortalUrl}):`);
  for (const { list, removed, added } of changes) {
    await say(stderr, `  ${list}`);
    for (const value of removed) await say(stderr, `    Remove: ${value}`);
    for (const value of added) await say(stderr, `    Add:    ${value}`);
  }
  await say(stderr);
}
