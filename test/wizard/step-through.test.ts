import { describe, expect, test } from 'vitest';
import type { Clipboard } from '../../src/context/clipboard.ts';
import { perform, type StageOptions } from '../support/context.ts';
import { clientId, clientSecret } from '../support/setup-fixture.ts';

/** A clipboard that records copied values in order, and at first rejects those in `refuses`. */
function clipboardOf(program?: string, refuses = ''): { copied: string[]; clipboard: Clipboard } {
  const copied: string[] = [];
  let isRefused = false;
  const copy = async (value: string): Promise<boolean> => {
    if (value === refuses && !isRefused) {
      isRefused = true;
      return false;
    }
    copied.push(value);
    return true;
  };
  return { copied, clipboard: { program, copy } };
}

const answers = ['NA', ['api:data:company'], clientId, clientSecret, 'Continue', 'Here, step by step'];
const quit = ['Quit', true];

/** The whole walk with only Enter: the values of each step, then the next step. */
const copies = (count: number): string[] => Array.from({ length: count }, () => 'copy');
const walk = [...copies(8), 'next step', ...copies(4), 'next step', ...copies(2), 'next step', 'finish'];

const run = (replies: readonly unknown[], options: StageOptions = {}) =>
  perform(['--no-open'], { terminal: true, replies: [...answers, ...replies, ...quit], ...options });

const messages = (questions: readonly string[]): string[] =>
  questions
    .filter((question) => question.startsWith('Step'))
    .map((question) => question.split('\n')[0] ?? '');

describe('step by step', () => {
  test('one blank line separates steps, whether values are copied, skipped, or read from the screen', async () => {
    const skips = walk.map((move) => (move === 'copy' ? 'skip' : move));
    const { clipboard } = clipboardOf('pbcopy');
    const runs = [
      await run(walk, { clipboard }),
      await run(skips, { clipboard }),
      await run(['next step', 'next step', 'next step', 'finish']),
    ];
    for (const { code, stderr } of runs) {
      expect(code).toBe(0);
      expect(stderr).toMatch(/\n\nStep 2 of 4/);
      expect(stderr.slice(stderr.indexOf('Step 1 of 4'))).not.toMatch(/\n{3}(Step|The app registration)/);
    }
  });

  test('a hidden value can be revealed and hidden again where it is entered, and nowhere else', async () => {
    const moves = ['reveal', 'hide', 'reveal', 'next step', 'next step', 'next step', 'finish'];
    const { stderr, questions } = await run(moves);
    const steps = questions.filter((question) => question.startsWith('Step'));
    expect(steps.map((question) => question.includes(clientSecret))).toEqual([
      ...[false, true, false, true],
      ...[false, false, false],
    ]);
    expect(steps.filter((question) => /- (?:reveal|hide)/.test(question))).toHaveLength(4);
    expect(stderr).not.toContain(clientSecret);
  });

  test('with a clipboard, it can be revealed at its own prompt', async () => {
    const moves = ['copy', 'copy', 'copy', 'reveal', 'copy', 'stop'];
    const { copied, clipboard } = clipboardOf('pbcopy');
    const { questions } = await run(moves, { clipboard });
    const offered = questions.filter((question) => /- (?:reveal|hide)/.test(question));
    expect(offered.map((question) => question.includes(clientSecret))).toEqual([false, true]);
    expect(copied.at(-1)).toBe(clientSecret);
  });

  test("says how to see the Client Secret only if it's set", async () => {
    const unset = ['NA', ['api:data:company'], clientId, '', 'Continue', 'Here, step by step'];
    const moves = ['next step', 'next step', 'next step', 'finish'];
    const replies = [...unset, ...moves, ...quit];
    const { stderr } = await perform(['--no-open'], { terminal: true, replies });
    expect(stderr).not.toContain('To see');
    expect((await run(moves)).stderr).toMatch(/To see the Client Secret, press r/);
  });

  test('every value is copied in form order, including the keys of rows', async () => {
    const { copied, clipboard } = clipboardOf('pbcopy');
    const { code, stderr, questions } = await run(walk, { clipboard });
    expect(code).toBe(0);
    const url = 'https://api.zoominfo.com/gtm/oauth/v1';
    expect(copied).toEqual([
      'ZoomInfo',
      'ZoomInfo (Beta)',
      clientId,
      clientSecret,
      'api:data:company',
      `${url}/authorize`,
      `${url}/token`,
      `${url}/token`,
      'response_type',
      'code',
      'code_challenge',
      expect.stringMatching(/^[\w-]{43}$/),
      'code_verifier',
      expect.stringMatching(/^[\w-]{43}$/),
    ]);
    expect(stderr).toContain('Sent Client Secret to the clipboard with pbcopy.');
    expect(stderr).not.toContain(clientSecret);
    expect(messages(questions).slice(7, 10)).toEqual([
      'Step 1 of 4, value 8 of 8: Refresh token URL',
      'Step 1 of 4',
      'Step 2 of 4, value 1 of 4: response_type (Key)',
    ]);
    for (const title of ['Step 1 of 4: Jitterbit', 'Step 2 of 4: Authentication', 'Step 4 of 4: ZoomInfo'])
      expect(stderr.split(title)).toHaveLength(2);
  });

  test("back returns to the previous value, and shows the previous step again if it's there", async () => {
    const { copied, clipboard } = clipboardOf('pbcopy');
    const replies = [
      'copy',
      'back',
      'copy',
      ...Array(7).fill('skip'),
      'next step',
      'back',
      'back',
      'copy',
      'stop',
    ];
    const { stderr, questions } = await run(replies, { clipboard });
    expect(copied).toEqual(['ZoomInfo', 'ZoomInfo', 'https://api.zoominfo.com/gtm/oauth/v1/token']);
    expect(stderr.split('Step 1 of 4: Jitterbit')).toHaveLength(3);
    const first = questions.find((question) => question.startsWith('Step 1'));
    expect(first).not.toContain('- back');
  });

  test('without a clipboard, each step has one prompt', async () => {
    const { stderr, questions } = await run(['next step', 'next step', 'next step', 'finish']);
    expect(messages(questions)).toEqual([1, 2, 3, 4].map((step) => `Step ${step} of 4`));
    expect(stderr).toContain('No clipboard');
    expect(stderr).not.toContain('Sent');
  });

  test("a value that the program doesn't accept is reported, and can be retried or skipped", async () => {
    const { copied, clipboard } = clipboardOf('xclip', clientId);
    const { stderr } = await run(['copy', 'copy', 'copy', 'copy', 'stop'], { clipboard });
    expect(stderr).toMatch(/Warning: Client ID couldn't be sent .*xclip/);
    expect(copied).toEqual(['ZoomInfo', 'ZoomInfo (Beta)', clientId]);
  });

  test("the terminal's clipboard is named, with what to do if it isn't supported", async () => {
    const { stderr } = await run(['copy', 'stop'], clipboardOf());
    expect(stderr).toMatch(/OSC 52\)\. If your terminal doesn't support that/);
    expect(stderr).toContain("Sent Name to your terminal's clipboard (OSC 52).");
  });

  test("blank and missing values aren't offered, and the menu can start the steps again", async () => {
    const { clipboard } = clipboardOf('pbcopy');
    const replies = ['NA', ['api:data:company'], '', '', 'Continue', 'Here, step by step', 'stop'];
    const { questions } = await perform(['--no-open'], {
      terminal: true,
      clipboard,
      replies: [...replies, 'Enter the values step by step', 'stop', ...quit],
    });
    expect(messages(questions)).toEqual(Array(2).fill('Step 1 of 4, value 1 of 6: Name'));
  });
});

describe('how to enter the values', () => {
  const offered = (questions: readonly string[]): string[] =>
    questions.find((question) => question.startsWith('How'))?.match(/(?<=- )[^,\n]+/g) ?? [];
  const first = ['NA', ['api:data:company'], false, clientId, clientSecret, 'Continue'];

  test.each([
    ['where a browser can be opened', [], {}, 'In the browser'],
    ['over SSH', [], { SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' }, 'Here'],
    ['with --no-open', ['--no-open'], {}, 'Here'],
  ])('%s', async (_, args, env, way) => {
    const replies = args.length > 0 ? first.filter((reply) => reply !== false) : first;
    const options = { terminal: true, env, replies: [...replies, 'All', ...quit] };
    const { questions, stderr } = await perform(args, options);
    expect(offered(questions)[0]).toBe(way);
    expect([...offered(questions)].sort()).toEqual(['All at once', 'Here', 'In the browser']);
    expect(stderr).toContain('Advanced options');
  });

  test('the browser gets the copy sheet', async () => {
    const replies = [...first, 'In the browser', ...quit];
    const { served, opened } = await perform([], { terminal: true, replies });
    expect(served).toHaveLength(1);
    expect(opened).toEqual([expect.stringContaining('127.0.0.1')]);
  });
});
