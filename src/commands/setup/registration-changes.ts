import { labels, type RegistrationField, registrationFields, type Tab } from '../../facts/labels.ts';
import { rowInTab, yourRegistration } from '../../facts/places.ts';
import type { Setup } from '../../setup-file/schema.ts';
import { warn } from '../../terminal/log.ts';
import type { Output } from '../../terminal/output.ts';

/** Not part of any request, so that no sign-in fails because of them. */
const ownWords: readonly RegistrationField[] = ['name', 'description'];

const tabs: readonly Tab[] = ['authenticationRequest', 'tokenRequest'];

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

/** The order of the scopes and duplicates among them don't matter. */
function placesOf(setup: Setup): (readonly [place: string, value: string | null])[] {
  const values = { ...setup, scopes: [...new Set(setup.scopes)].toSorted().join(' ') };
  const fields = registrationFields.filter((field) => !ownWords.includes(field));
  return [
    ...fields.map((field) => [labels[field], values[field]] as const),
    ...tabs.flatMap((tab) =>
      setup.advancedOptions[tab].parameters.map(({ key, value }) => [rowInTab(tab, key), value] as const),
    ),
  ];
}
