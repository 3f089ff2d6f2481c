import { developerPortalUrl, labels } from '../facts/labels.ts';
import { portalChanges } from '../facts/portal-lists.ts';
import type { Line } from '../message.ts';
import { explain, tell } from '../terminal/log.ts';
import type { Output } from '../terminal/output.ts';
import { type Draft, portalValuesOf } from './progress.ts';

/** Says what a change of region or scopes means for the application in ZoomInfo. */
export async function explainPortalChanges(before: Draft, after: Draft, stderr: Output): Promise<void> {
  const changes = portalChanges(portalValuesOf(before), portalValuesOf(after));
  if (changes.length === 0) return;
  await explain(stderr, `Update your application in the ${labels.developerPortal} (${developerPortalUrl}):`);
  for (const { list, removed, added } of changes) {
    const lines = [list, ...listed('Remove:', removed), ...listed('Add:', added)];
    await tell(stderr, lines, { indent: '  ' });
  }
}

const listed = (heading: string, values: readonly string[]): Line[] =>
  values.length === 0 ? [] : [heading, ...values.map((value) => ({ value }))];
