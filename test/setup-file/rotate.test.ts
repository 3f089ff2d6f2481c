import { describe, expect, test } from 'vitest';
import { createCodeVerifier, pkcePairOf } from '../../src/oauth/pkce.ts';
import { readSetup } from '../../src/setup-file/read.ts';
import { canUndo, rotateSetup, undoRotation } from '../../src/setup-file/rotate.ts';
import type { Setup } from '../../src/setup-file/schema.ts';
import { sampleSetup } from '../support/setup-fixture.ts';

const next = pkcePairOf(createCodeVerifier());

/** The text of a setup with extension keys everywhere, and a user's own row. */
function notedText(): string {
  const setup = JSON.parse(JSON.stringify(sampleSetup()));
  setup['x-owner'] = { team: ['a', null, 1.5, true], ['__proto__']: { kept: true } };
  setup.pkce['x-made'] = 'by hand';
  setup.advancedOptions['x-a'] = 1;
  setup.advancedOptions.tokenRequest['x-b'] = 2;
  setup.advancedOptions.tokenRequest.parameters[0]['x-c'] = 3;
  setup.advancedOptions.authenticationRequest.parameters.push({
    key: 'prompt',
    value: 'login',
    sendIn: 'Request URL',
  });
  return JSON.stringify(setup);
}

const noted = await readSetup(notedText(), 'noted');

const notedSetup = (): Setup => structuredClone(noted);

describe('a rotation', () => {
  test('changes the pair and its two rows, and nothing else', () => {
    const before = notedSetup();
    const after = rotateSetup(before, next);
    const expected = JSON.parse(JSON.stringify(before));
    Object.assign(expected.pkce, next);
    expected.previousPkce = sampleSetup().pkce;
    expected.advancedOptions.authenticationRequest.parameters[1].value = next.codeChallenge;
    expected.advancedOptions.tokenRequest.parameters[0].value = next.codeVerifier;
    expect(JSON.parse(JSON.stringify(after))).toEqual(expected);
  });

  test('keeps the file order: previousPkce after pkce, extension keys last', () => {
    const keys = Object.keys(rotateSetup(notedSetup(), next));
    expect(keys.slice(-4)).toEqual(['pkce', 'previousPkce', 'advancedOptions', 'x-owner']);
  });

  test('overwrites an older previous pair', () => {
    const twice = rotateSetup(rotateSetup(sampleSetup(), next), pkcePairOf(createCodeVerifier()));
    expect(twice.previousPkce).toEqual(next);
  });

  test("doesn't change its argument", () => {
    const setup = notedSetup();
    rotateSetup(setup, next);
    expect(setup).toEqual(notedSetup());
  });
});

describe('undoing', () => {
  test('swaps the pairs, and undoing twice restores the setup', () => {
    const rotated = rotateSetup(notedSetup(), next);
    const undone = undoRotation(rotated);
    expect(undone.pkce).toEqual(notedSetup().pkce);
    expect(undone.previousPkce).toEqual(next);
    expect(JSON.stringify(undoRotation(undone))).toBe(JSON.stringify(rotated));
  });

  test('requires a valid previous pair', () => {
    expect(canUndo(sampleSetup())).toBe(false);
    const rotated = rotateSetup(sampleSetup(), next);
    expect(canUndo(rotated)).toBe(true);
    expect(canUndo({ ...rotated, previousPkce: { ...next, codeChallenge: next.codeVerifier } })).toBe(false);
    expect(() => undoRotation(sampleSetup())).toThrow(TypeError);
  });
});
