import { audiences } from '../../facts/audience.ts';
import type { CommandDefinition } from '../shared/command-definition.ts';
import type { OptionsOf } from '../shared/option-types.ts';
import { resultOptions, showSecrets } from '../shared/shared-options.ts';

export const definition = {
  name: 'show',
  summary: 'print a saved setup in another format, or open it as a copy sheet',
  argument: '<file>',
  examples: [
    ['zi-oauth-setup show zoominfo.json', 'every value in the order of the forms'],
    ['zi-oauth-setup show zoominfo.json --open', 'a page with Copy buttons'],
    ['zi-oauth-setup show zoominfo.json --for zoominfo -f markdown', 'for a ticket: nothing secret'],
    ['zi-oauth-setup show - -f env < zoominfo.json', 'from standard input'],
  ],
  options: [
    ...resultOptions,
    {
      flags: '--for <side>',
      help: 'only what one side needs; nothing in the part for zoominfo is secret',
      choices: audiences,
    },
    { flags: '--open', help: 'serve the copy sheet to this machine alone and open it in a browser' },
    showSecrets,
  ],
} as const satisfies CommandDefinition;

export type ShowOptions = OptionsOf<typeof definition>;
