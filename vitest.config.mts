import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

/**
 * Tests that run whole commands, start processes, talk over sockets, or try thousands of texts: left out of the quick run.
 */
const slow = [
  'test/{cli,commands,wizard}/**',
  'test/e2e/**',
  'test/diagnose/{any-paste,error-envelopes,recognize-*,right-registrations,secrets-in-text,spoiled-registrations}.test.ts',
  'test/io/**',
  'test/linear.test.ts',
  'test/checks/redactor.test.ts',
  'test/oauth/pasted-url.test.ts',
  'test/output/github-output.test.ts',
  'test/output/pairs-in-file.test.ts',
  'test/render/{env,secret-rows}.test.ts',
  'test/terminal/messages.test.ts',
  'test/text/screen.test.ts',
  'test/verify/{allow-host,echoed-secrets,secrets-in-urls}.test.ts',
  'test/verify/offline/repairs.test.ts',
  'test/verify/login/{load,login,token-answers}.test.ts',
  'test/verify/online/{misbehaving,oidc-provider,repairs}.test.ts',
];

/** `--mode unit` is the quick run, in which properties stop after a moment. */
export default defineConfig(({ mode }) => ({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(mode === 'unit' ? slow : [])],
    setupFiles: [
      'test/support/own-fetch.ts',
      ...(mode === 'unit' ? ['test/support/quick-properties.ts'] : []),
    ],
    css: true,
    // No test keeps state between files, so that they can share what they import.
    isolate: false,
    // Many slow tests wait for processes, servers and timers. Meanwhile the tests of another file have the core.
    maxWorkers: Math.ceil((mode === 'unit' ? 1 : 1.5) * availableParallelism()),
    testTimeout: 30_000,
    hookTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
  },
}));
