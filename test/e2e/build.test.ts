import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { SourceMapPayload } from 'node:module';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { bareEnvironment } from '../support/bin.ts';
import { builtFiles, copySources, linkPackages, makeClone, root, testWithLinks } from '../support/clone.ts';
import { sharedFolder, temporaryFolder } from '../support/folder.ts';
import { runNpm } from '../support/npm.ts';
import { hasProgram, testWhere } from '../support/requirements.ts';

/** Says which file differs, without all of its code. */
const digestsOf = (files: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, createHash('sha256').update(text).digest('hex')]),
  );

testWithLinks('a build in folders named like packages and sources yields the same bytes', () => {
  const folder = temporaryFolder();
  const clone = makeClone(join(folder, 'undici', 'node_modules', 'chalk', 'src', 'clone'));
  const { stdout } = runNpm('npm', ['run', '--silent', 'build'], clone, folder);
  expect(digestsOf(builtFiles(clone))).toEqual(digestsOf(builtFiles(root)));
  // `npm start` has the program's own results there.
  expect(stdout).toBe('');
});

describe('whichever file of a package is loaded first, nothing is missing', () => {
  const wholeModules = join(root, 'test', 'support', 'whole-modules.cjs');
  const loadFirst = (file: string) =>
    spawnSync(process.execPath, ['--require', wholeModules, file], {
      env: bareEnvironment,
      encoding: 'utf8',
    });

  test.each(Object.keys(builtFiles(root)).filter((name) => name.endsWith('.js')))('%s', (name) => {
    expect(loadFirst(join(root, 'dist', name)).stderr).toBe('');
  });

  test('a file that is needed too early is noticed', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.js'), "exports.one = require('./b.js').two + 1;");
    writeFileSync(join(folder, 'b.js'), "const a = require('./a.js'); exports.two = a.one ?? 2;");
    expect(loadFirst(join(folder, 'a.js')).stderr).toMatch(/b\.js reads one from .*a\.js/);
  });
});

test("maps contain only this program's sources, by their paths in a clone", () => {
  const maps: Record<string, Partial<SourceMapPayload>> = JSON.parse(
    builtFiles(root)['source-maps.json'] ?? '{}',
  );
  const sources = Object.values(maps).flatMap((map) => map.sources ?? []);
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  const known = new Set(['../package.json', ...files.map((path) => `../src/${path.split(sep).join('/')}`)]);
  expect(sources.length).toBeGreaterThan(50);
  expect(sources.filter((source) => !known.has(source.replace(/\?raw$/, '')))).toEqual([]);
  expect(Object.values(maps).filter((map) => 'sourcesContent' in map)).toEqual([]);
});

describe('with DEBUG set, a bug names file, function and line of the source', () => {
  const clone = sharedFolder();

  /** A function of each kind by its name: the line after which a bug is planted, and how the bug continues. */
  const functions: readonly (readonly [
    kind: string,
    name: string,
    line: RegExp,
    end: string,
    args: string,
  ])[] = [
    ['loaded at every start', 'meaningOf', /function meaningOf\(.*\{\n/, ';', ''],
    ['shared by commands', 'deriveCodeChallenge', /function deriveCodeChallenge\(.*\{\n/, ';', ''],
    ['an arrow function', 'bytesFor', /const bytesFor = .*=>\n/, '||', ''],
    ['called by a package', 'anyText', /const anyText: .*=> (?=accepted)/, '||', '--code-verifier-file x'],
    ['asynchronous, in a separate file', 'verifierOf', /async function verifierOf\([^{]*\{\n/, ';', ''],
  ];
  const bugIn = (name: string): string => `(process.env.BUG === '${name}' && JSON.parse('a bug'))`;

  beforeAll(() => {
    makeClone(clone);
    for (const file of sources()) {
      const text = readFileSync(file, 'utf8');
      const planted = functions.reduce(
        (all, [, name, line, end]) => all.replace(line, (found) => `${found}${bugIn(name)} ${end}\n`),
        text,
      );
      if (planted !== text) writeFileSync(file, planted);
    }
    runNpm('npm', ['run', 'build'], clone, clone);
  });

  const sources = (): string[] =>
    readdirSync(join(clone, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => join(clone, 'src', path));

  /** Where a trace should find the bug: `src/…/file.ts:line)`. */
  function placeOf(bug: string): string {
    for (const file of sources()) {
      const line = readFileSync(file, 'utf8')
        .split('\n')
        .findIndex((each) => each.includes(bug));
      if (line !== -1) return `${file.slice(clone.length)}:${line + 1})`;
    }
    throw new Error(`No source has ${bug}`);
  }

  testWithLinks.each(functions)('%s', (_kind, name, _line, _end, args) => {
    const { stderr } = spawnSync(
      process.execPath,
      [join(clone, 'bin', 'zi-oauth-setup.js'), 'pkce', ...args.split(' ').filter(Boolean)],
      {
        env: { ...bareEnvironment, BUG: name, DEBUG: 'zi-oauth-setup' },
        encoding: 'utf8',
      },
    );
    const frames = stderr.split('\n').filter((line) => line.startsWith('    at '));
    const [own = ''] = frames.filter((line) => !line.includes('JSON.parse'));
    expect(own).toMatch(new RegExp(`^ +at (?:async )?(?:Object\\.)?${name} \\(`));
    expect(own).toContain(placeOf(bugIn(name)));
    // Code of packages is in no map, and must not be attributed to the program.
    const ofPackages = frames.filter((line) => line.includes('Command.parse '));
    expect(ofPackages).toHaveLength(args === '' ? 0 : 1);
    expect(ofPackages.filter((line) => !line.includes(`${sep}dist${sep}`))).toEqual([]);
  });
});

const withGit = testWhere(hasProgram('git', '--version'), 'git');

withGit('npm builds the program when it installs it from a repository, without warnings', () => {
  const folder = temporaryFolder();
  const repository = join(folder, 'repository');
  const home = join(folder, 'home');
  const app = join(folder, 'app');
  copySources(repository);
  // npm clones into its cache. A folder above already contains what it would fetch for the build.
  linkPackages(home);
  const { devDependencies: _, ...manifest } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  writeFileSync(join(repository, 'package.json'), JSON.stringify(manifest));
  commitAll(repository, home);
  mkdirSync(app);
  writeFileSync(join(app, 'package.json'), '{"private":true}');
  // npm 12 installs nothing from Git without this option, which earlier versions may not know.
  const major = Number.parseInt(runNpm('npm', ['--version'], app, home).stdout, 10);
  const allow = major < 12 ? [] : ['--allow-git=all'];
  const { stderr } = runNpm('npm', ['install', ...allow, `git+${pathToFileURL(repository)}`], app, home);
  expect(stderr).not.toContain('npm warn');
  const installed = builtFiles(join(app, 'node_modules/zi-oauth-setup'));
  expect(digestsOf(installed)).toEqual(digestsOf(builtFiles(root)));
  expect(runNpm('npx', ['zi-oauth-setup', '--version'], app, home).stdout.trim()).toBe(manifest.version);
});

/** Commits everything, regardless of the user's Git settings. */
function commitAll(repository: string, home: string): void {
  const names = ['GIT_AUTHOR_NAME', 'GIT_AUTHOR_EMAIL', 'GIT_COMMITTER_NAME', 'GIT_COMMITTER_EMAIL'];
  const env = { ...bareEnvironment, HOME: home, ...Object.fromEntries(names.map((name) => [name, 'test'])) };
  const commands = ['init --quiet', 'add .', 'commit --quiet --message All'];
  for (const words of commands) execFileSync('git', words.split(' '), { cwd: repository, env });
}
