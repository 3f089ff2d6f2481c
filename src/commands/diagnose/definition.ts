import type { CommandDefinition } from '../shared/command-definition.ts';
import type { OptionsOf } from '../shared/option-types.ts';
import { diagnoseFormats } from './diagnose-formats.ts';

export const definition = {
  name: 'diagnose',
  summary: 'find the wrong value when a sign-in fails in Jitterbit',
  argument: '[file]',
  examples: [
    ['zi-oauth-setup diagnose zoominfo.json', 'paste the URL or the error at the prompt'],
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
