import { stripVTControlCharacters } from 'node:util';
import { spawn } from '@lydell/node-pty';
import { cleanEnvironment } from '../../support/child.mjs';
import { atMost } from './goals.mjs';
import { takeTurns } from './measure.mjs';
import { createVite, program } from './subjects.mjs';

/** Wizards and what their first prompts say. */
const wizards = {
  ours: { script: program, prompt: '? Region' },
  theirs: { script: createVite, prompt: 'Project name:' },
};

/** An environment in which a wizard prompts: not CI, not an agent, and a terminal that can move its cursor. */
const { PATH, HOME, LANG = 'C.UTF-8' } = cleanEnvironment;
const env = { PATH, HOME, LANG, TERM: 'xterm-256color' };

/** The longest wait for a prompt, in milliseconds. */
const longestWait = 60_000;

/** How long it takes until the first prompt appears in a terminal. */
export async function promptRows(cwd, rounds) {
  const { ours, theirs } = wizards;
  const turns = await takeTurns(
    { ours: () => timeToPrompt(ours, cwd), theirs: () => timeToPrompt(theirs, cwd) },
    rounds,
  );
  const [mine, other] = ['ours', 'theirs'].map((name) => `${turns.milliseconds(name).toFixed(0)} ms`);
  const ratio = turns.ratio('ours', 'theirs');
  return [
    ['first prompt in a terminal', mine, `create-vite: ${other}`, ratio.toFixed(2), ...atMost(1, ratio)],
  ];
}

/** Milliseconds from the start of a program to its first prompt. Then kills the program. */
function timeToPrompt({ script, prompt }, cwd) {
  const start = process.hrtime.bigint();
  const terminal = spawn(process.execPath, [script], { cols: 80, rows: 50, cwd, env });
  let text = '';
  let milliseconds;
  terminal.onData((data) => {
    text += data;
    if (milliseconds !== undefined || !stripVTControlCharacters(text).includes(prompt)) return;
    milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
    terminal.kill();
  });
  const timer = setTimeout(() => terminal.kill(), longestWait);
  return new Promise((resolve, reject) => {
    terminal.onExit(() => {
      clearTimeout(timer);
      if (milliseconds === undefined) reject(new Error(`${script} never showed "${prompt}":\n${text}`));
      else resolve(milliseconds);
    });
  });
}
