import { subjectOfSetup } from '../../checks/subject.ts';
import { labels, type Tab } from '../../facts/labels.ts';
import { isMisspelledKey } from '../../setup-file/parameter-rows.ts';
import type { Setup } from '../../setup-file/schema.ts';
import { keyText, ownKeys, type RowFault, rowFaults } from '../../verify/offline/row-faults.ts';

/** A saved setup to rebuild from, and why rows were removed from it, a text each. */
export interface SoundRows {
  readonly setup: Setup;
  readonly removed: readonly string[];
}

/**
 * Removes the further rows of a saved setup that no sign-in could work with, or that would expose a secret. The rows of
 * this program are derived again anyway; a key that is nearly one of theirs is a misspelling of it.
 */
export function withSoundRows(setup: Setup): SoundRows {
  const tables = { ...setup.advancedOptions };
  const removed: string[] = [];
  for (const tab of ['authenticationRequest', 'tokenRequest'] as const) {
    const faults = furtherRowFaults(setup, tab);
    const parameters = tables[tab].parameters.filter((row) => !faults.some((fault) => fault.row === row));
    tables[tab] = { ...tables[tab], parameters };
    removed.push(
      ...new Set(
        faults.map(
          ({ says }) =>
            `Removed a row from the saved setup. In Jitterbit, check ${labels.advancedOptions} > ${labels[tab]}. ${says}`,
        ),
      ),
    );
  }
  return { setup: { ...setup, advancedOptions: tables }, removed };
}

function furtherRowFaults(setup: Setup, tab: Tab): RowFault[] {
  const rows = setup.advancedOptions[tab].parameters;
  const misspelled = rows
    .filter(({ key }) => ownKeys[tab].some((own) => isMisspelledKey(key, own)))
    .map((row) => ({ row, says: `The row ${keyText(row)} is misspelled.` }));
  const faults = [...rowFaults(rows, tab, subjectOfSetup(setup)), ...misspelled];
  return faults.filter(({ row }) => !ownKeys[tab].includes(row.key));
}
