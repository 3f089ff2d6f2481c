/** Passes keys to a prompt. */
export interface KeyQueue {
  readonly add: (keys: Buffer) => void;
  /** Tells that the prompt has been drawn. */
  readonly start: () => void;
  /** Ends passing. Returns the keys that the prompt didn't need. */
  readonly close: () => Buffer[] | undefined;
}

/**
 * Keys that were typed before a prompt reach it once it is drawn, one after another, and others wait for them. inquirer drops
 * whatever comes earlier.
 * @param ahead undefined if no key may have been typed for this prompt
 */
export function keyQueue(ahead: Buffer[] | undefined, pass: (keys: Buffer) => void): KeyQueue {
  let waiting = ahead;
  let isStarted = false;
  const passNext = (): void => {
    const next = waiting?.shift();
    if (next === undefined) waiting = undefined;
    else {
      pass(next);
      setImmediate(passNext);
    }
  };
  return {
    add: (keys) => (waiting === undefined ? pass(keys) : void waiting.push(keys)),
    start: () => {
      if (!isStarted) setImmediate(passNext);
      isStarted = true;
    },
    close: () => {
      const rest = waiting;
      waiting = undefined;
      return rest;
    },
  };
}
