import type { Context } from '../context/context.ts';
import type { WriteOptions } from '../context/files.ts';
import { Failure } from '../errors.ts';
import type { Audience } from '../facts/audience.ts';
import { standardStream } from '../options.ts';
import { type Format, formatExtensions, formatNames, formatOfFile } from '../render/format-names.ts';
import { type RenderOptions, renderSetup } from '../render/formats.ts';
import type { Setup } from '../setup-file/schema.ts';
import { success, warn } from '../terminal/log.ts';
import { noPaint, type TerminalStyle } from '../terminal/style.ts';
import { unicodeSymbols } from '../terminal/symbols.ts';

/** A file is read anywhere: no colour, and prose as wide as a page. */
const fileStyle: TerminalStyle = {
  width: 80,
  window: Number.POSITIVE_INFINITY,
  paint: noPaint,
  symbols: unicodeSymbols,
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
  readonly newPkce?: boolean;
  /** Write only what one side needs. */
  readonly audience?: Audience | undefined;
  /** What to do where a pair would be lost. */
  readonly advice?: string;
}

/** Finds the code verifiers in any format that this program writes. */
const verifiersInFile = /code_?verifier[^\w-]{1,40}([\w-]{43,128})(?![\w-])/gi;

/** The pairs in the content of a file that would be lost if only those of `kept` remained. */
export function pairsLost(existing: string, kept: readonly (string | undefined)[]): boolean {
  return [...existing.matchAll(verifiersInFile)].some(([, saved]) => !kept.includes(saved));
}

/** Replacing a file must not throw away a pair that exists nowhere else. @param kept the verifiers of the new content */
export function writeOptions(
  path: string,
  kept: readonly (string | undefined)[],
  { force, newPkce, advice }: WriteSetupOptions,
): WriteOptions {
  if (newPkce) return { force };
  return {
    force,
    guard: (existing) => {
      if (!pairsLost(existing, kept)) return;
      const loss = `${path} holds a PKCE pair that replacing it would throw away.`;
      throw new Failure('file', loss, advice === undefined ? [] : [advice]);
    },
  };
}

/** The part of a setup that holds its pairs; the present one may still have to be made. */
interface Verifiers {
  readonly pkce: { readonly codeVerifier: string | undefined };
  readonly previousPkce?: { readonly codeVerifier: string } | undefined;
}

/** The code verifiers that a rendered setup holds for the given reader: only JSON keeps the previous pair. */
export function verifiersOf(
  { pkce, previousPkce }: Verifiers,
  format: Format,
  audience?: Audience,
): (string | undefined)[] {
  if (audience === 'zoominfo') return [];
  return [pkce.codeVerifier, format === 'json' ? previousPkce?.codeVerifier : undefined];
}

/** Writes a rendered setup to a file and says so on standard error. @throws Failure (file) */
export async function saveSetup(
  setup: Setup,
  format: Format,
  path: string,
  options: WriteSetupOptions,
  context: Context,
): Promise<void> {
  const { audience } = options;
  const isSecret = audience !== 'zoominfo';
  const content = await renderSetup(format, setup, { ...fileStyle, maskClientSecret: false, audience });
  context.files.write(path, content, writeOptions(path, verifiersOf(setup, format, audience), options));
  await success(context.stderr, `Saved to ${path}${whoCanRead(context.files.isReadableByOthers(path))}.`);
  if (isSecret && (await context.files.isExposedToGit(path))) {
    await warn(
      context.stderr,
      `${path} lies in a git work tree that does not ignore it: it holds secrets, keep it out of commits.`,
    );
  }
}

/** Looked up, not taken for granted: Windows and some disks know no modes. */
function whoCanRead(byOthers: boolean | undefined): string {
  if (byOthers === undefined) return '; its folder decides who can read it';
  return byOthers ? '; other users of this machine can read it' : ', readable by you alone';
}

/** Prints a setup to standard output; at a terminal the client secret is masked unless `showSecrets`. */
export async function printSetup(
  setup: Setup,
  format: Format,
  showSecrets: boolean,
  context: Context,
  audience?: Audience,
): Promise<void> {
  const options: RenderOptions = {
    ...context.stdout.style,
    audience,
    maskClientSecret: context.stdout.isTerminal && !showSecrets,
  };
  await context.stdout.write(await renderSetup(format, setup, options));
}
