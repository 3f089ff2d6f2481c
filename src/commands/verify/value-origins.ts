import type { Origins } from '../../checks/subject.ts';
import { type Environment, environmentValue } from '../../terminal/environment.ts';
import { keysOf, lookup } from '../../text/lookup.ts';
import type { OptionDefinition } from '../shared/command-definition.ts';
import { attributeName, longFlag, takesSecretFile } from '../shared/option-words.ts';
import { secretSource } from '../shared/read-secret.ts';
import { definition, type VerifyOptions } from './definition.ts';

/** The variables of the values that have no option of their own, as in the `env` format. */
const variablesOnly = {
  refreshTokenUrl: 'ZI_OAUTH_REFRESH_TOKEN_URL',
  codeChallengeMethod: 'ZI_OAUTH_CODE_CHALLENGE_METHOD',
} as const satisfies { readonly [Key in keyof Origins]?: string };

/** A value that only a variable can have. */
export const valueOfVariable = (key: keyof typeof variablesOnly, env: Environment): string | undefined =>
  environmentValue(env, variablesOnly[key]);

/** Where single values come from: an option, the file of a secret, or the environment. */
export function valueOrigins(options: VerifyOptions, env: Environment): Origins {
  const given: Readonly<Record<string, unknown>> = { ...options };
  const named = definition.options.map((option: OptionDefinition) => {
    const name = attributeName(option);
    return [
      name.replace(/File$/, ''),
      optionOrigin(option, lookup(given, name)) ?? variableIn(env, option.env),
    ] as const;
  });
  const further = keysOf(variablesOnly).map((key) => [key, variableIn(env, variablesOnly[key])] as const);
  return Object.fromEntries([...named, ...further]);
}

function optionOrigin(option: OptionDefinition, value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  return takesSecretFile(option) ? secretSource(longFlag(option), value) : longFlag(option);
}

const variableIn = (env: Environment, name: string | undefined): string | undefined =>
  name !== undefined && environmentValue(env, name) !== undefined ? name : undefined;
