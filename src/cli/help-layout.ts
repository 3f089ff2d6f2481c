import type { Example } from '../commands/shared/command-definition.ts';
import { programName } from '../terminal/program-words.ts';
import { commandLine } from '../terminal/shell.ts';
import type { TerminalStyle } from '../terminal/style.ts';
import { wrapped } from '../terminal/wrap.ts';

/** Terms and their descriptions under a heading. */
export interface HelpSection {
  readonly heading: string;
  readonly items: readonly (readonly [term: string, description: string])[];
}

/** What one screen of help contains, in this order. */
export interface HelpPage {
  /** A paragraph each. */
  readonly about: readonly string[];
  /** Each begins with the program's name. */
  readonly usage: readonly string[];
  readonly commands: HelpSection;
  readonly options: readonly HelpSection[];
  readonly examples: readonly Example[];
  readonly exitCodes: HelpSection;
}

/** How help is laid out: how wide, how headings look and how the program is started. */
export type HelpStyle = Pick<TerminalStyle, 'width' | 'paint' | 'typing'>;

/** Comfortable columns for reading. With fewer next to a term, its description goes below. */
const comfortable = 40;

const indent = '  ';
const hanging = '      ';

/** One screen of help. Command lines to run are never broken. */
export function layOutHelp(page: HelpPage, style: HelpStyle): string {
  const { about, usage, commands, options, examples, exitCodes } = page;
  const { width, paint } = style;
  const optionColumn = longestTerm(options.flatMap(({ items }) => items));
  const blocks: readonly (readonly [heading: string, lines: readonly string[]])[] = [
    ['Usage', usage.map((line) => hung(typedAs(line, style), width))],
    ...[commands].filter(({ items }) => items.length > 0).map((section) => listed(section, width)),
    ...options.map((section) => listed(section, width, optionColumn)),
    ['Examples', examples.flatMap((example) => exampleLines(example, style))],
    listed(exitCodes, width),
  ];
  const texts = blocks.map(([heading, lines]) =>
    [paint.bold(`${heading}:`), ...lines.map((line) => indent + line)].join('\n'),
  );
  return `${[...about.map((text) => wrapped(text, width)), ...texts].join('\n\n')}\n`;
}

/** The items of a section: descriptions next to their terms, or below them in a narrow window. */
function listed(
  { heading, items }: HelpSection,
  width: number,
  column = longestTerm(items),
): [heading: string, lines: string[]] {
  const start = indent.length + column + indent.length;
  const isBeside = column <= hanging.length || width - start >= comfortable;
  const lines = items.map(([term, description]) => {
    const text = keptTogether(description);
    const item = isBeside
      ? `${term.padEnd(column)}${indent}${wrapped(text, width - start).replaceAll('\n', `\n${' '.repeat(start)}`)}`
      : `${term.trim()}\n${hanging}${hung(text, width)}`;
    return item.replaceAll(joint, ' ');
  });
  return [heading, lines];
}

/** The purpose of an example is a shell comment, so that both lines can be pasted. */
function exampleLines([command, purpose]: Example, style: HelpStyle): string[] {
  const comment = wrapped(purpose, style.width - 2 * indent.length).replaceAll('\n', `\n${indent}# `);
  return [`# ${comment}`, typedAs(command, style)];
}

/** A command line as the user types it: the program may have been started by npx. */
function typedAs(line: string, { typing }: HelpStyle): string {
  return typing === undefined
    ? line
    : line.replace(programName, () => commandLine(typing.program, typing.shell));
}

const hung = (text: string, width: number): string =>
  wrapped(text, width - hanging.length).replaceAll('\n', `\n${hanging}`);

const longestTerm = (items: HelpSection['items']): number => Math.max(...items.map(([term]) => term.length));

/** A private-use character in place of a space at which no line is broken. */
const joint = '\ue000';

/** Keeps the first words of a note on one line. */
const keptTogether = (text: string): string =>
  text.replaceAll(/\((?:default:|env:|-) /g, (note) => note.trim() + joint);
