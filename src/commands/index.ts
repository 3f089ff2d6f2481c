import type { CommandDefinition } from './definition-types.ts';
import { pkce } from './pkce/definition.ts';
import { rotate } from './rotate/definition.ts';
import { setup } from './setup/definition.ts';
import { show } from './show/definition.ts';
import { verify } from './verify/definition.ts';

/** Every command as data, in the order of the help. */
export const commandDefinitions = { setup, verify, show, rotate, pkce } as const satisfies Record<
  string,
  CommandDefinition
>;

export type CommandName = keyof typeof commandDefinitions;

export const commandNames = Object.keys(commandDefinitions) as CommandName[];

/** What is run when no command is named. */
export const defaultCommand = 'setup' satisfies CommandName;
