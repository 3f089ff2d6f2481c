import { describe, expect, test } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { perform } from '../support/context.ts';

/** The help without its examples, which are there to be copied. */
async function helpAt(width: number, command: string): Promise<string[]> {
  const { code, stdout } = await perform([command, '--help'], { width });
  expect(code).toBe(0);
  return stdout.slice(stdout.indexOf('Usage:')).split('\n').slice(1);
}

describe.each(commands.map(({ definition }) => definition.name))('the help of %s', (command) => {
  test.each([40, 60, 80, 120])('fits into a window of %d columns', async (width) => {
    for (const line of await helpAt(width, command)) expect(line.length).toBeLessThanOrEqual(width);
  });

  test('has the same words in every window', async () => {
    const words = async (width: number) => (await helpAt(width, command)).join(' ').split(/\s+/);
    expect(await words(40)).toEqual(await words(120));
  });
});

describe('an option of another command', () => {
  test.each([
    [['--for', 'zoominfo'], 'It is an option of show. See:\n    zi-oauth-setup show --help\n'],
    [['show', '--yes'], 'It is an option of setup. See:\n    zi-oauth-setup setup --help\n'],
  ])('%j is told where it belongs', async (args, hint) => {
    expect((await perform(args)).stderr).toContain(hint);
  });
});
