import { labels } from './labels.ts';

/** The values that the application page in ZoomInfo lists, as far as they are known. */
export interface PortalValues {
  readonly redirectUri?: string | undefined;
  readonly scopes?: readonly string[] | undefined;
}

/** One list of the application page, and how to change it. */
export interface ListChange {
  readonly list: string;
  /** That the values differ, as the beginning of a sentence. */
  readonly says: string;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** How the lists of an application must change. The order of their entries doesn't matter. */
export function portalChanges(before: PortalValues, after: PortalValues): ListChange[] {
  return [
    {
      list: labels.redirectUris,
      says: `The ${labels.redirectUri} differs`,
      ...changeOf(listOf(before.redirectUri), listOf(after.redirectUri)),
    },
    {
      list: labels.oauthScopes,
      says: `The ${labels.oauthScopes} differ`,
      ...changeOf(before.scopes, after.scopes),
    },
  ].filter(({ removed, added }) => removed.length + added.length > 0);
}

const listOf = (value: string | undefined): string[] | undefined =>
  value === undefined ? undefined : [value];

/** A list of which one side is unknown has no changes. */
function changeOf(
  before: readonly string[] | undefined,
  after: readonly string[] | undefined,
): Pick<ListChange, 'removed' | 'added'> {
  const [old, now] = before === undefined || after === undefined ? [[], []] : [before, after];
  return {
    removed: old.filter((value) => !now.includes(value)),
    added: now.filter((value) => !old.includes(value)),
  };
}
