import { expect, test } from 'vitest';
import { parseAgentVersion } from '../../src/answers/agent-version.ts';

test.each(['10.83', '10.100', '11.21', '11.21.0.5', '11.100', '12.0', '13.1'])(
  'agent %s is accepted',
  (version) => {
    expect(parseAgentVersion(version)).toMatchObject({ ok: true });
  },
);

test.each(['10.82', '10.9', '11.20', '11.3', '11.2', '9.99', '0.1'])('agent %s is too old', (version) => {
  expect(parseAgentVersion(version)).toMatchObject({
    ok: false,
    problem: expect.stringContaining('10.83 / 11.21'),
  });
});

test.each(['11', '11.', 'v11.21', '11.21-beta', '-1.2', '11,21'])("%j isn't a version", (version) => {
  expect(parseAgentVersion(version)).toMatchObject({
    ok: false,
    problem: `"${version}" is invalid. Use a version number such as 11.21.`,
  });
});
