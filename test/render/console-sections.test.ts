import { describe, expect, test } from 'vitest';
import { prerequisites } from '../../src/facts/console-steps.ts';
import {
  consoleSections,
  rotationSections,
  type Section,
  stepsOf,
} from '../../src/render/console-sections.ts';
import { sampleSetup } from '../support/setup-fixture.ts';

const setup = sampleSetup({ name: 'Sales {connector}' });
const sections = consoleSections(setup);

const section = (id: string): Section => {
  const found = sections.find((each) => each.id === id);
  if (found === undefined) throw new Error(`There is no section ${id}.`);
  return found;
};

const stepsIn = ({ before, after }: Section): string[] => [...before, ...after];

/** The positions of the words in a text, which show whether they are in that order. */
const places = (text: string, words: readonly string[]): number[] => words.map((word) => text.indexOf(word));

describe('the steps lead through each form in its order', () => {
  test.each([
    [
      'application',
      [
        'https://developer.zoominfo.com',
        'Create App',
        'GTM Studio',
        'Standard',
        'Authorization Code',
        'app name',
        'logo',
        'Sign-in Redirect URIs',
        'scopes',
        'Click Create.',
        'application link',
        'Client ID',
        'Client Secret',
      ],
    ],
    [
      'registration',
      [
        'Management Console',
        'Customizations',
        'App Registrations',
        'Create New',
        'Save the app registration',
      ],
    ],
    ['authentication-request', ['saved row', 'Advanced options', 'Authentication request', 'Parameters']],
    ['token-request', ['Advanced options', 'Token request', 'Parameters', 'Save']],
    [
      'connection',
      [
        'ZoomInfo (Beta) connection',
        'Authorization Code Flow',
        'OAuth application',
        'Sales {connector}',
        'Private Applications',
        'Sign in',
      ],
    ],
  ])('%s', (id, words) => {
    const found = places(stepsIn(section(id)).join('\n'), words);
    expect(found).not.toContain(-1);
    expect(found).toEqual([...found].sort((a, b) => a - b));
  });

  test('without repeating one', () => {
    const all = sections.flatMap(stepsIn);
    expect(new Set(all).size).toBe(all.length);
  });
});

test('whoever has only the ZoomInfo side sends the credentials back, unless they are known', () => {
  const last = (answers = {}) => consoleSections(sampleSetup(answers), 'zoominfo').flatMap(stepsIn).at(-1);
  const sends = /^Send the Client ID and Client Secret securely/;
  expect(last({ clientId: null })).toMatch(sends);
  expect(last({ clientSecret: null })).toMatch(sends);
  expect(last()).not.toMatch(sends);
});

test('a rotation lists both tabs, then says to save and who must sign in again', () => {
  const [first, second] = rotationSections(setup).map(stepsIn);
  const text = [...(first ?? []), ...(second ?? [])].join('\n');
  const found = places(text, [
    'App Registrations',
    'On the Sales {connector} row',
    'Authentication request',
    'Token request',
    'Save',
    'sign in again',
  ]);
  expect(found).not.toContain(-1);
  expect(found).toEqual([...found].sort((a, b) => a - b));
});

describe('steps are numbered', () => {
  test('throughout a section, before and after its values', () => {
    const { before, after } = stepsOf({ before: ['a', 'b'], after: ['c'] });
    expect([before, after]).toEqual([
      [
        { number: 1, text: 'a' },
        { number: 2, text: 'b' },
      ],
      [{ number: 3, text: 'c' }],
    ]);
  });

  test.each([[{ before: ['a'], after: [] }], [{ before: [], after: ['a'] }]])(
    'unless there is only one: %j',
    (steps) => {
      const { before, after } = stepsOf(steps);
      expect([...before, ...after]).toEqual([{ text: 'a' }]);
    },
  );
});

test.each([
  'ZoomInfo (Beta) connector',
  'request it from Jitterbit',
  '10.83 / 11.21',
  'Admin role',
  'Enterprise API or Copilot package',
  'DevPortal subscription',
])('the prerequisites include: %s', (words) => {
  expect(prerequisites.join('\n')).toContain(words);
});
