import type { Environment } from '../terminal/environment.ts';

/** GNU screen accepts at most 768 bytes in one sequence. */
const longestPart = 512;

const bell = '\x07';
const endOfString = '\x1b\\';

/**
 * The sequence that asks a terminal to put a value on its clipboard (OSC 52 of the xterm control sequences). tmux and
 * screen pass it on only in their own wrapper; whether tmux accepts the plain or the wrapped form is a user setting.
 */
export function terminalCopy(value: string, env: Environment): string {
  const sequence = `\x1b]52;c;${Buffer.from(value).toString('base64')}${bell}`;
  if (env.TMUX) return `${sequence}\x1bPtmux;${sequence.replaceAll('\x1b', '\x1b\x1b')}${endOfString}`;
  if (!env.STY) return sequence;
  const parts = sequence.match(new RegExp(`[^]{1,${longestPart}}`, 'g')) ?? [];
  return parts.map((part) => `\x1bP${part}${endOfString}`).join('');
}
