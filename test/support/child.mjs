// Child processes for scripts that measure the program or run it on other machines.
import { spawn } from 'node:child_process';

/** Extra certificates slow down every start of Node by 30 ms, and npm's variables would affect the measured npm. */
const foreign = /^(?:NODE_EXTRA_CA_CERTS|NODE_OPTIONS|INIT_CWD|npm_.*)$/i;

export const cleanEnvironment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !foreign.test(name)),
);

/**
 * Runs a program until it exits, for any reason. In addition to those of `spawn`, options are `input` for standard input,
 * and `output` for the target of standard output. `report` is what it writes to descriptor 3.
 */
export async function run(command, args, options = {}) {
  const start = process.hrtime.bigint();
  const child = spawn(command, args, {
    env: cleanEnvironment,
    stdio: [options.input === undefined ? 'ignore' : 'pipe', options.output ?? 'pipe', 'pipe', 'pipe'],
    ...options,
  });
  child.stdin?.on('error', () => {}).end(options.input);
  const texts = [child.stdout, child.stderr, child.stdio[3]].map(textOf);
  const status = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? signal));
  });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  const [stdout, stderr, report] = await Promise.all(texts);
  return { status, stdout, stderr, report, milliseconds };
}

/** Runs a program that must succeed. */
export async function runWell(command, args, options) {
  const result = await run(command, args, options);
  if (result.status === 0) return result;
  throw new Error(`${command} ${args.join(' ')} exited with ${result.status}\n${result.stderr}`);
}

async function textOf(stream) {
  let text = '';
  for await (const chunk of stream?.setEncoding('utf8') ?? []) text += chunk;
  return text;
}
