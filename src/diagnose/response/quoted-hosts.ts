import { regionMeant } from '../../facts/regions.ts';

const host = /(?<![\w.@-])(?:[a-z\d-]{1,63}\.){1,5}[a-z]{2,24}(?![\w-]|\.\w)/gi;

/** What may be a host in the words of an error. Names of classes and files look the same. */
export const hostsIn = (words: string): string[] => [...words.matchAll(host)].map(([found]) => found);

/** Java's packages end in the name of a class. */
const isClass = (name: string): boolean => /[a-z][A-Z][^.]*$/.test(name);

/** Whether the only hosts in an error are those of Jitterbit's regions. With others, it may be about one of these. */
export function namesOnlyJitterbit(words: string): boolean {
  const hosts = hostsIn(words).filter((found) => !isClass(found));
  return hosts.length > 0 && hosts.every((found) => regionMeant(found) !== undefined);
}
