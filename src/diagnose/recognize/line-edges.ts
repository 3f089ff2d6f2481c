import type { FoundUrl } from '../evidence/evidence.ts';
import type { Place } from './mask.ts';
import { narrowest } from './wrapped-items.ts';

/** What a line of a URL ends with: its endpoint, or a parameter. */
const lastPart = /(?:^|[?&])\s*([\w.-]*=?)[^?&=]*$/;

/** A URL with each parameter on a line, of which those that are as long as the longest one may be cut off. */
export function withCutLines(url: FoundUrl, text: string, { start, end }: Place): FoundUrl {
  const lines = text.slice(text.lastIndexOf('\n', start) + 1, end).split('\n');
  const edge = Math.max(narrowest, ...lines.map((line) => line.trimEnd().length));
  const atEdge = lines.filter(
    (line, at) => line.trimEnd().length === edge && /^\s*[?&]/.test(lines[at + 1] ?? ''),
  );
  if (atEdge.length === 0) return url;
  const ends = atEdge.map((line) => lastPart.exec(line)?.[1]);
  const whole = url.parameters.filter(({ name, value }) => value !== '' || !ends.includes(name));
  const { endpoint, ...others } = url;
  return {
    ...(endpoint === undefined || atEdge[0]?.endsWith(endpoint) ? {} : { endpoint }),
    ...others,
    ...(whole.length < url.parameters.length ? { isPartial: true } : {}),
    parameters: whole.map((each) => (ends.includes(`${each.name}=`) ? { ...each, mayBeCut: true } : each)),
  };
}
