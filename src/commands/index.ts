import { diagnose } from './diagnose/index.ts';
import { pkce } from './pkce/index.ts';
import { rotate } from './rotate/index.ts';
import { setup } from './setup/index.ts';
import type { Command } from './shared/command.ts';
import type { Example } from './shared/command-definition.ts';
import { show } from './show/index.ts';
import { verify } from './verify/index.ts';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [setup, verify, diagnose, show, rotate, pkce];

/** The command that runs if none is named. */
export const defaultCommand: Command = setup;

/** The command with this name. */
export const commandNamed = (word: string | undefined): Command | undefined =>
  commands.find(({ definition }) => definition.name === word);

/** How the commands follow each other. */
export const journey: readonly Example[] = [
  ['zi-oauth-setup', 'set up: run the wizard'],
  ['zi-oauth-setup verify zoominfo.json --online', 'test the saved values against the authorization server'],
  ['zi-oauth-setup diagnose zoominfo.json', 'find the wrong value when a sign-in fails in Jitterbit'],
  ['zi-oauth-setup show zoominfo.json --open', 'copy the values from a page with Copy buttons'],
  ['zi-oauth-setup --yes -r na -s company,contact -f json', 'in CI: no prompts, print JSON'],
];
