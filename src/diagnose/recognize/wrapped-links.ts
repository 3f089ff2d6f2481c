import { proofpointLink, sophosLink } from './encoded-links.ts';

/** How the links of an email's protection begin and end. A word of theirs doesn't show whether a line continues it. */
const links: readonly (readonly [beginning: string, end: RegExp])[] = [
  // Proofpoint, version 3
  ['[\\w.-]{1,60}/v3/__https?:', /__;[\w-]*!![\w!-]*\$/],
  [proofpointLink, /&(?:amp;)?e=(?!\w)/],
  [sophosLink, /&(?:amp;)?h=[\da-f]{32}/],
];

const beginnings = new RegExp(`https?://(?:${links.map(([beginning]) => `(${beginning})`).join('|')})`, 'gi');

/** Bounds for the time that hostile texts take. */
const [mostLinks, mostLines, longest] = [200, 100, 8000];

/** A text in which each link of an email's protection is on one line. */
export function withJoinedLinks(text: string): string {
  let joined = '';
  let from = 0;
  for (const { index, ...groups } of [...text.matchAll(beginnings)].slice(-mostLinks)) {
    if (index < from) continue;
    const kind = links.findIndex((_, at) => groups[at + 1] !== undefined);
    const lines = text.slice(index, index + longest).split('\n', mostLines);
    const parts = lines.map((line) => line.trim());
    const count = linesOfLink(parts, links[kind]?.[1] ?? /$/);
    joined += text.slice(from, index) + parts.slice(0, count).join('');
    from = index + lines.slice(0, count).join('\n').length;
  }
  return joined + text.slice(from);
}

/** In how few lines a link is up to its end, in none if it has no end. */
function linesOfLink(lines: readonly string[], end: RegExp): number {
  for (let count = 1; count <= lines.length; count += 1) {
    const link = lines.slice(0, count).join('').split(/\s/, 1)[0] ?? '';
    if (end.test(link)) return count;
    if (/\s|^$/.test(lines[count - 1] ?? '')) return 0;
  }
  return 0;
}
