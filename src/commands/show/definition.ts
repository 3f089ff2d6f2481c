import { audiences } from '../../facts/audience.ts';
import type { CommandDefinition } from '../shared/command-definition.ts';
import type { OptionsOf } from '../shared/option-types.ts';
import { resultOptions, showSecrets } from '../shared/shared-options.ts';

export const definition = {
  name: 'show',
  summary: 'print a saved setup in any format, or open its copy sheet',
  argument: '<file>',
  examples: [
    ['zi-oauth-setup show zoominfo.json', 'print every value in form order'],
    ['zi-oauth-setup show zoominfo.json --open', 'open a page with a Copy button for each value'],
    ['zi-oauth-setup show zoominfo.json --for zoominfo -f markdown', 'for a ticket, without secrets'],
    ['zi-oauth-setup show - -f env < zoominfo.json', 'read from standard input'],
  ],
  options: [
    ...resultOptions,
    {
      flags: '--for <side>',
      help: 'print only what one side needs (zoominfo gets no secrets)',
      group: 'Output',
      choices: audiences,
    },
    {
      flags: '--open',
      help: 'open the copy sheet in a browser, served on this machine only',
      group: 'Output',
    },
    showSecrets,
  ],
} as const satisfies CommandDefinition;

export type ShowOptions = OptionsOf<typeof definition>;
