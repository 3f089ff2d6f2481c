/** A browser with one window, driven the way a user would. Each engine has its own adapter. */
export interface DrivenBrowser {
  readonly open: (url: string) => Promise<void>;
  readonly go: (where: 'back' | 'forward' | 'reload') => Promise<void>;
  /** Evaluates an expression in the page, and awaits a promise. */
  readonly evaluate: <Value>(expression: string) => Promise<Value>;
  /** Presses keys together, such as `Control+v`, once or `times` times. */
  readonly press: (chord: string, times?: number) => Promise<void>;
  readonly clickAt: (x: number, y: number) => Promise<void>;
  readonly inNewTab: (act: () => Promise<void>) => Promise<void>;
  /** Sets the width of the open page. */
  readonly narrowTo: (width: number) => Promise<void>;
  /** Prefers dark mode, starting with the next page. */
  readonly turnDark: () => Promise<void>;
  /** The text as the browser pastes it. */
  readonly asPasted: (text: string) => string;
  /** What the page wrote to the console, and every request other than for the page itself. */
  readonly noise: string[];
  readonly close: () => Promise<void>;
}
