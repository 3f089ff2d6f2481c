import { suspendJob } from './job-control.ts';
import { passKeys, readKeys } from './prompt-streams.ts';

/** Milliseconds after a prompt in which another one is expected. A longer gap is a wait. */
const longestGap = 500;

const ctrlC = '\x03';

/** The current gap between two prompts. Ending it returns the keys that were typed in it. */
let gap: { readonly end: () => string[]; readonly leave: () => void } | undefined;

/**
 * Keeps reading keys for the next prompt, so that the terminal, which is still in raw mode, doesn't show them. Without
 * another prompt, it soon leaves raw mode.
 * @param typed keys that the last prompt didn't need
 * @param suspend what Ctrl-Z does
 */
export function beginGap(stdin: NodeJS.ReadStream, typed: string[] = [], suspend = suspendJob): void {
  const end = (): string[] => {
    clearTimeout(timer);
    clearImmediate(first);
    process.off('SIGCONT', leave);
    stdin.off('data', onData).pause().ref();
    gap = undefined;
    return typed;
  };
  const leave = (): void => {
    end();
    stdin.setRawMode(false);
  };
  const interruptOnCtrlC = (): void => {
    if (!typed.some((keys) => keys.includes(ctrlC))) return;
    leave();
    process.emit('SIGINT', 'SIGINT');
  };
  const onData = (chunk: Buffer | string): void => {
    passKeys(
      readKeys(chunk),
      (keys) => void typed.push(keys),
      () => suspend(leave),
    );
    interruptOnCtrlC();
  };
  // The answer comes first. If it leads to another prompt at once, that one gets the keys.
  const first = setImmediate(interruptOnCtrlC);
  const timer = setTimeout(leave, longestGap).unref();
  process.on('SIGCONT', leave);
  // If nothing else is left to do, the process exits, and Node.js resets the terminal.
  stdin.on('data', onData).resume().unref();
  gap = { end, leave };
}

/** Ends the gap before something that shows what is typed. */
export const leaveGap = (): void => gap?.leave();

/** Ends the gap before a prompt. Returns the keys typed in it; undefined if there was no gap. */
export const endGap = (): string[] | undefined => gap?.end();
