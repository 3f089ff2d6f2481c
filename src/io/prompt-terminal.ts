import { Interruption } from '../errors.ts';
import { endOfInput } from './hang-up.ts';
import { rereadWindow, suspendJob } from './job-control.ts';
import { keyQueue } from './key-queue.ts';
import {
  belowFrame,
  erasing,
  type Frame,
  nextFrame,
  redrawing,
  takingOver,
  windowOf,
} from './prompt-frame.ts';
import { beginGap, endGap } from './prompt-gap.ts';
import { inputOf, type PromptInput, readKeys, screenOf } from './prompt-streams.ts';
import { ctrlZ, leavePastes, markPastes, readings } from './prompt-units.ts';
import { onSignal } from './signals.ts';

/** The streams from which a prompt reads keys and to which it is drawn, and the signal that ends it. */
export interface PromptTerminal {
  readonly input: PromptInput;
  readonly output: NodeJS.WriteStream;
  readonly signal: AbortSignal;
}

/** What is known of a prompt before it runs. */
export interface PromptRun {
  /** Where Ctrl-C and the like interrupt. */
  readonly at: Interruption['at'];
  /** What is already drawn of it. */
  readonly drawn?: Frame | undefined;
  /** Whether it erases itself when it ends. Then Ctrl-Z erases it, too: it may show a secret. */
  readonly erasesItself?: boolean;
}

/** How a shell expects the terminal: with the cursor shown. */
const shellModes = `\x1b[?25h${leavePastes}`;

/**
 * Runs one prompt at the terminal. Ctrl-Z suspends the job, and a later SIGCONT redraws the prompt; Ctrl-D, signals,
 * and the loss of the terminal abort it, also before it begins.
 * @throws Interruption
 */
export async function atTerminal<T>(
  stdin: NodeJS.ReadStream,
  stderr: NodeJS.WriteStream,
  run: PromptRun,
  prompt: (terminal: PromptTerminal) => Promise<T>,
): Promise<T> {
  const { at } = run;
  // As after Ctrl-D while the copy sheet was open. A prompt would wait for nothing, and the process would exit.
  if (stdin.readableEnded) throw new Interruption(endOfInput(stdin), [], at);
  const abort = new AbortController();
  let kind: Interruption['kind'] = 'interrupted';
  const end = (ending: Interruption['kind']): void => {
    kind = ending;
    abort.abort();
  };
  const onEnd = (): void => end(endOfInput(stdin));
  const onKeypress = (_text: unknown, key?: { ctrl?: boolean; name?: string }): void => {
    if (key?.ctrl && key.name === 'd') end('interrupted');
  };
  const release = onSignal(end);
  const { input, output, close } = openStreams(stdin, stderr, endGap(), run);
  let isAnswered = false;
  input.on('keypress', onKeypress);
  stdin.on('end', onEnd).on('error', onEnd);
  try {
    const answer = await prompt({ input, output, signal: abort.signal });
    isAnswered = true;
    return answer;
  } catch (error) {
    throw abort.signal.aborted || isEndOfPrompt(error) ? new Interruption(kind, [], at) : error;
  } finally {
    release();
    const rest = close();
    stdin.off('end', onEnd).off('error', onEnd);
    if (isAnswered && stdin.isTTY) beginGap(stdin, rest);
    else stdin.setRawMode?.(false);
  }
}

/** By name, since two copies of a package have two classes. */
function isEndOfPrompt(error: unknown): boolean {
  return error instanceof Error && /^(?:Exit|Abort|Cancel)PromptError$/.test(error.name);
}

/** Streams between the prompt and the terminal. They see each Ctrl-Z first, and remember what was drawn last. */
function openStreams(
  stdin: NodeJS.ReadStream,
  stderr: NodeJS.WriteStream,
  ahead: string[] | undefined,
  { drawn, erasesItself = false }: PromptRun,
): Pick<PromptTerminal, 'input' | 'output'> & { close: () => string[] } {
  let isRaw = false;
  let early = drawn;
  let frame: Frame = '';
  let modes = markPastes;
  const input = inputOf(stdin, (mode) => {
    isRaw = mode;
  });
  const output = screenOf(stderr, (written) => {
    const window = windowOf(stderr);
    const before = frame;
    frame = nextFrame(before, written, window);
    keys.start();
    const drawing =
      early === undefined ? redrawing(before, frame, written, window) : takingOver(early, frame, window);
    const entered = modes;
    early = undefined;
    modes = '';
    return entered + drawing;
  });
  const leave = (): void => {
    stdin.setRawMode?.(false);
    const rest = erasesItself ? erasing(frame, windowOf(stderr).columns) : belowFrame(frame);
    stderr.write(`${rest}${shellModes}\r\n`);
  };
  const resume = (): void => {
    // libuv does nothing if it assumes that the mode is already set.
    stdin.setRawMode?.(false);
    stdin.setRawMode?.(isRaw);
    const last = frame;
    frame = '';
    modes = markPastes;
    rereadWindow();
    // If the window was resized, most prompts have drawn themselves now.
    if (frame === '') {
      frame = last;
      stderr.write(`${modes}\r${frame}`);
      modes = '';
    }
  };
  const suspend = (): void => {
    let hasLeft = false;
    process.off('SIGCONT', resume);
    suspendJob(() => {
      hasLeft = true;
      leave();
    });
    process.on('SIGCONT', resume);
    if (hasLeft) resume();
  };
  const press = (unit: string): void => void input.write(unit);
  const type = (text: string): void => void input.emit('keypress', text, { sequence: text });
  const keys = keyQueue(
    ahead ?? (drawn === undefined ? undefined : []),
    () => readings[input.reading],
    (unit) => (unit === ctrlZ ? suspend() : readings[input.reading].deliver(unit, press, type)),
  );
  const onData = (chunk: Buffer | string): void => keys.add(readKeys(chunk));
  if (stdin.listenerCount('error') === 0) stdin.on('error', () => {});
  process.on('SIGCONT', resume);
  stdin.on('data', onData).resume();
  return {
    input: input as unknown as PromptInput,
    output,
    close: () => {
      process.off('SIGCONT', resume);
      stdin.off('data', onData).pause();
      if (modes === '') stderr.write(leavePastes);
      return keys.close();
    },
  };
}
