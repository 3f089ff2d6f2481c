import { Interruption } from '../errors.ts';
import { endOfInput } from './hang-up.ts';
import { rereadWindow, suspendJob } from './job-control.ts';
import { keyQueue } from './key-queue.ts';
import { belowFrame, type Frame, nextFrame, redrawing, takingOver, windowOf } from './prompt-frame.ts';
import { beginGap, endGap } from './prompt-gap.ts';
import { inputOf, passKeys, screenOf } from './prompt-streams.ts';
import { onSignal } from './signals.ts';

/** The streams from which a prompt reads keys and to which it is drawn, and the signal that ends it. */
export interface PromptTerminal {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly signal: AbortSignal;
}

/** Cursor shown, bracketed paste off: how a shell expects the terminal. */
const shellModes = '\x1b[?25h\x1b[?2004l';

/**
 * Runs one prompt at the terminal. Ctrl-Z suspends the job, and a later SIGCONT redraws the prompt; Ctrl-D, signals,
 * and the loss of the terminal abort it, also before it begins.
 * @param drawn what is already drawn of it
 * @throws Interruption
 */
export async function atTerminal<T>(
  stdin: NodeJS.ReadStream,
  stderr: NodeJS.WriteStream,
  at: Interruption['at'],
  prompt: (terminal: PromptTerminal) => Promise<T>,
  drawn?: Frame,
): Promise<T> {
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
  const { input, output, close } = openStreams(stdin, stderr, endGap(), drawn);
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
  ahead: Buffer[] | undefined,
  drawn: Frame | undefined,
): Pick<PromptTerminal, 'input' | 'output'> & { close: () => Buffer[] | undefined } {
  let isRaw = false;
  let early = drawn;
  let frame: Frame = '';
  const input = inputOf(stdin, (mode) => {
    isRaw = mode;
  });
  const output = screenOf(stderr, (written) => {
    const window = windowOf(stderr);
    const before = frame;
    frame = nextFrame(before, written, window);
    keys.start();
    if (early === undefined) return redrawing(before, frame, written, window);
    const takeover = takingOver(early, frame, window);
    early = undefined;
    return takeover;
  });
  const leave = (): void => {
    stdin.setRawMode?.(false);
    stderr.write(`${belowFrame(frame)}${shellModes}\r\n`);
  };
  const resume = (): void => {
    // libuv does nothing if it assumes that the mode is already set.
    stdin.setRawMode?.(false);
    stdin.setRawMode?.(isRaw);
    const last = frame;
    frame = '';
    rereadWindow();
    // If the window was resized, most prompts have drawn themselves now.
    if (frame === '') {
      frame = last;
      stderr.write(`\r${frame}`);
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
  const write = (part: Buffer): void => void input.write(part);
  const keys = keyQueue(ahead ?? (drawn === undefined ? undefined : []), (typed) =>
    passKeys(typed, write, suspend),
  );
  const onData = (chunk: Buffer | string): void => keys.add(Buffer.from(chunk));
  if (stdin.listenerCount('error') === 0) stdin.on('error', () => {});
  process.on('SIGCONT', resume);
  stdin.on('data', onData).resume();
  return {
    input: input as unknown as NodeJS.ReadStream,
    output,
    close: () => {
      process.off('SIGCONT', resume);
      stdin.off('data', onData).pause();
      return keys.close();
    },
  };
}
