import { labels } from '../../facts/labels.ts';
import { yourRegistration } from '../../facts/places.ts';
import { type Cell, consoleSections, type Section } from '../../render/console-sections.ts';
import type { Setup } from '../../setup-file/schema.ts';
import { warn } from '../../terminal/log.ts';
import type { Output } from '../../terminal/output.ts';

/** Not part of any request, so that no sign-in fails because of them. */
const ownWords: readonly string[] = [labels.name, labels.description];

/**
 * Warns of the fields and rows in Jitterbit whose values differ from the saved setup. Without a Client ID in that, there
 * is no app registration yet.
 */
export async function warnOfRegistrationChanges(base: Setup, setup: Setup, stderr: Output): Promise<void> {
  const changed = base.clientId ? changedPlaces(base, setup) : [];
  if (changed.length === 0) return;
  await warn(
    stderr,
    `Some values differ from the saved setup. If your app registration exists, update it in ${yourRegistration}:`,
    { details: changed },
  );
}

/** The labels of the fields and rows that had another value, or none. A value that wasn't set yet is entered anyway. */
function changedPlaces(base: Setup, setup: Setup): string[] {
  const before = new Map(placesOf(base));
  return placesOf(setup)
    .filter(([place, value]) => before.get(place) !== value && before.get(place) !== null)
    .map(([place]) => place);
}

/** The order of the scopes doesn't matter. */
function placesOf(setup: Setup): (readonly [place: string, value: string | null])[] {
  const sections = consoleSections({ ...setup, scopes: setup.scopes.toSorted() }, 'jitterbit');
  return sections.flatMap((section) =>
    section.cells
      .filter(({ label }) => !ownWords.includes(label))
      .map((cell) => [placeOf(section, cell), cell.value] as const),
  );
}

const placeOf = ({ title }: Section, { label, sendIn }: Cell): string =>
  sendIn === undefined ? label : `${labels.advancedOptions} > ${title}: row ${label}`;
