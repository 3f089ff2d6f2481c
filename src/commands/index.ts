import { diagnose } from './diagnose/index.ts';
import { pkce } from './pkce/index.ts';
import { rotate } from './rotate/index.ts';
import { setup } from './setup/index.ts';
import type { Command } from './shared/command.ts';
import { show } from './show/index.ts';
import { verify } from './verify/index.ts';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [setup, verify, diagnose, show, rotate, pkce];

/** What is run when no command is named. */
export const defaultCommand: Command = setup;
