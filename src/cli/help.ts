import { commands, defaultCommand, journey } from '../commands/index.ts';
import type { Command } from '../commands/shared/command.ts';
import type { CommandDefinition, OptionDefinition } from '../commands/shared/command-definition.ts';
import { shortFlag, takesSecretFile } from '../commands/shared/option-words.ts';
import { exitCodes } from '../errors.ts';
import { connector, labels } from '../facts/labels.ts';
import { programName } from '../terminal/program-words.ts';
import { keysOf } from '../text/lookup.ts';
import { helpCommand, helpFlags, versionFlags } from './general-flags.ts';
import { type HelpPage, type HelpSection, type HelpStyle, layOutHelp } from './help-layout.ts';

const meanings: Record<keyof typeof exitCodes, string> = {
  done: 'success (possibly with warnings)',
  bug: 'a bug in this program',
  usage: 'the command line or the environment is wrong',
  content: 'a file or standard input is invalid, an offline check failed, or diagnose found a wrong value',
  noVerdict: 'inconclusive: no response, or an unrecognized response or paste',
  refused: 'rejected by the authorization server',
  file: "a file can't be read or written, or already exists",
  hangup: 'terminal closed',
  interrupted: 'interrupted',
  terminated: 'terminated',
};

const exitCodeSection: HelpSection = {
  heading: 'Exit codes',
  items: keysOf(meanings).map((name) => [`${exitCodes[name]}`, meanings[name]]),
};

/** The help of a command, or of the program. */
export function helpOf(named: Command | undefined, style: HelpStyle): string {
  return layOutHelp(named === undefined ? programPage() : commandPage(named.definition), style);
}

/** The help of the program: every command, and the options of the one that runs if none is named. */
export function programPage(): HelpPage {
  const { definition } = defaultCommand;
  return {
    ...commandPage(definition),
    about: `Set up 3-legged OAuth 2.0 with PKCE for the ${connector} connector in ${labels.studio}.`,
    usage: [`${programName} [${definition.name}] [options]`, `${programName} <command> [options]`],
    commands: {
      heading: 'Commands',
      items: [
        ...commands.map(
          ({ definition: { name, argument, summary } }) => [termOf(name, argument), summary] as const,
        ),
        [`${helpCommand} [command]`, 'show the help of a command'],
      ],
    },
    examples: journey,
  };
}

/** The help of one command. */
export function commandPage({ name, summary, argument, options, examples }: CommandDefinition): HelpPage {
  return {
    about: `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`,
    usage: [`${programName} ${termOf(name, argument)} [options]`],
    commands: { heading: 'Commands', items: [] },
    options: [...groupsOf(options), generalOptions],
    examples,
    exitCodes: exitCodeSection,
  };
}

const termOf = (name: string, argument: string | undefined): string =>
  argument === undefined ? name : `${name} ${argument}`;

/** Options under their headings, both in the order of the definition. */
function groupsOf(options: readonly OptionDefinition[]): HelpSection[] {
  const headings = [...new Set(options.map(({ group }) => group))];
  return headings.map((heading) => ({
    heading,
    items: options
      .filter(({ group }) => group === heading)
      .map((option) => [optionTerm(option), optionText(option)] as const),
  }));
}

const generalOptions: HelpSection = {
  heading: 'General',
  items: [
    [`${versionFlags.short}, ${versionFlags.long}`, 'print the version'],
    [`${helpFlags.short}, ${helpFlags.long}`, 'print this help'],
  ],
};

/** Aligns the long flags, with or without a short one. */
const optionTerm = (option: OptionDefinition): string =>
  shortFlag(option) === undefined ? `    ${option.flags}` : option.flags;

function optionText(option: OptionDefinition): string {
  const { help, choices, preset, shownDefault = preset, env } = option;
  const content = takesSecretFile(option) ? ', the secret itself' : '';
  return [
    choices === undefined ? help : `${help}: ${choices.join(', ')}`,
    ...(shownDefault === undefined ? [] : [`(default: ${shownDefault})`]),
    ...(env === undefined ? [] : [`(env: ${env}${content})`]),
  ].join(' ');
}
