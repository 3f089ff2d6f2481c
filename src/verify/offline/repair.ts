import { questions } from '../../answers/questions.ts';
import { documentedEndpoints } from '../../facts/endpoints.ts';
import type { CommandWords } from '../../message.ts';
import { formatOfFile } from '../../render/format-names.ts';
import type { FormTextProblem } from '../../setup-file/form-texts.ts';
import { programName } from '../../terminal/program-words.ts';

/** A value that only the user knows, as usage shows it: `<file>`. */
interface Placeholder {
  readonly usage: string;
}

/**
 * The options with which `setup --from FILE` corrects a setup file, each with its value; `true` for one without. Without
 * any, rebuilding alone does it: whatever follows from the answers is derived again.
 */
export type Repair = Readonly<Record<string, string | true | Placeholder>>;

/** Derives the values of the file again from its answers. */
export const rebuild: Repair = {};

/** Each credential, from the user. */
export const credentialRepairs = {
  clientId: { [questions.clientId.option]: { usage: '<id>' } },
  clientSecret: { [questions.clientSecret.option]: { usage: '<file>' } },
} as const satisfies Record<string, Repair>;

/** The documented endpoints; the refresh token URL always follows from the access token URL. */
export const endpointRepairs = {
  authenticationUrl: { [questions.authenticationUrl.option]: documentedEndpoints.authenticationUrl },
  accessTokenUrl: { [questions.accessTokenUrl.option]: documentedEndpoints.accessTokenUrl },
} as const satisfies Record<string, Repair>;

/** Other scopes, from the user. */
export const scopesRepair: Repair = { [questions.scopes.option]: { usage: '<scopes>' } };

/** A text of the form that is wrong: the connector follows from the program, the others are from the user. */
export const textRepairs: Readonly<Record<FormTextProblem['key'], Repair>> = {
  connector: rebuild,
  name: { [questions.name.option]: { usage: '<name>' } },
  description: { [questions.description.option]: { usage: '<text>' } },
};

export const newPairOption = '--new-pkce';

/** Replaces a PKCE pair that can't work. */
export const replacePair: Repair = { [newPairOption]: true };

/** The command line that makes all these repairs to a setup file at once. */
export function repairCommand(path: string, ...repairs: readonly Repair[]): CommandWords {
  const all: Repair = Object.assign({}, ...repairs);
  const options = Object.entries(all);
  const words = options.flatMap(([option, value]) =>
    typeof value === 'string' ? [option, value] : value === true ? [option] : [],
  );
  const usage = options.flatMap(([option, value]) =>
    typeof value === 'object' ? [`${option} ${value.usage}`] : [],
  );
  const format = formatOfFile(path) === 'json' ? [] : ['--format', 'json'];
  return {
    command: [programName, '--from', path, ...words, '--yes', '-o', path, ...format, '--force'],
    ...(usage.length === 0 ? {} : { usage: usage.join(' ') }),
  };
}
