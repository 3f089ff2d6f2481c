import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

/**
 * Tests that run whole commands, start processes, use sockets, or try thousands of texts. The quick run excludes them.
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

/** `--mode unit` is the quick run, which limits the time of each property. */
export default defineConfig(({ mode }) => ({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(mode === 'unit' ? slow : [])],
    setupFiles: [
      'test/support/own-fetch.ts',
      'test/support/own-process.ts',
      'test/support/steady-properties.ts',
      ...(mode === 'unit' ? ['test/support/quick-properties.ts'] : []),
    ],
    css: true,
    // No test keeps state between files, so they can share their imports.
    isolate: false,
    // Many slow tests wait for processes, servers, and timers, and leave the core to another file.
    maxWorkers: Math.ceil((mode === 'unit' ? 1 : 1.5) * availableParallelism()),
    // Far longer than any test takes, since a machine that is busy isn't wrong.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
  },
}));
