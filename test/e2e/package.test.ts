import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { bin, runBin } from '../support/bin.ts';
import { root } from '../support/clone.ts';
import { sharedFolder, temporaryFolder } from '../support/folder.ts';
import { runNpm } from '../support/npm.ts';

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const scratch = sharedFolder();

describe('the packed tarball', () => {
  let tarball = '';
  let packed: { files: { path: string }[]; size: number };

  beforeAll(() => {
    const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', scratch];
    // A list up to npm 11, and an object by name in later versions.
    [packed] = Object.values(JSON.parse(runNpm('npm', args, root, scratch).stdout)) as [typeof packed];
    tarball = join(scratch, `${manifest.name}-${manifest.version}.tgz`);
  });

  test('contains only the program with its maps, its schema, and the notices', () => {
    const files = packed.files.map(({ path }) => path).sort();
    const expected = [
      'LICENSE',
      'README.md',
      'bin/zi-oauth-setup.js',
      'dist/THIRD-PARTY-NOTICES.txt',
      'dist/main.js',
      'dist/setup.schema.json',
      'dist/source-maps.json',
      'package.json',
    ];
    const code = files.filter((path) => /^dist\/[\w-]+\.js$/.test(path));
    expect(files).toEqual([...new Set([...expected, ...code])].sort());
    expect(packed.size).toBeLessThan(400_000);
    expect(statSync(tarball).size).toBe(packed.size);
  });

  test('installed in an empty folder without the network, is one package that works, without npm warnings', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'package.json'), '{"private":true}');
    expect(runNpm('npm', ['install', tarball], folder, folder).stderr).not.toContain('npm warn');
    expect(Object.keys(JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages)).toEqual(
      ['', 'node_modules/zi-oauth-setup'],
    );
    const args = ['zi-oauth-setup', '--yes', '-r', 'na', '-s', 'all', '-f', 'json'];
    const { stdout } = runNpm('npx', args, folder, folder);
    const schema = JSON.parse(
      readFileSync(join(folder, 'node_modules/zi-oauth-setup/dist/setup.schema.json'), 'utf8'),
    );
    const validate = new Ajv2020({ strictTypes: false }).compile(schema);
    expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors)).toBe(true);
  });
});

test('installs nothing else and runs no scripts', () => {
  expect(manifest.dependencies).toBeUndefined();
  expect(manifest.optionalDependencies).toBeUndefined();
  // For a package from outside a registry, npm counts `prepare` among them, with a warning.
  const scripts = Object.keys(manifest.scripts);
  expect(scripts.filter((name) => /^(?:(?:pre|post)?install|prepare)$/.test(name))).toEqual([]);
});

test('the SBOM names every package whose code is in the bundle', () => {
  const { bomFormat, components } = JSON.parse(
    runNpm('npm', ['run', '--silent', 'sbom'], root, scratch).stdout,
  );
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

  /** Runs the guard as if on another Node; the program that it would load is replaced. */
  function guardOn(version: string): { loaded: boolean; told: string[]; exitCode: number | undefined } {
    const told: string[] = [];
    let loaded = false;
    const fake: { versions: { node: string }; env: object; exitCode?: number } = {
      versions: { node: version },
      env: {},
    };
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
    'accepts Node %s',
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
          `requires Node.js [\\s\\S]*This is Node.js ${version.replaceAll('.', '\\.')}[\\s\\S]*npx -p node@`,
        ),
      );
    },
  );

  test('uses only syntax that Node 0.10 can parse', () => {
    expect(guard).not.toMatch(/=>|\b(?:let|const|class|async|await|import)\b|`|\?\.|\?\?/);
  });

  test('and engines agree', () => {
    expect(manifest.engines.node).toBe('^20.18.1 || ^22.13.0 || >=23.5.0');
  });
});

test('a clone starts the wizard with its start script', async () => {
  expect(manifest.scripts.start).toBe('node bin/zi-oauth-setup.js');
  expect((await runBin([])).code).toBe(2);
});
