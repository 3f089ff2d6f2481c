import { keysOf, lookup } from '../text/lookup.ts';

/** The flags of this program under the names that other programs give them, without dashes. */
const flagsByForeignName: Readonly<Record<string, string>> = {
  'no-input': '--yes',
  'no-prompt': '--yes',
  'no-prompts': '--yes',
  'no-interactive': '--yes',
  'non-interactive': '--yes',
  batch: '--yes',
  'no-browser': '--no-open',
  overwrite: '--force',
  verbose: '--explain',
  debug: '--explain',
  trace: '--explain',
};

/** Those names as options, none of which is a secret. */
export const foreignOptions = keysOf(flagsByForeignName).map((name) => `--${name}`);

/** The flag that does what an option of this name does in other programs. */
export const flagElsewhereNamed = (option: string): string | undefined =>
  lookup(flagsByForeignName, option.replace(/^-+/, ''));

/** Whether an option would turn color on or off, as in many programs. */
export const isColorSwitch = (option: string): boolean => /^--(?:no-)?colou?rs?$/.test(option);
