import { largestSetup, readSetup } from '../setup/read.ts';
import type { Setup } from '../setup/schema.ts';
import type { World } from '../world.ts';
import { readInput, sourceName } from './secrets.ts';

/** A setup file and the very text that it was read from. */
export interface SetupFile {
  /** How to call it in messages. */
  readonly name: string;
  readonly text: string;
  readonly setup: Setup;
}

/** Reads a setup file, or standard input for `-`. @throws Failure (file), or (content) where its form is wrong */
export async function readSetupFile(path: string, world: World): Promise<SetupFile> {
  const name = sourceName(path);
  const text = (await readInput(path, largestSetup, world)).toString('utf8');
  return { name, text, setup: readSetup(text, name) };
}
