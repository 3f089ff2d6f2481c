/** Sends values to the user's clipboard, which never confirms them. */
export interface Clipboard {
  /** The program that receives the values; undefined if the terminal itself does (OSC 52). */
  readonly program: string | undefined;
  /** False if the program didn't accept the value. */
  copy(value: string): Promise<boolean>;
}
