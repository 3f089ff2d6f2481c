import { missingCredentials } from '../../answers/credentials.ts';
import { appRegistrations } from '../../facts/places.ts';
import type { Line } from '../../message.ts';
import type { Format } from '../../render/format-names.ts';
import type { Setup } from '../../setup-file/schema.ts';
import { programName } from '../../terminal/program-words.ts';
import { verifyOnline } from '../shared/tell-next.ts';

/** By the format in which the setup was saved. */
const steps: Readonly<Record<Format, (path: string, setup: Setup) => Line[]>> = {
  json: (path, setup) => {
    const missing = missingCredentials(setup);
    return missing === undefined
      ? ['To test the registration against the authorization server, run:', verifyOnline(path)]
      : [`To add the ${missing}, run:`, { command: [programName, '--from', path] }];
  },
  env: () => [
    'To test the values, load the file into the environment and run:',
    { command: [programName, 'verify', '--online'] },
  ],
  html: (path) => ['Open the copy sheet in a browser:', { value: path }],
  markdown: enterValues,
  text: enterValues,
};

function enterValues(path: string): Line[] {
  return [`In ${appRegistrations}, enter the values from:`, { value: path }];
}

/** The next step after a setup was saved to a file. */
export const nextAfterSave = (setup: Setup, format: Format, path: string): Line[] =>
  steps[format](path, setup);
