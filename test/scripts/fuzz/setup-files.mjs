import { nastyText } from './texts.mjs';

/** A valid setup with a few places changed, then its text, then its bytes: mostly one of the three. */
export function mutatedSetup(random, setup) {
  const value = structuredClone(setup);
  const kind = random.below(10);
  if (kind < 7)
    for (let left = 1 + random.below(3); left > 0; left -= 1) random.pick(valueMutations)(random, value);
  const text = JSON.stringify(value, null, random.pick([0, 2, '\t']));
  if (kind === 7 || kind === 8) return Buffer.from(random.pick(textMutations)(random, text));
  return kind === 9 ? random.pick(byteMutations)(random, text) : Buffer.from(text);
}

const oddValues = (random) =>
  random.pick([
    null,
    true,
    0,
    -1,
    1.5,
    2 ** 53,
    [],
    {},
    [[]],
    { a: 1 },
    '',
    'text',
    nastyText(random),
    ['x', 1],
    nested(random.pick([3, 31, 40, 900])),
  ]);

function nested(depth) {
  let value = 'core';
  for (let left = depth; left > 0; left -= 1) value = left % 2 ? [value] : { 'x-inner': value };
  return value;
}

/** An object or list anywhere in the value, and one of its keys. */
function somewhere(random, value) {
  let place = value;
  for (;;) {
    const keys = Object.keys(place);
    if (keys.length === 0) return [place, 'x-empty'];
    const key = random.pick(keys);
    const inner = place[key];
    if (typeof inner !== 'object' || inner === null || random.chance(0.3)) return [place, key];
    place = inner;
  }
}

const change = (make) => (random, value) => {
  const [place, key] = somewhere(random, value);
  make(place, key, random);
};

const valueMutations = [
  change((place, key) => delete place[key]),
  change((place, key, random) => Reflect.set(place, key, oddValues(random))),
  change((place, key, random) => Reflect.set(place, key, nastyText(random))),
  change((place, _, random) => Reflect.set(place, `x-${random.word(3)}`, oddValues(random))),
  change((place, _, random) => Reflect.set(place, `x-${nastyText(random)}`, 'own')),
  change((place, _, random) =>
    Reflect.set(place, random.pick(['__proto_', 'constructor', 'clientSecrett', '', 'toJSON']), 'x'),
  ),
  change((place, key) =>
    Reflect.set(place, key, typeof place[key] === 'string' ? ` ${place[key]}\n` : place[key]),
  ),
  (random, value) => Object.assign(value, { schemaVersion: random.pick([0, 2, '1', null, 1e21]) }),
  (random, value) =>
    Object.assign(value, { region: random.pick(['EMEA', 'na', 'mars', '__proto__', 'constructor']) }),
  (_, value) => Object.assign(value, { clientId: null, clientSecret: null }),
  (_, value) => Object.assign(value, { clientId: value.clientSecret }),
  (_, value) => Object.assign(value, { previousPkce: { ...value.pkce, codeChallenge: 'x' } }),
  (random, value) =>
    Object.assign(value, { scopes: Array(random.pick([0, 1, 999, 1001])).fill('api:data:news') }),
  (random, value) =>
    Object.assign(value, {
      authenticationUrl: random.pick([
        'http://127.0.0.1:1/a',
        'http://[',
        'https://x/?a=b#c',
        'https://[::1]:99999/',
      ]),
    }),
  (random, value) =>
    Object.assign(value, { description: 'z'.repeat(random.pick([65_536, 65_537, 300_000])) }),
  (random, value) =>
    Object.assign(
      value,
      Object.fromEntries(
        random
          .some(['name', 'region', 'pkce', 'advancedOptions', 'scopes'], 5)
          .map((key) => [key, oddValues(random)]),
      ),
    ),
];

const textMutations = [
  (random, text) => text.slice(0, random.below(text.length)),
  (random, text) => text.slice(random.below(text.length)),
  (random, text) =>
    text.replace(random.pick([',', ':', '"', '{', '}']), () =>
      random.pick([',,', '', "'", '/* c */', '\u0001']),
    ),
  (_, text) => text.replace('{', '{"__proto__":{"region":"NA"},'),
  (_, text) => text.replace('{', '{"region":"APAC",'),
  (_, text) => text.replace('"schemaVersion"', '"x-big":1e999,"schemaVersion"'),
  (_, text) => text.replace(/}\s*$/, ',}'),
  (_, text) => `\ufeff${text}`,
  (_, text) => `// comment\n${text}`,
  (_, text) => text.replaceAll('\n', '\r\n'),
  (random, text) => `${text}${' '.repeat(random.pick([10, 1_100_000]))}`,
  (random, text) => text + text.slice(0, random.below(50)),
  (random) => random.pick(['[', '{"a":', '[{"x-a":']).repeat(random.pick([50, 5000, 100_000])),
  (random) => random.pick(['', ' ', 'null', '1', '"text"', '[]', '{}', 'undefined', 'ZI_OAUTH_REGION=NA\n']),
  (_, text) => text.replace('ZoomInfo', '\\ud800\\u0000\\u202e'),
];

const byteMutations = [
  (_, text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  (_, text) => Buffer.from(text, 'utf16le').swap16(),
  (random) => random.bytes(random.below(3000)),
  (random, text) => {
    const bytes = Buffer.from(text);
    for (let left = 1 + random.below(5); left > 0; left -= 1)
      bytes[random.below(bytes.length)] = random.below(256);
    return bytes;
  },
  (_, text) => Buffer.concat([Buffer.from(text), Buffer.alloc(20)]),
];
