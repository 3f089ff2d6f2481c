import { lookup } from '../../text/lookup.ts';

/** Text that is already HTML. Only `html` and `trusted` create it, so that other text never becomes markup. */
export class Markup {
  constructor(readonly text: string) {}
}

type Hole = string | number | Markup | readonly Markup[];

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
};

/** Escapes text for element content and quoted attributes. A bare CR would be read as LF (HTML section 13.2.3.5). */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'\r]/g, (character) => lookup(references, character) ?? '');
}

/** A template that escapes its holes, except for those that are markup. */
export function html(parts: TemplateStringsArray, ...holes: readonly Hole[]): Markup {
  return new Markup(
    parts.map((part, index) => part + (index < holes.length ? filled(holes[index]) : '')).join(''),
  );
}

/** Constant text of this program to insert unescaped: a style sheet or a script. */
export function trusted(text: string): Markup {
  return new Markup(text);
}

function filled(hole: Hole | undefined): string {
  if (hole instanceof Markup) return hole.text;
  if (typeof hole === 'object') return hole.map(({ text }) => text).join('');
  return escapeHtml(String(hole ?? ''));
}
