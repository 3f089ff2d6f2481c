import { commands, defaultCommand, journey } from '../commands/index.ts';
import type { Command } from '../commands/shared/command.ts';
import type { CommandDefinition, OptionDefinition, Outcomes } from '../commands/shared/command-definition.ts';
import { longFlag, shortFlag, takesSecretFile } from '../commands/shared/option-words.ts';
import { exitCodes } from '../errors.ts';
import { connector, labels } from '../facts/labels.ts';
import { programName } from '../terminal/program-words.ts';
import { keysOf } from '../text/lookup.ts';
import { helpCommand, helpFlags, versionFlags } from './general-flags.ts';
import { type HelpPage, type HelpSection, type HelpStyle, layOutHelp } from './help-layout.ts';

/** What the exit codes of every command mean. */
const commonOutcomes: Outcomes = {
  done: 'success (possibly with warnings)',
  bug: 'a bug in this program',
  usage: 'the command line or the environment is wrong',
  content: 'a file or standard input is invalid',
  file: "a file can't be read or written, or already exists",
};

/** What they mean where several commands share them. */
const programOutcomes: Outcomes = {
  content: 'a file or standard input is invalid, or a check found a wrong value',
  noVerdict: 'inconclusive: no response, or an unrecognized response or paste',
  refused: 'rejected by the authorization server',
};

/** The signals that end any command. */
const signals: Outcomes = {
  hangup: 'terminal closed',
  interrupted: 'interrupted',
  terminated: 'terminated',
};

/** The exit codes of a command in ascending order, with those of signals on one line. */
function exitCodeSection(outcomes: Outcomes): HelpSection {
  const meanings: Outcomes = { ...commonOutcomes, ...outcomes };
  const names = keysOf(exitCodes);
  const items = names.flatMap((name) =>
    meanings[name] ? [[`${exitCodes[name]}`, meanings[name]] as const] : [],
  );
  const ends = names.filter((name) => signals[name]);
  const codes = ends.map((name) => exitCodes[name]).join(', ');
  return {
    heading: 'Exit codes',
    items: [...items, [codes, ends.map((name) => signals[name]).join(', ')]],
  };
}

/** The help of a command, or of the program. */
export function helpOf(named: Command | undefined, style: HelpStyle): string {
  return layOutHelp(named === undefined ? programPage() : commandPage(named.definition), style);
}

/** The help of the program: every command, and every option of the one that runs if none is named; it explains the usual ones. */
export function programPage(): HelpPage {
  const { name, options } = defaultCommand.definition;
  const brief = options.flatMap((option) =>
    option.brief === undefined ? [] : [[optionTerm(option), option.brief] as const],
  );
  const others = options.filter((option) => option.brief === undefined).map(longFlag);
  return {
    about: [`Set up 3-legged OAuth 2.0 with PKCE for the ${connector} connector in ${labels.studio}.`],
    usage: [`${programName} [${name}] [options]`, `${programName} <command> [options]`],
    commands: {
      heading: 'Commands',
      items: [
        ...commands.map(
          ({ definition: { name, argument, summary } }) => [termOf(name, argument), summary] as const,
        ),
        [`${helpCommand} [command]`, 'show every option of a command'],
      ],
    },
    options: [
      { heading: 'Common options', items: [...brief, ...generalOptions.items] },
      { heading: 'More options', items: [[`${helpCommand} ${name}`, `explains ${others.join(', ')}`]] },
    ],
    examples: journey,
    exitCodes: exitCodeSection(programOutcomes),
  };
}

/** The help of one command. */
export function commandPage({
  name,
  summary,
  details,
  argument,
  options,
  examples,
  outcomes = {},
}: CommandDefinition): HelpPage {
  const about = `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`;
  return {
    about: details === undefined ? [about] : [about, details],
    usage: [`${programName} ${termOf(name, argument)} [options]`],
    commands: { heading: 'Commands', items: [] },
    options: [...groupsOf(options), generalOptions],
    examples,
    exitCodes: exitCodeSection(outcomes),
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
