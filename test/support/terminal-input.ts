import { PassThrough } from 'node:stream';

/** The input of a terminal, with the modes that it was set to: true is raw, in which it shows no keys. */
export function terminalInput() {
  const modes: boolean[] = [];
  const stdin: any = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (mode: boolean) => modes.push(mode),
    ref: () => stdin,
    unref: () => stdin,
  });
  return { stdin, modes };
}
