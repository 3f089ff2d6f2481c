import type { CommandDefinition } from '../shared/command-definition.ts';
import type { OptionsOf } from '../shared/option-types.ts';
import { diagnoseFormats } from './diagnose-formats.ts';

export const definition = {
  name: 'diagnose',
  summary: 'find the wrong value when a sign-in fails in Jitterbit',
  details:
    'Paste one or more of these: the URL in the address bar of the sign-in window, the URL where the sign-in ended, and the error message or page. At a terminal, diagnose prompts for the paste; otherwise, it reads standard input. It compares the paste with the setup file. Without one, it checks only the format of the values.',
  argument: '[file]',
  outcomes: {
    content: 'a file or standard input is invalid, or a registered value is wrong',
    noVerdict: "inconclusive: the paste doesn't show which value is wrong",
  },
  examples: [
    ['zi-oauth-setup diagnose zoominfo.json', 'paste at the prompt'],
    ['zi-oauth-setup diagnose zoominfo.json < error.txt', 'read the paste from a file'],
    [
      'pbpaste | zi-oauth-setup diagnose zoominfo.json',
      'from the clipboard (in PowerShell, use Get-Clipboard)',
    ],
    ['zi-oauth-setup diagnose -f json < error.txt', 'without a setup file, for a script'],
  ],
  options: [
    {
      flags: '-f, --format <format>',
      group: 'Output',
      help: 'output format',
      choices: diagnoseFormats,
      preset: 'text',
    },
  ],
} as const satisfies CommandDefinition;

export type DiagnoseOptions = OptionsOf<typeof definition>;
