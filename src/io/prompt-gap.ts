import { isInForeground } from './foreground.ts';
import { suspendJob } from './job-control.ts';
import { passKeys, readKeys } from './prompt-streams.ts';
import { ctrlC } from './prompt-units.ts';

/** Milliseconds after a prompt in which another one is expected. A longer gap is a wait. */
const longestGap = 500;

/** The current gap between two prompts. Ending it returns the keys that were typed for the next one. */
let gap: { readonly end: () => string[]; readonly leave: () => void } | undefined;

/**
 * Keeps reading keys after a prompt, so that the terminal, which is still in raw mode, doesn't show them. The next prompt gets
 * them, unless a wait comes first: keys that were typed in one weren't meant for what comes after it.
 * @param typed keys that the last prompt didn't need
 * @param suspend what Ctrl-Z does
 */
export function beginGap(stdin: NodeJS.ReadStream, typed: string[] = [], suspend = suspendJob): void {
  let isWait = false;
  const end = (): string[] => {
    clearTimeout(timer);
    clearImmediate(first);
    process.off('SIGCONT', resume);
    stdin.off('data', onData).pause().ref();
    gap = undefined;
    return isWait ? [] : typed;
  };
  const leave = (): void => {
    end();
    stdin.setRawMode(false);
  };
  const resume = (): void => {
    leaveGap();
    if (isInForeground(stdin)) {
      stdin.setRawMode(true);
      beginGap(stdin, [], suspend);
    } else waitForForeground(resume);
  };
  const interruptOnCtrlC = (): void => {
    if (!typed.some((keys) => keys.includes(ctrlC))) return;
    leave();
    process.emit('SIGINT', 'SIGINT');
  };
  const onData = (chunk: Buffer | string): void => {
    let hasLeft = false;
    const onCtrlZ = (): void => {
      suspend(() => {
        hasLeft = true;
        leave();
      });
      if (hasLeft) resume();
    };
    passKeys(readKeys(chunk), (keys) => void typed.push(keys), onCtrlZ);
    if (!hasLeft) interruptOnCtrlC();
  };
  // The answer comes first. If it leads to another prompt at once, that one gets the keys.
  const first = setImmediate(interruptOnCtrlC);
  const timer = setTimeout(() => {
    isWait = true;
  }, longestGap).unref();
  process.on('SIGCONT', resume);
  // If nothing else is left to do, the process exits, and Node.js resets the terminal.
  stdin.on('data', onData).resume().unref();
  gap = { end, leave };
}

/** Waits until the shell continues the job once more. In the background, setting the mode would stop it again. */
function waitForForeground(resume: () => void): void {
  const end = (): string[] => {
    process.off('SIGCONT', resume);
    gap = undefined;
    return [];
  };
  process.on('SIGCONT', resume);
  gap = { end, leave: end };
}

/** Ends the gap before something that shows what is typed. */
export const leaveGap = (): void => gap?.leave();

/** Ends the gap before a prompt. Returns the keys typed in it; undefined if there was no gap. */
export const endGap = (): string[] | undefined => gap?.end();
