import type { CommandDefinition } from '../definition-types.ts';
import { githubOutput } from '../shared-options.ts';

export const rotate = {
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
