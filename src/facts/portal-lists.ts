import { labels } from './labels.ts';

/** The values that the application page in ZoomInfo lists, as far as they are known. */
export interface PortalValues {
  readonly redirectUri?: string | undefined;
  readonly scopes?: readonly string[] | undefined;
}

/** One list of the application page, and how to change it. */
export interface ListChange {
  readonly list: string;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** How the lists of an application must change. The order of their entries doesn't matter. */
export function portalChanges(before: PortalValues, after: PortalValues): ListChange[] {
  return [
    changeOf(labels.redirectUris, listOf(before.redirectUri), listOf(after.redirectUri)),
    changeOf(labels.oauthScopes, before.scopes, after.scopes),
  ].filter(({ removed, added }) => removed.length + added.length > 0);
}

const listOf = (value: string | undefined): string[] | undefined =>
  value === undefined ? undefined : [value];

/** A list of which one side is unknown has no changes. */
function changeOf(list: string, before?: readonly string[], after?: readonly string[]): ListChange {
  const [old, now] = before === undefined || after === undefined ? [[], []] : [before, after];
  return {
    list,
    removed: old.filter((value) => !now.includes(value)),
    added: now.filter((value) => !old.includes(value)),
  };
}
