/** A key as readline reports it. */
interface Key {
  readonly name?: string | undefined;
  readonly sequence?: string | undefined;
  readonly ctrl?: boolean;
  readonly meta?: boolean;
}

/** Keys with a meaning in a menu, or in any prompt. */
const used = new Set(['up', 'down', 'return', 'enter', 'backspace']);
const usedWithCtrl = new Set(['c', 'd', 'n', 'p']);

/** What Backspace does in a menu: it removes the letters typed so far, with which a choice begins. */
const backspace = { name: 'backspace', ctrl: false, meta: false, shift: false };

/**
 * Keys that type nothing, such as Esc, Left, or Tab, only remove what was typed. inquirer would look for a choice that begins
 * with nothing, and jump to the first one. Call it before the prompt listens to the same keys.
 */
export function ignoreIdleKeys(input: NodeJS.ReadStream): void {
  input.on('keypress', (_text: unknown, key?: Key) => {
    if (key !== undefined && isIdle(key)) Object.assign(key, backspace);
  });
}

function isIdle({ name = '', sequence = '', ctrl = false, meta = false }: Key): boolean {
  if (ctrl) return !usedWithCtrl.has(name);
  return !used.has(name) && (meta || /^[\0-\x1f\x7f]/.test(sequence));
}
