import { type ExitCode, exitCodes, Failure } from '../errors.ts';
import { standardStream } from '../options.ts';
import { type Format, formatExtensions, formatNames, formatOfFile } from '../render/format-names.ts';
import { type RenderOptions, renderSetup } from '../render/formats.ts';
import { type Look, plainStyle, unicodeMarks } from '../render/style.ts';
import type { Setup } from '../setup/schema.ts';
import type { World, WriteOptions } from '../world.ts';
import { success, warn } from './voice.ts';

/** A file is read anywhere: no colour, and prose as wide as a page. */
const fileLook: Look = {
  width: 80,
  window: Number.POSITIVE_INFINITY,
  style: plainStyle,
  marks: unicodeMarks,
};

/** Where a result goes and in which format. Without a path: to standard output. */
export interface Target {
  readonly format: Format;
  readonly path?: string;
}

/** @throws Failure (usage) for a file whose name says nothing about its format */
export function targetOf(options: { format?: Format; output?: string }): Target {
  const { format, output } = options;
  if (output === undefined || output === standardStream) return { format: format ?? 'text' };
  const chosen = format ?? formatOfFile(output);
  if (chosen !== undefined) return { format: chosen, path: output };
  const known = formatNames.map((name) => formatExtensions[name]).join(' ');
  throw new Failure('usage', `--output ${output} does not say which format to write (known: ${known}).`, [
    `Add --format, one of ${formatNames.join(', ')}.`,
  ]);
}

export interface WriteSetupOptions {
  readonly force: boolean;
  /** The pair in the file that is replaced may be lost. */
  readonly newPkce: boolean;
}

/** Finds a code verifier in any format that this program writes. */
const verifierInFile = /code_?verifier\W{1,40}([\w-]{43,128})(?![\w-])/i;

/** Replacing a file must not throw away a pair that exists nowhere else. */
export function writeOptions(
  path: string,
  codeVerifier: string | undefined,
  options: WriteSetupOptions,
): WriteOptions {
  if (options.newPkce) return { force: options.force };
  return {
    force: options.force,
    guard: (existing) => {
      const saved = verifierInFile.exec(existing)?.[1];
      if (saved === undefined || saved === codeVerifier) return;
      throw new Failure('file', `${path} holds a PKCE pair that replacing it would throw away.`, [
        `Keep the pair with --from ${path}, or give --new-pkce with --force to replace it.`,
      ]);
    },
  };
}

/** Writes a rendered setup to a file and says so on standard error. @throws Failure (file) */
export async function saveSetup(
  setup: Setup,
  format: Format,
  path: string,
  options: WriteSetupOptions,
  world: World,
): Promise<void> {
  const content = renderSetup(format, setup, { ...fileLook, maskClientSecret: false });
  world.files.write(path, content, writeOptions(path, setup.pkce.codeVerifier, options));
  await success(world, `Saved to ${path}, readable by you alone.`);
  if (await world.files.isExposedToGit(path)) {
    await warn(
      world,
      `${path} lies in a git work tree that does not ignore it: it holds secrets, keep it out of commits.`,
    );
  }
}

/** Prints a setup to standard output; at a terminal the client secret is masked unless `showSecrets`. */
export async function printSetup(
  setup: Setup,
  format: Format,
  showSecrets: boolean,
  world: World,
): Promise<ExitCode> {
  const options: RenderOptions = {
    ...world.stdout.look,
    maskClientSecret: world.stdout.isTerminal && !showSecrets,
  };
  await world.stdout.write(renderSetup(format, setup, options));
  return exitCodes.done;
}
