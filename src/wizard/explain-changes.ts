import { developerPortalUrl, labels } from '../facts/labels.ts';
import { redirectUriOf } from '../facts/regions.ts';
import { explain, say } from '../terminal/log.ts';
import type { Output } from '../terminal/output.ts';
import type { Draft } from './progress.ts';

/** One list of the application page at ZoomInfo, and how it has to change. */
interface ListChange {
  readonly list: string;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** What a change of region or scopes means for the application at ZoomInfo, which was made with the former ones. */
function portalChanges(before: Draft, after: Draft): ListChange[] {
  const lists = [
    { list: labels.redirectUris, old: redirectUris(before), now: redirectUris(after) },
    { list: labels.oauthScopes, old: before.scopes ?? [], now: after.scopes ?? [] },
  ];
  return lists
    .map(({ list, old, now }) => ({
      list,
      removed: old.filter((value) => !now.includes(value)),
      added: now.filter((value) => !old.includes(value)),
    }))
    .filter(({ removed, added }) => removed.length + added.length > 0);
}

const redirectUris = ({ region }: Draft): string[] => (region === undefined ? [] : [redirectUriOf(region)]);

/** Says at once what has to be changed there; nothing where nothing has. */
export async function explainPortalChanges(before: Draft, after: Draft, stderr: Output): Promise<void> {
  const changes = portalChanges(before, after);
  if (changes.length === 0) return;
  await explain(stderr, `In the ${labels.developerPortal} (${developerPortalUrl}), change your application:`);
  for (const { list, removed, added } of changes) {
    await say(stderr, `  ${list}`);
    for (const value of removed) await say(stderr, `    Remove: ${value}`);
    for (const value of added) await say(stderr, `    Add:    ${value}`);
  }
  await say(stderr);
}
