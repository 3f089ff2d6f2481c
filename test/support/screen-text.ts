import type xterm from '@xterm/headless';

/** Everything on a screen and above it, without trailing blanks. */
export function screenText({ buffer }: xterm.Terminal): string {
  const { active } = buffer;
  const lines = Array.from({ length: active.length }, (_, row) => active.getLine(row));
  return lines
    .map((line) => line?.translateToString(true) ?? '')
    .join('\n')
    .trimEnd();
}
