import { closedPort } from './closed-port.mjs';
import { fileNames } from './folder.mjs';
import { nastyText } from './texts.mjs';

const outputs = [
  'new.json',
  '-',
  'new.env',
  '.env',
  '.env.local',
  'new.MD',
  'new.html',
  'new.txt',
  'new.xyz',
  'new',
];

/** Values of each option: correct or nearly correct ones. All others come from the table of hostile texts. */
const likelyValues = {
  '--region': ['na', 'EMEA', 'apac-southeast', 'https://apps.na-east.jitterbit.com/x', 'NAA'],
  '--scopes': [
    'all',
    'company',
    'company,contact news',
    'api:data:intent',
    'own:scope',
    'API:DATA:NEWS',
    'compny',
    'openid',
  ],
  '--name': ['ZoomInfo', 'My app', "O'Neil"],
  '--description': ['for tests', 'äöü'],
  '--client-id': ['0oaFuzzClient123', 'YOUR_CLIENT_ID', ' id'],
  '--agent-version': ['10.83', '11.21', '11.20', '12', '9.9.9', 'latest'],
  '--authentication-url': [`${closedPort}/authorize`, 'http://example.com/', 'https://example.com/a?b=c'],
  '--access-token-url': [`${closedPort}/token`, 'http://[::1]:1/token', 'ftp://127.0.0.1/'],
  '--redirect-uri': ['https://apps.na-east.jitterbit.com/design-studio/api/v1/oauth/authcode', 'https://x/'],
  '--code-challenge': ['E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', 'short', 'a'.repeat(64), 'a+/='],
  '--loopback': [
    'http://127.0.0.1:48911/cb',
    'http://127.0.0.1:0/cb',
    'https://127.0.0.1:1/cb',
    'http://example.com/cb',
  ],
  '--login-timeout': ['1', '0', '86401'],
  '--timeout': ['1', '2', '0', '3601', '1.5'],
  '--length': ['43', '128', '64', '42', '129'],
  '--count': ['1', '2', '1000', '0', '-5'],
  '--output': outputs,
  '--from': fileNames,
  '--client-secret-file': ['secret.txt', '-', ...fileNames],
  '--code-verifier-file': ['verifier.txt', '-', ...fileNames],
};

/** Options of other programs, mistyped ones, and a nonexistent one for a secret. */
const strangers = [
  '--regoin',
  '--no-such',
  '--no-',
  '-q',
  '-zz',
  '--online=yes',
  '--yes=1',
  '--help',
  '-h',
  '--version',
  '--Force',
];

/** A command line: mostly a command with its own options, sometimes anything. */
export function commandLine(random, tables, secrets) {
  const { name, argument, options } = random.pick(tables);
  const start = commandWords(random, name, argument);
  const hasFile = start.length > 1 && random.chance(0.9);
  const fitting = hasFile ? options.filter(({ insteadOfFile }) => !insteadOfFile) : options;
  const words = [
    ...start,
    ...random.some(fitting, random.pick([1, 3, 7])).flatMap((option) => optionWords(random, option)),
    ...(random.chance(0.7) ? random.pick(enoughToWork[name] ?? [[]]) : []),
    ...strangerWords(random, tables, secrets),
  ];
  if (random.chance(0.03))
    words.splice(random.below(words.length + 1), 0, random.pick(['--', 'setup', 'help', 'nope']));
  return { command: name, args: withoutWaiting(words.filter((word) => !word.includes('\0'))) };
}

/** What else a command needs, so that not every run stops at the first mistake. */
const enoughToWork = {
  setup: [
    ['-r', 'na', '-s', 'company', '--yes'],
    ['--from', 'good.json'],
    ['--from', 'mutated.json', '--force', '-o', 'new.json'],
  ],
  verify: [
    [],
    ['--online', '--timeout', '2', '--explain'],
    ['--login', '--loopback', 'http://127.0.0.1:48911/cb', '--timeout', '2'],
  ],
  show: [[], ['-f', 'html'], ['--for', 'zoominfo']],
  rotate: [[], ['--undo'], ['--dry-run']],
  diagnose: [[], ['-f', 'json']],
};

function commandWords(random, name, argument) {
  if (name === 'setup' && random.chance(0.3)) return [];
  if (argument === undefined) return random.chance(0.05) ? [name, nastyText(random)] : [name];
  if (random.chance(argument === '<file>' ? 0.02 : 0.3)) return [name];
  return [
    name,
    random.chance(0.06)
      ? nastyText(random)
      : random.pick(['-', 'mutated.json', 'mutated.json', ...fileNames]),
  ];
}

function optionWords(random, { long, short, takesValue, choices }) {
  const name = short !== undefined && random.chance(0.4) ? short : long;
  if (!takesValue || random.chance(0.02)) return [name];
  const value = valueFor(random, choices ?? likelyValues[long] ?? ['x']);
  if (random.chance(0.7)) return [name, value];
  return [name === long ? `${long}=${value}` : `${short}${value}`];
}

function valueFor(random, likely) {
  if (random.chance(0.1)) return nastyText(random);
  return random.chance(0.6) ? likely[0] : random.pick(likely);
}

function strangerWords(random, tables, { clientSecret }) {
  if (random.chance(0.93)) return [];
  if (random.chance(0.2))
    return random.pick([[`--client-secret=${clientSecret}`], ['--client-secret', clientSecret]]);
  if (random.chance(0.3)) return [random.pick(strangers)];
  if (random.chance(0.3)) return [nastyText(random)];
  return optionWords(random, random.pick(random.pick(tables).options));
}

/** No one visits the listener or the page, and a million pairs take too long, so an option shortens such runs. */
function withoutWaiting(words) {
  const ends = [];
  if (words.includes('--login')) ends.push('--no-open', '--login-timeout', '1');
  if (words.includes('--open')) ends.push('--output', 'page.html');
  return [...words, ...ends];
}
