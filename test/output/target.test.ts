import { expect, test } from 'vitest';
import { saveSetup } from '../../src/output/target.ts';
import { asciiMarks, plainStyle } from '../../src/render/style.ts';
import type { World } from '../../src/world.ts';
import { sampleSetup } from '../support/samples.ts';

test.each([
  ['with modes', false, 'Saved to a.json, readable by you alone.'],
  ['whose modes are set for all files at once', true, 'other users of this machine can read it'],
  ['of Windows', undefined, 'Saved to a.json; its folder decides who can read it.'],
])('on a disk %s no more is promised than what is so', async (_, isReadableByOthers, says) => {
  let said = '';
  const world = {
    stderr: {
      look: { width: 80, window: 80, style: plainStyle, marks: asciiMarks },
      write: async (text: string) => {
        said += text;
      },
    },
    files: {
      write: () => {},
      isExposedToGit: async () => false,
      isReadableByOthers: () => isReadableByOthers,
    },
  } as unknown as World;
  await saveSetup(sampleSetup(), 'json', 'a.json', { force: false }, world);
  expect(said).toContain(says);
});
