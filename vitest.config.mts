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

/** Nothing that the quick tests test keeps state between files, so they share what they import. */
const quick = {
  name: 'quick',
  include: ['test/**/*.test.ts'],
  exclude: [...configDefaults.exclude, ...slow],
  isolate: false,
};

/** A glob for a whole folder also matches what isn't a test. */
const testsIn = (glob: string): string => glob.replace(/\*\*$/, '**/*.test.ts');

/** `--mode unit` is the quick run, in which properties stop after a moment. */
export default defineConfig(({ mode }) => ({
  test: {
    css: true,
    // Most tests wait for processes of their own, so no core has to be kept free for vitest.
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects:
      mode === 'unit'
        ? [{ extends: true, test: { ...quick, setupFiles: ['test/support/quick-properties.ts'] } }]
        : [
            { extends: true, test: quick },
            { extends: true, test: { name: 'slow', include: slow.map(testsIn) } },
          ],
  },
}));
