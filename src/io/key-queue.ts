import { ctrlC, isPaste, type Reading } from './prompt-units.ts';

/** Passes keys to a prompt. */
export interface KeyQueue {
  readonly add: (keys: string) => void;
  /** Tells that the prompt has been drawn. */
  readonly start: () => void;
  /** Ends passing. Returns the keys that the prompt didn't need. */
  readonly close: () => string[];
}

/** Milliseconds after which what may begin an escape sequence is a key, such as Esc. */
const longestSequence = 50;

/**
 * Keys reach a prompt a unit at a time, so that those after the one that answers it are left. Keys that were typed before a
 * prompt reach it once it is drawn: inquirer drops whatever comes earlier.
 * @param ahead undefined if no key may have been typed for this prompt
 * @param pass passes a unit, or whatever inquirer drops
 */
export function keyQueue(
  ahead: readonly string[] | undefined,
  reading: () => Reading,
  pass: (unit: string) => void,
): KeyQueue {
  const waiting = [...(ahead ?? [])];
  /** What is left of the read from which units are being passed. */
  let current = '';
  let isTyped = false;
  let isStarted = false;
  let next: NodeJS.Immediate | undefined;
  let timer: NodeJS.Timeout | undefined;
  const passUnit = (length: number): void => {
    const unit = current.slice(0, length);
    current = current.slice(length);
    isTyped = !/[\r\n]$/.test(unit);
    pass(unit);
    next = setImmediate(passNext);
  };
  const joined = (keys: string): string => {
    // Read alone, Ctrl-C is no part of a paste: the end of that is missing.
    if (current !== '') return keys === ctrlC ? keys : current + keys;
    return isTyped ? keys : reading().opened(keys);
  };
  const passNext = (): void => {
    next = undefined;
    let length = reading().unitLength(current);
    while (length === 0 && waiting.length > 0) {
      current = joined(waiting.shift() as string);
      length = reading().unitLength(current);
    }
    if (length > 0) passUnit(length);
    else if (current !== '' && !isPaste(current)) timer = setTimeout(passRest, longestSequence);
  };
  const passRest = (): void => passUnit(current.length);
  return {
    add: (keys) => {
      if (!isStarted && ahead === undefined) return pass(keys);
      waiting.push(keys);
      clearTimeout(timer);
      if (isStarted && next === undefined) passNext();
    },
    start: () => {
      if (!isStarted) next = setImmediate(passNext);
      isStarted = true;
    },
    close: () => {
      clearImmediate(next);
      clearTimeout(timer);
      return [current, ...waiting].filter((keys) => keys !== '');
    },
  };
}
