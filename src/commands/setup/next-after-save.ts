import { missingCredentials } from '../../answers/credentials.ts';
import { appRegistrations } from '../../facts/places.ts';
import type { Line } from '../../message.ts';
import type { Format } from '../../render/format-names.ts';
import type { Setup } from '../../setup-file/schema.ts';
import { programName } from '../../terminal/program-words.ts';
import { addCredentials, testOnline } from '../shared/tell-next.ts';

/** By the format in which the setup was saved. */
const steps: Readonly<Record<Format, (path: string, setup: Setup, isEntered: boolean) => Line[]>> = {
  json: (path, setup, isEntered) => {
    const missing = missingCredentials(setup);
    if (missing !== undefined) return addCredentials(missing, path);
    return [...(isEntered ? [] : copyValues(path)), ...testOnline(path)];
  },
  env: () => [
    'To test the values, load the file into the environment and run:',
    { command: [programName, 'verify', '--online'] },
  ],
  html: (path) => ['Open the copy sheet in a browser:', { value: path }],
  markdown: enterValues,
  text: enterValues,
};

const copyValues = (path: string): Line[] => [
  'To copy the values into Jitterbit, run:',
  { command: [programName, 'show', path, '--open'] },
];

function enterValues(path: string): Line[] {
  return [`In ${appRegistrations}, enter the values from:`, { value: path }];
}

/** What to do after a setup was saved to a file. @param isEntered whether the user was shown how to enter its values */
export const nextAfterSave = (setup: Setup, format: Format, path: string, isEntered: boolean): Line[] =>
  steps[format](path, setup, isEntered);
