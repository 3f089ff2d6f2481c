/** How the links of an email's protection begin and end. A word of theirs doesn't show whether a line continues it. */
const links: readonly (readonly [beginning: string, end: RegExp])[] = [
  // Proofpoint, version 3
  ['https?://[\\w.-]{1,60}/v3/__https?:', /__;[\w-]*!![\w!-]*\$/],
  // Proofpoint, version 2
  ['https?://urldefense\\.proofpoint\\.com/v2/url\\?u=', /&(?:amp;)?e=(?!\w)/],
  // Sophos
  ['https?://[\\w.-]{1,60}\\.protection\\.sophos\\.com/?\\?d=', /&(?:amp;)?h=[\da-f]{32}/],
];

const beginnings = new RegExp(links.map(([beginning]) => `(${beginning})`).join('|'), 'gi');

/** Bounds for the time that hostile texts take. */
const [mostLinks, mostLines, longest] = [200, 100, 8000];

/** A text in which each link of an email's protection is on one line. */
export function withJoinedLinks(text: string): string {
  let joined = '';
  let from = 0;
  for (const { index, ...groups } of [...text.matchAll(beginnings)].slice(-mostLinks)) {
    if (index < from) continue;
    const kind = links.findIndex((_, at) => groups[at + 1] !== undefined);
    const lines = linesOfLink(text.slice(index, index + longest), links[kind]?.[1] ?? /$/);
    joined += text.slice(from, index) + lines.join('');
    from = index + lines.join('\n').length;
  }
  return joined + text.slice(from);
}

/** The fewest lines that contain a link up to its end; none if it has no end. */
function linesOfLink(text: string, end: RegExp): readonly string[] {
  const lines = text.split('\n', mostLines);
  for (let count = 1; count <= lines.length; count += 1) {
    const link = lines.slice(0, count).join('').split(/\s/, 1)[0] ?? '';
    if (end.test(link)) return lines.slice(0, count);
    if (/\s|^$/.test(lines[count - 1] ?? '')) return [];
  }
  return [];
}
