/** The eight numbered terminal colors, for a dark background. */
const palette = ['#484f58', '#ff7b72', '#63d69c', '#f1cf86', '#8ab4ff', '#bc8cff', '#56d4dd', '#d5dbe6'];

/** An HTML page that looks like a terminal's screen. Bright colors appear as their normal ones. */
export function terminalPage(screen) {
  const { active } = screen.buffer;
  const rows = Array.from({ length: active.length }, (_, at) => rowMarkup(active.getLine(at)));
  while (rows.at(-1) === '') rows.pop();
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; background: transparent; width: max-content; }
    pre { margin: 0; padding: 20px 24px; border-radius: 12px; background: #171e2b; color: #d5dbe6;
      font: 15px/1.45 "DejaVu Sans Mono", monospace; }
    b { color: #fff; } i { font-style: normal; opacity: .65; }
  </style><pre>${rows.join('\n')}</pre>`;
}

function rowMarkup(line) {
  const cells = Array.from({ length: line.length }, (_, at) => line.getCell(at));
  while (cells.length > 0 && /^ ?$/.test(cells.at(-1).getChars())) cells.pop();
  return cells.map(cellMarkup).join('');
}

function cellMarkup(cell) {
  const text = (cell.getChars() || ' ').replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'));
  const color = cell.isFgPalette() ? palette[cell.getFgColor() % 8] : undefined;
  const colored = color === undefined ? text : `<span style="color:${color}">${text}</span>`;
  const bold = cell.isBold() ? `<b>${colored}</b>` : colored;
  return cell.isDim() ? `<i>${bold}</i>` : bold;
}
