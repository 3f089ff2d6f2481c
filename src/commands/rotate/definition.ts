import type { CommandDefinition } from '../shared/command-definition.ts';
import type { OptionsOf } from '../shared/option-types.ts';
import { githubOutput } from '../shared/shared-options.ts';

export const definition = {
  name: 'rotate',
  summary: 'replace the PKCE pair of a saved setup',
  argument: '<file>',
  examples: [
    ['zi-oauth-setup rotate zoominfo.json --dry-run', 'show what would change'],
    ['zi-oauth-setup rotate zoominfo.json', 'generate a new pair; keep the old one as previousPkce'],
    ['zi-oauth-setup diagnose zoominfo.json', 'find the wrong value if a sign-in then fails in Jitterbit'],
    ['zi-oauth-setup rotate zoominfo.json --undo', 'go back to the previous pair'],
  ],
  options: [
    { flags: '--undo', help: 'swap the current and previous pairs', group: 'Changes' },
    { flags: '--dry-run', help: 'show what would change; write nothing', group: 'Changes' },
    githubOutput,
  ],
} as const satisfies CommandDefinition;

export type RotateOptions = OptionsOf<typeof definition>;
