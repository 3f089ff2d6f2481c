import type { Context } from '../../context/context.ts';
import { decodePaste } from '../../diagnose/decode-paste.ts';
import { diagnose } from '../../diagnose/diagnose.ts';
import type { SetupWithFile } from '../../diagnose/evidence/registered.ts';
import { knownAnywhere } from '../../diagnose/recognize/parameter-names.ts';
import { recognize } from '../../diagnose/recognize/recognize.ts';
import { Failure } from '../../errors.ts';
import { isStandardInput } from '../../terminal/standard-stream.ts';
import { largestSetup } from '../../text/limits.ts';
import { commandAgain } from '../shared/command-again.ts';
import type { Sources } from '../shared/input.ts';
import { readSetupFile } from '../shared/read-setup-file.ts';
import { type DiagnoseOptions, definition } from './definition.ts';
import { piping } from './piping.ts';

/**
 * The setup to compare the paste with, if a file was specified.
 * @throws Failure (usage) for a paste in place of the file, without showing it; otherwise, like `readSetupFile`
 */
export async function readRegistered(
  options: DiagnoseOptions,
  context: Sources,
): Promise<SetupWithFile | undefined> {
  const { file } = options;
  if (file === undefined) return undefined;
  if (isStandardInput(file))
    throw new Failure('usage', "The setup file and the paste can't both be read from standard input.", [
      'Specify the setup file, and pipe the paste in:',
      piping({ ...options, file: 'zoominfo.json' }),
    ]);
  if (isUrl(file) || (!context.files.exists(file) && isPasted(file))) throw pasteAsArgument(options);
  try {
    const { setup } = await readSetupFile(file, context, commandAgain(definition, options));
    return { setup, file };
  } catch (error) {
    if (error instanceof Failure && error.kind === 'content' && (await isPaste(file, context)))
      throw pasteAsFile(options);
    throw error;
  }
}

/** A Windows drive has a single letter. */
const isUrl = (text: string): boolean => /^[a-z][a-z\d+.-]+:\/\//i.test(text.trim());

/** A code, a token, or a verifier alone: long, without a file extension, and with every kind of character. */
const randomText = /^(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[\w~+-]{32,}$/;

/** Whether the path argument contains what a path never does, or a sentence with something to diagnose. */
const isPasted = (text: string): boolean =>
  knownAnywhere.test(text) ||
  /[{}<>"]/.test(text) ||
  randomText.test(text) ||
  (/\s/.test(text) && diagnose(recognize(text)).length > 0);

/** Whether a file that isn't a setup contains something to diagnose. A damaged setup is still a setup. */
async function isPaste(path: string, { files }: Pick<Context, 'files'>): Promise<boolean> {
  try {
    const text = decodePaste(await files.read(path, largestSetup));
    return text.ok && !text.value.includes('"schemaVersion"') && diagnose(recognize(text.value)).length > 0;
  } catch {
    return false;
  }
}

const pasteAsArgument = (options: DiagnoseOptions): Failure =>
  new Failure('usage', 'diagnose takes a setup file as its argument, not a URL or an error.', [
    'Run diagnose and paste it at the prompt, or pipe it in:',
    piping({ ...options, file: undefined }),
  ]);

const pasteAsFile = (options: DiagnoseOptions): Failure =>
  new Failure('usage', "The file isn't a setup file, but contains something to diagnose. Pipe it in:", [
    piping({ ...options, file: undefined }, options.file),
  ]);
