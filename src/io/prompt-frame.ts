/** The sequence that erases the previous frame; inquirer begins each new one with it. */
const erasure = /^(?:\x1b\[\d+B)?(?:\x1b\[2K(?:\x1b\[\d*A)?)*(?:\x1b\[G)?/;

/** The text that draws the current prompt on an empty line. Where only the cursor moved, the rest is kept. */
export function nextFrame(before: string, written: string): string {
  const column = /^\x1b\[\d+G$/;
  if (!column.test(written)) return written.replace(erasure, '');
  return before.replace(/(?:\x1b\[\d+G)?$/, written);
}

/** The sequence that moves the cursor from where a frame leaves it to the frame's last line. */
export function belowFrame(frame: string): string {
  const [, lines] = /\x1b\[(\d+)A(?:\x1b\[\d+G)?$/.exec(frame) ?? [];
  return lines === undefined ? '' : `\x1b[${lines}B`;
}
