import { developerPortalUrl, gtmStudioUrl, labels } from '../../facts/labels.ts';
import { printable } from '../../text/sanitize.ts';
import { html, type Markup } from './markup.ts';

const urls: readonly string[] = [developerPortalUrl, gtmStudioUrl];

/** Longest first, so that a label is found whole where another one begins it. */
const marked = [...urls, ...Object.values(labels).sort((a, b) => b.length - a.length)];

/** The group makes `split` keep the marks. The only character in them that a pattern treats specially is the dot. */
const marks = new RegExp(`(?<!\\w)((?:${marked.join('|').replaceAll('.', '\\.')})(?!\\w))`);

/** A step as prose: the consoles' labels are emphasized, and the URLs of the consoles are links. */
export function prose(text: string): Markup {
  const parts = printable(text).split(marks);
  return html`${parts.map((part, index) => (index % 2 === 0 ? html`${part}` : markOf(part)))}`;
}

function markOf(mark: string): Markup {
  if (!urls.includes(mark)) return html`<b>${mark}</b>`;
  return html`<a href="${mark}" target="_blank" rel="noreferrer">${mark}</a>`;
}
