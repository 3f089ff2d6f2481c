/** Sends values to a clipboard of the user's. That a value has arrived is never known. */
export interface Clipboard {
  /** The program that takes the values; undefined where the terminal does (OSC 52). */
  readonly program: string | undefined;
  /** False where the program didn't take the value. */
  copy(value: string): Promise<boolean>;
}
