import { widthOf } from '../terminal/wrap.ts';

/** The part of a line that is drawn, and the position of the cursor in it. */
export interface LineView {
  readonly shown: string;
  readonly cursor: number;
}

/** Shown where a line continues. */
const more = '...';

/** The part of a line around its cursor that fits in some columns. */
export function viewOf(line: string, cursor: number, columns: number): LineView {
  if (widthOf(line) <= columns) return { shown: line, cursor };
  const [before, after] = [line.slice(0, cursor), line.slice(cursor)];
  const room = Math.max(2, columns - 2 * more.length);
  const right = fitting([...after.slice(0, room)], room / 2).join('');
  const left = fitting([...before.slice(-2 * room)].reverse(), room - widthOf(right))
    .reverse()
    .join('');
  const start = left.length < before.length ? more + left : left;
  return { shown: start + right + (right.length < after.length ? more : ''), cursor: start.length };
}

/** The first characters, as many as fit. */
function fitting(characters: readonly string[], columns: number): string[] {
  let used = 0;
  const end = characters.findIndex((character) => {
    used += widthOf(character);
    return used > columns;
  });
  return end < 0 ? [...characters] : characters.slice(0, end);
}

/** What readline has of a line, and where it finds the cursor. */
interface Editor {
  line: string;
  cursor: number;
  setPrompt: (prompt: string) => void;
  getCursorPos: () => object;
}

/** Makes readline find the cursor where `drawn` says that a view of its line is drawn, after a text in the same row. */
export function followView(editor: Editor, drawn: () => LineView & { readonly after: string }): void {
  const getCursorPos = editor.getCursorPos.bind(editor);
  editor.getCursorPos = () => {
    const { line, cursor } = editor;
    const { shown, cursor: at, after } = drawn();
    editor.setPrompt(after);
    Object.assign(editor, { line: shown, cursor: at });
    const position = getCursorPos();
    Object.assign(editor, { line, cursor });
    return position;
  };
}
