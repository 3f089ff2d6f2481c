/** A browser with one window, driven as a user does. Each engine has an adapter of its own. */
export interface DrivenBrowser {
  readonly open: (url: string) => Promise<void>;
  readonly go: (where: 'back' | 'forward' | 'reload') => Promise<void>;
  /** The value of an expression in the page; waits for a promise. */
  readonly evaluate: <Value>(expression: string) => Promise<Value>;
  /** Presses keys together, such as `Control+v`, as often as told. */
  readonly press: (chord: string, times?: number) => Promise<void>;
  readonly clickAt: (x: number, y: number) => Promise<void>;
  readonly inNewTab: (act: () => Promise<void>) => Promise<void>;
  /** Gives the page that is open this width. */
  readonly narrowTo: (width: number) => Promise<void>;
  /** Prefers dark pages from the next page on. */
  readonly turnDark: () => Promise<void>;
  /** How a text comes off the clipboard. */
  readonly asPasted: (text: string) => string;
  /** What the page wrote to the console, and whatever was requested beside the pages themselves. */
  readonly noise: string[];
  readonly close: () => Promise<void>;
}
