import { readFileSync } from 'node:fs';
import type { Plugin } from 'rolldown';
import { specifierOf } from './rolldown.notices.mts';

const widths = 'fast-string-truncated-width/dist/index.js';

/** What the package that measures text does with a regular expression, which is made for the first of these. */
const later = `const later = (make) => {
  let made;
  const pattern = () => (made ??= make());
  return {
    get lastIndex() { return pattern().lastIndex; },
    set lastIndex(at) { pattern().lastIndex = at; },
    test: (text) => pattern().test(text),
    [Symbol.replace]: (text, by) => text.replace(pattern(), by),
  };
};`;

/** The package makes its regular expressions at once, though most output is Latin and needs none with a property. */
const measuringLater = (code: string): string =>
  `${later}\n${code.replace(/(?<=^const \w+ = )(\/.*\\p\{.*\/[a-z]+)(?=;$)/gm, 'later(() => $1)')}`;

/** A literal with a property of Unicode that waits for its first use. */
const waiting = /(?<=\b(?:once|later)\(\(\) => )\/(.*\\p\{.*)\/([a-z]+)(?=\);$)/gm;

/**
 * The engine checks a literal even in a function that it only skims, and looks up every character of a property for that:
 * where a literal waits for its first use, a call takes its place.
 */
export const unicodeWhenNeeded: Plugin = {
  name: 'unicode-when-needed',
  load(id) {
    const specifier = specifierOf(id);
    if (specifier !== widths && !/^zi-oauth-setup\/src\/.*\.ts$/.test(specifier)) return undefined;
    const code = readFileSync(id, 'utf8');
    return (specifier === widths ? measuringLater(code) : code).replace(
      waiting,
      (_, source, flags) => `new RegExp(${JSON.stringify(source)}, '${flags}')`,
    );
  },
};
