import { wrapped } from './wrap.ts';
import { printable } from '../text/sanitize.ts';
import type { World } from '../context/context.ts';

/** Everything that is said to the user besides the result: to standard error. */
export async function say(world: World, text = ''): Promise<void> {
  await world.stderr.write(`${text}\n`);
}

/** A paragraph, broken to the window. */
export async function explain(world: World, text: string, first = ''): Promise<void> {
  await say(world, wrapped(text, world.stderr.look.width, first));
}

export async function warn(world: World, text: string): Promise<void> {
  const { style, marks } = world.stderr.look;
  await say(world, `${style.warn(`${marks.warn} Warning:`)} ${printable(text)}`);
}

export async function success(world: World, text: string): Promise<void> {
  const { style, marks } = world.stderr.look;
  await say(world, `${style.good(marks.good)} ${printable(text)}`);
}
