import type { Choice } from '../context/prompting.ts';
import { widthOf, wrapped } from '../terminal/wrap.ts';
import { marks } from './menu-page.ts';

/** A choice in the form that inquirer expects. */
interface Entry<T> {
  readonly value: Choice<T>;
  readonly name: string;
  readonly short: string;
  readonly description?: string;
}

/**
 * The choices in the form that inquirer expects. Each one is its own value: inquirer always sets `default`, so that no
 * preset would select a choice whose value is undefined, and it calls a `default` that is a function.
 */
export function entriesOf<T>(choices: readonly Choice<T>[], columns: () => number): Entry<T>[] {
  return choices.map((choice) => ({
    short: choice.name,
    ...choice,
    name: fittedName(choice.name, columns),
    value: choice,
  }));
}

/** The choice to start at; undefined for the first one. */
export function presetOf<T>(choices: readonly Choice<T>[], initial: T | undefined): Choice<T> | undefined {
  return initial === undefined ? undefined : choices.find(({ value }) => value === initial);
}

/** The values of the checked choices. */
export function valuesOf<T>(choices: readonly Choice<T>[], checked: readonly { value: unknown }[]): T[] {
  return choices.filter((choice) => checked.some(({ value }) => value === choice)).map(({ value }) => value);
}

/**
 * A name that is too long for the window continues on the next line, indented. inquirer keeps the name, and makes it a text
 * whenever it draws the choice, so that the name always fits the current window.
 */
function fittedName(name: string, columns: () => number): string {
  const text: unknown = {
    toString: () => fitted(name, columns() - marks.length),
    toLowerCase: () => name.toLowerCase(),
  };
  return text as string;
}

const fitted = (name: string, columns: number): string =>
  widthOf(name) <= columns ? name : wrapped(name, columns).replaceAll('\n', `\n${marks}`);
