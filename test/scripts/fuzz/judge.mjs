/** The documented exit codes. A bug (1) or a signal is never expected. */
const promisedCodes = [0, 2, 3, 4, 5, 6];

const silentCommands = ['setup', 'show', 'rotate', 'pkce'];

/** Control and bidirectional characters, except for line breaks and forced colors. */
const unsafe = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;

const rules = [
  ['the exit code is a documented one', ({ status }) => promisedCodes.includes(status)],
  ['the program exits by itself and in time', ({ status }) => typeof status === 'number'],
  ['there is no stack trace', ({ stdout, stderr }) => !/^ {4}at /m.test(stdout + stderr)],
  ['no bug is reported', ({ stderr }) => !stderr.includes('This is a bug')],
  ['no secret is on standard error', ({ stderr, marks }) => !marks.some((mark) => stderr.includes(mark))],
  [
    'a diagnosis contains no secret',
    ({ command, stdout, marks }) => command !== 'diagnose' || !marks.some((mark) => stdout.includes(mark)),
  ],
  [
    'a correct paste passes',
    ({ isRight, status, args }) => !(isRight && status === 3 && args.includes('good.json')),
  ],
  ['nothing on standard error can fool a terminal', ({ stderr }) => !unsafe.test(stderr)],
  [
    'standard output is empty on exit 2 and 6',
    ({ status, stdout }) => stdout === '' || ![2, 6].includes(status),
  ],
  [
    'standard output is empty on exit 3, except for a verdict',
    ({ status, stdout, command }) => stdout === '' || status !== 3 || !silentCommands.includes(command),
  ],
  ['a failure says why', ({ status, stdout, stderr }) => status === 0 || stderr !== '' || stdout !== ''],
  [
    'no partially written file remains',
    ({ after }) => ![...after.keys()].some((name) => name.endsWith('.tmp')),
  ],
  [
    'a failure changes no file',
    ({ status, before, after, args }) =>
      status === 0 || args.includes('--github-output') || isSame(before, after),
  ],
];

/** @returns the names of the rules that one run broke */
export function brokenRules(run) {
  const said = run.stderr.replace(/^::add-mask::.*\n/gm, '').replace(/\x1b\[\d+m/g, '');
  return rules.filter(([, holds]) => !holds({ ...run, stderr: said })).map(([name]) => name);
}

function isSame(before, after) {
  return before.size === after.size && [...before].every(([name, content]) => after.get(name) === content);
}
