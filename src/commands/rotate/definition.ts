import type { CommandDefinition } from '../shared/command-definition.ts';
import type { OptionsOf } from '../shared/option-types.ts';
import { githubOutput } from '../shared/shared-options.ts';

export const definition = {
  name: 'rotate',
  summary: 'replace the PKCE pair of a saved setup',
  argument: '<file>',
  examples: [
    ['zi-oauth-setup rotate zoominfo.json', 'make a new pair, keep the old one as previousPkce'],
    ['zi-oauth-setup rotate zoominfo.json --dry-run', 'say what that would do'],
    ['zi-oauth-setup rotate zoominfo.json --undo', 'swap the two pairs back'],
  ],
  options: [
    { flags: '--undo', help: 'swap the pair and the previous one' },
    { flags: '--dry-run', help: 'say what would be done, make and write nothing' },
    githubOutput,
  ],
} as const satisfies CommandDefinition;

export type RotateOptions = OptionsOf<typeof definition>;
