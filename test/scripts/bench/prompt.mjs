import { stripVTControlCharacters } from 'node:util';
import { spawn } from '@lydell/node-pty';
import { cleanEnvironment } from '../../support/child.mjs';
import { atMost, noGoal } from './goals.mjs';
import { takeTurns } from './measure.mjs';
import { createVite, program } from './subjects.mjs';

/** Wizards, what their first prompts say, and what a key that is pressed then shows. */
const wizards = {
  ours: { script: program, prompt: '? Region', key: '\x1b[B', reaction: '❯ EMEA' },
  theirs: { script: createVite, prompt: 'Project name:', key: 'q', reaction: 'q' },
};

/** An environment in which a wizard prompts: not CI, not an agent, and a terminal that can move its cursor. */
const { PATH, HOME, LANG = 'C.UTF-8' } = cleanEnvironment;
const env = { PATH, HOME, LANG, TERM: 'xterm-256color' };

/** The longest wait for a prompt, in milliseconds. */
const longestWait = 60_000;

/** How long it takes until the first prompt appears in a terminal, and until it reacts to a key pressed at once. */
export async function promptRows(cwd, rounds) {
  const { ours, theirs } = wizards;
  const prompt = await takeTurns(
    { ours: () => timeToPrompt(ours, cwd), theirs: () => timeToPrompt(theirs, cwd) },
    rounds,
  );
  const reaction = await takeTurns(
    { ours: () => timeToReaction(ours, cwd), theirs: () => timeToReaction(theirs, cwd) },
    rounds,
  );
  return [
    rowOf('first prompt in a terminal', prompt, (ratio) => atMost(1, ratio)),
    rowOf('first key shown in a terminal', reaction, () => noGoal),
  ];
}

function rowOf(what, turns, goalFor) {
  const [mine, other] = ['ours', 'theirs'].map((name) => `${turns.milliseconds(name).toFixed(0)} ms`);
  const ratio = turns.ratio('ours', 'theirs');
  return [what, mine, `create-vite: ${other}`, ratio.toFixed(2), ...goalFor(ratio)];
}

const timeToPrompt = ({ script, prompt }, cwd) => timeTo([{ shown: prompt }], script, cwd);

const timeToReaction = ({ script, prompt, key, reaction }, cwd) =>
  timeTo([{ shown: prompt, press: key }, { shown: reaction }], script, cwd);

/**
 * Milliseconds from the start of a program until the last of these texts is shown, each after the one before it and the key
 * pressed there. Then kills the program.
 */
function timeTo(steps, script, cwd) {
  const start = process.hrtime.bigint();
  const terminal = spawn(process.execPath, [script], { cols: 80, rows: 50, cwd, env });
  const rest = [...steps];
  let text = '';
  let milliseconds;
  terminal.onData((data) => {
    text += data;
    const [step] = rest;
    if (step === undefined || !stripVTControlCharacters(text).includes(step.shown)) return;
    milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
    rest.shift();
    text = '';
    if (rest.length === 0) terminal.kill();
    else terminal.write(step.press);
  });
  const timer = setTimeout(() => terminal.kill(), longestWait);
  return new Promise((resolve, reject) => {
    terminal.onExit(() => {
      clearTimeout(timer);
      if (rest.length > 0) reject(new Error(`${script} never showed "${rest[0].shown}":\n${text}`));
      else resolve(milliseconds);
    });
  });
}
