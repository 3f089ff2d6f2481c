import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { bareEnvironment, bin, runBin } from '../support/bin.ts';
import { sharedFolder, temporaryFolder } from '../support/folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const scratch = sharedFolder();

/** With a cache of its own: not every user has a home that npm could write to. */
const quiet = {
  ...bareEnvironment,
  npm_config_cache: join(scratch, 'cache'),
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  npm_config_update_notifier: 'false',
  // Where npm on Windows has its own settings.
  ...(process.env.APPDATA === undefined ? {} : { APPDATA: process.env.APPDATA }),
};

/** npm and npx are batch files on Windows, which Node starts through a shell only. */
function run(command: 'npm' | 'npx', args: readonly string[], cwd: string): string {
  const shell = process.platform === 'win32';
  return execFileSync(command, shell ? args.map((word) => `"${word}"`) : args, {
    cwd,
    shell,
    encoding: 'utf8',
    env: quiet,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

describe('the packed tarball', () => {
  let tarball = '';
  let packed: { files: { path: string }[]; size: number };

  beforeAll(() => {
    [packed] = JSON.parse(
      run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', scratch], root),
    );
    tarball = join(scratch, `${manifest.name}-${manifest.version}.tgz`);
  });

  test('holds the program, its schema and the notices, and nothing else', () => {
    const files = packed.files.map(({ path }) => path).sort();
    const expected = [
      'LICENSE',
      'README.md',
      'bin/zi-oauth-setup.js',
      'dist/THIRD-PARTY-NOTICES.txt',
      'dist/main.js',
      'dist/setup.schema.json',
      'package.json',
    ];
    expect(files).toEqual(expect.arrayContaining(expected));
    expect(files.filter((path) => !expected.includes(path) && !/^dist\/[\w-]+\.js$/.test(path))).toEqual([]);
    expect(packed.size).toBeLessThan(400_000);
    expect(statSync(tarball).size).toBe(packed.size);
  });

  test('installed in an empty folder without the network, it is one package that works', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'package.json'), '{"private":true}');
    run('npm', ['install', '--offline', '--cache', join(folder, 'cache'), tarball], folder);
    expect(Object.keys(JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages)).toEqual(
      ['', 'node_modules/zi-oauth-setup'],
    );
    const setup = run(
      'npx',
      ['--offline', 'zi-oauth-setup', '--yes', '-r', 'na', '-s', 'all', '-f', 'json'],
      folder,
    );
    const schema = JSON.parse(
      readFileSync(join(folder, 'node_modules/zi-oauth-setup/dist/setup.schema.json'), 'utf8'),
    );
    const validate = new Ajv2020().compile(schema);
    expect(validate(JSON.parse(setup)), JSON.stringify(validate.errors)).toBe(true);
  });
});

test('nothing is installed with it and nothing runs when it is', () => {
  expect(manifest.dependencies).toBeUndefined();
  expect(manifest.optionalDependencies).toBeUndefined();
  expect(Object.keys(manifest.scripts).filter((name) => /^(?:pre|post)?install$/.test(name))).toEqual([]);
});

test('the notices name every package whose code is in the bundle, with its licence', () => {
  const notices = readFileSync(join(root, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
  for (const name of [
    'commander',
    'chalk',
    'inquirer',
    '@inquirer/core',
    '@inquirer/select',
    'open',
    'zod',
    'jsonc-parser',
    'leven',
    'fast-wrap-ansi',
    'mute-stream',
    'signal-exit',
  ]) {
    expect(notices).toContain(`Name: ${name}\n`);
  }
  for (const block of notices.split(/^---$/m)) {
    expect(block).toMatch(/Name: .*\nVersion: .*\nLicense: (?:MIT|ISC)\n[\s\S]*License Text:/);
  }
});

test('the SBOM names every package whose code is in the bundle', () => {
  const { bomFormat, components } = JSON.parse(run('npm', ['run', '--silent', 'sbom'], root));
  const named = new Set(
    components.map((each: any) => (each.group ? `${each.group}/${each.name}` : each.name)),
  );
  const notices = readFileSync(join(root, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
  const bundled = [...notices.matchAll(/^Name: (.*)$/gm)].map(([, name]) => name);
  expect(bomFormat).toBe('CycloneDX');
  expect(bundled.filter((name) => !named.has(name))).toEqual([]);
});

describe('the guard in bin', () => {
  const guard = readFileSync(bin, 'utf8');

  /** Runs the guard as if on another Node; what it would load is replaced. */
  function guardOn(version: string): { loaded: boolean; told: string[]; exitCode: number | undefined } {
    const told: string[] = [];
    let loaded = false;
    const fake: { versions: { node: string }; exitCode?: number } = { versions: { node: version } };
    const load = () => ({
      main: () => {
        loaded = true;
      },
    });
    new Function('process', 'require', 'console', guard.replace(/^#!.*\n/, ''))(fake, load, {
      error: (line: string) => told.push(line),
    });
    return { loaded, told, exitCode: fake.exitCode };
  }

  test.each(['20.18.1', '20.19.0', '22.13.0', '22.20.1', '23.5.0', '24.0.0', '26.1.0'])(
    'lets Node %s in',
    (version) => {
      expect(guardOn(version)).toEqual({ loaded: true, told: [], exitCode: undefined });
    },
  );

  test.each(['0.10.48', '4.9.1', '18.20.0', '20.18.0', '21.7.0', '22.12.0', '23.4.0'])(
    'tells a user of Node %s what to do',
    (version) => {
      const { loaded, told, exitCode } = guardOn(version);
      expect([loaded, exitCode]).toEqual([false, 2]);
      expect(told.join('\n')).toMatch(
        new RegExp(
          `needs Node.js [\\s\\S]*this is Node.js ${version.replaceAll('.', '\\.')}[\\s\\S]*npx -p node@`,
        ),
      );
    },
  );

  test('is written in syntax that Node 0.10 can parse', () => {
    expect(guard).not.toMatch(/=>|\b(?:let|const|class|async|await|import)\b|`|\?\.|\?\?/);
  });

  test('and engines agree', () => {
    expect(manifest.engines.node).toBe('^20.18.1 || ^22.13.0 || >=23.5.0');
  });
});

test('a build in another folder gives the same bytes', () => {
  const folder = temporaryFolder();
  for (const name of ['src', 'package.json', 'rolldown.config.mts'])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  run('npm', ['run', 'build'], folder);
  const built = (place: string): Record<string, string> =>
    Object.fromEntries(
      readdirSync(join(place, 'dist'))
        .sort()
        .map((name) => [name, readFileSync(join(place, 'dist', name), 'utf8')]),
    );
  expect(Object.keys(built(folder)).length).toBeGreaterThan(10);
  expect(built(folder)).toEqual(built(root));
});

test('a clone starts the wizard by its start script', async () => {
  expect(manifest.scripts.start).toBe('node bin/zi-oauth-setup.js');
  expect((await runBin([])).code).toBe(2);
});
