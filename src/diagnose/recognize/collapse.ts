import type { FoundParameter, FoundUrl } from '../evidence/evidence.ts';

const isScheme = /^https?:\/\/$/i;
const isHost = /^(?:https?:\/\/)?[^/]+$/i;

/** If there are more, the last ones count. */
const mostUrls = 100;

/** Every URL once, at the place of its last copy. A list of its parameters and a truncated URL count as copies. */
export function collapsed(urls: readonly FoundUrl[]): FoundUrl[] {
  const kept: FoundUrl[] = [];
  for (const url of urls.slice(-mostUrls)) {
    const at = kept.findLastIndex((other) => isCopy(other, url) || isCopy(url, other));
    const [copy] = at < 0 ? [] : kept.splice(at, 1);
    kept.push(copy === undefined ? url : united(copy, url));
  }
  return kept;
}

/** Whether two endpoints are the same, or one is only the path of the other, or only its host and path. */
function isSamePlace(one = '', other = ''): boolean {
  const [part, whole] = one.length < other.length ? [one, other] : [other, one];
  const before = whole.slice(0, whole.length - part.length);
  if (part === '' || part === whole) return true;
  return whole.endsWith(part) && (part.startsWith('/') ? isHost : isScheme).test(before);
}

/** Whether all of the first URL is in the second. */
function isCopy(one: FoundUrl, other: FoundUrl): boolean {
  if (!isSamePlace(one.endpoint, other.endpoint) || one.parameters.length > other.parameters.length)
    return false;
  if (!one.isCut && one.parameters.length < other.parameters.length) return false;
  return one.parameters.every((parameter, index) =>
    isSame(parameter, other.parameters[index], one.isCut && index === one.parameters.length - 1),
  );
}

const isSame = (one: FoundParameter, other: FoundParameter | undefined, isCut: boolean): boolean =>
  isCut
    ? `${other?.name}=${other?.value}`.startsWith(`${one.name}=${one.value}`)
    : one.name === other?.name && one.value === other.value;

function united(one: FoundUrl, other: FoundUrl): FoundUrl {
  const fuller = isCopy(one, other) ? other : one;
  const endpoint = longer(one.endpoint, other.endpoint);
  return { ...fuller, ...(endpoint === undefined ? {} : { endpoint }) };
}

const longer = (one: string | undefined, other: string | undefined): string | undefined =>
  (one ?? '').length < (other ?? '').length ? other : one;
