import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import {
  evidenceOf,
  parameterChecks as ids,
  registered,
  requestWith,
  completeParameters as right,
} from '../support/paste-fixtures.ts';
import { clientSecret, verifier } from '../support/setup-fixture.ts';
import { checkNamed, fixText } from '../support/verify-fixtures.ts';

const names = Object.keys(ids);
const swaps = names.flatMap((one, at) => names.slice(at + 1).map((other) => [one, other] as const));
const copies = names.flatMap((one) =>
  names.filter((name) => name !== one).map((other) => [one, other] as const),
);

const failing = (changes: Readonly<Record<string, string | undefined>>, against = true) =>
  diagnose(
    evidenceOf({ requests: [requestWith({ ...right, ...changes })] }),
    against ? registered : undefined,
  ).filter(({ status }) => status === 'fail');

describe.each([true, false])('with a setup: %s', (against) => {
  test.each(swaps)('%s and %s that are swapped are said to be, and nothing else is blamed', (one, other) => {
    const checks = failing({ [one]: right[other], [other]: right[one] }, against);
    expect(checks.map(({ id, code }) => [id, code])).toEqual(
      [one, other].sort((a, b) => names.indexOf(a) - names.indexOf(b)).map((name) => [ids[name], 'swapped']),
    );
    const [first, second] = checks;
    expect(first?.detail).toMatch(/are swapped\.$/);
    expect(second?.detail).toBe(first?.detail);
    for (const check of checks) expect(fixText(check)).not.toContain('--client-id');
  });
});

test.each(copies)('%s with the value of %s says so, and does not ask to change the setup', (one, other) => {
  const [check, ...others] = failing({ [one]: right[other] });
  expect([check?.id, check?.code, others]).toEqual([ids[one], 'swapped', []]);
  expect(check?.detail).toMatch(/in place of/);
  expect(check && fixText(check)).not.toMatch(/outdated/);
});

test.each([
  ['client_id', clientSecret, 'Anyone who saw the URL'],
  ['code_challenge', verifier, 'rotate zoominfo.json'],
])('a secret in %s stays exposed, whatever else is swapped', (name, secret, step) => {
  const checks = diagnose(evidenceOf({ requests: [requestWith({ [name]: secret })] }), registered);
  expect(fixText(checkNamed(ids[name] ?? '', checks))).toContain(step);
});
