import type { CommandDefinition } from './definition.ts';
import { pkce } from './pkce.ts';
import { rotate } from './rotate.ts';
import { setup } from './setup.ts';
import { show } from './show.ts';
import { verify } from './verify.ts';

/** Every command as data, in the order of the help. */
export const commandDefinitions = { setup, verify, show, rotate, pkce } as const satisfies Record<
  string,
  CommandDefinition
>;

export type CommandName = keyof typeof commandDefinitions;

export const commandNames = Object.keys(commandDefinitions) as CommandName[];

/** What is run when no command is named. */
export const defaultCommand = 'setup' satisfies CommandName;
