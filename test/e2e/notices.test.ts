import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type OutputChunk, rolldown } from 'rolldown';
import { loadConfig } from 'rolldown/config';
import { beforeAll, describe, expect, test } from 'vitest';
import { notices } from '../../rolldown.notices.mts';
import { makeClone, root, testWithLinks } from '../support/clone.ts';
import { sharedFolder, temporaryFolder } from '../support/folder.ts';

const shipped = entriesOf(readFileSync(join(root, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8'));

interface Entry {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly text: string;
}

function entriesOf(text: string): Entry[] {
  return text.split(/^---\n\n/m).map((entry) => {
    const [, name = '', version = '', license = ''] =
      /^Name: (.+)\nVersion: (.+)\nLicense: (.+)\n/.exec(entry) ?? [];
    return { name, version, license, text: entry };
  });
}

describe('the shipped notices', () => {
  test('contain the version, the license, and every license text of each', () => {
    for (const { name, version, license, text } of shipped) {
      const folder = join(root, 'node_modules', name);
      const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      expect([version, license]).toEqual([manifest.version, manifest.license]);
      const files = readdirSync(folder).filter((file) => /^(?:licen[cs]e|notice|copying)/i.test(file));
      expect(files.length).toBeGreaterThan(0);
      for (const file of files) {
        const written = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
        expect(text).toContain(written.trim());
      }
    }
  });

  test('allow all of it to be used', () => {
    expect(shipped.filter(({ license }) => !['ISC', 'MIT'].includes(license))).toEqual([]);
  });
});

describe('the shipped notices, compared with a bundle of the sources,', () => {
  const clone = sharedFolder();
  let modules: string[] = [];

  /** The modules whose code is in the bundle, according to full source maps, independently of the build's own list. */
  beforeAll(async () => {
    makeClone(clone);
    const config: any = await loadConfig(join(clone, 'rolldown.config.mts'));
    const plugins = config.plugins.filter(({ name }: { name: string }) => !/^map-|^notices$/.test(name));
    const bundle = await rolldown({ ...config, plugins, cwd: clone });
    const { output } = await bundle.generate({ ...config.output, sourcemap: true });
    await bundle.close();
    const chunks = output.filter((file): file is OutputChunk => file.type === 'chunk');
    const sources = chunks.flatMap(({ map }) => map?.sources ?? []);
    modules = sources.filter((path) => path.includes('node_modules/'));
  });

  const packageOf = (path: string): string =>
    /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? `no package: ${path}`;

  testWithLinks('name exactly the packages whose code is in the bundle', () => {
    const named = shipped.map(({ name }) => name);
    expect(modules.length).toBeGreaterThan(50);
    expect(named).toEqual([...new Set(modules.map(packageOf))].sort());
  });

  testWithLinks('name the packages bundled in other packages', () => {
    const vendored = modules.filter((path) => path.includes('/vendor/'));
    for (const path of vendored) {
      const [, name = ''] = /\/vendor\/([^/]+)\//.exec(path) ?? [];
      expect(shipped.find((each) => each.name === packageOf(path))?.text).toContain(`Includes: ${name} (`);
    }
    expect(shipped.find(({ name }) => name === 'undici')?.text).toContain('Includes: llhttp (');
  });
});

describe('the notices of a bundle', () => {
  const manifest = { name: 'one', version: '1.2.3', license: 'MIT' };

  /** The notices of a bundle with these modules; the given files make up their packages. */
  function noticesOf(modules: readonly string[], files: Readonly<Record<string, string | object>>): string {
    const folder = temporaryFolder();
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
    }
    let text = '';
    const context = { emitFile: ({ source }: { source: string }) => (text = source) };
    const chunk = { type: 'chunk', moduleIds: modules.map((path) => join(folder, path)) };
    (notices.generateBundle as any).call(context, {}, { chunk, asset: { type: 'asset' } });
    return text;
  }

  test('contain every license and notice of a package, and of its folders whose code is used', () => {
    const text = noticesOf(['node_modules/one/lib/used/index.js'], {
      'node_modules/one/package.json': manifest,
      'node_modules/one/LICENSE-MIT': 'the license\r\nof two lines',
      'node_modules/one/NOTICE': 'a notice',
      'node_modules/one/license.js': 'code',
      'node_modules/one/lib/used/LICENCE.txt': 'for the folder',
      'node_modules/one/lib/unused/LICENSE': 'for another folder',
    });
    expect(text).toContain('the license\nof two lines\n');
    expect(text).toContain('a notice');
    expect(text).toContain('for the folder');
    expect(text).not.toContain('for another folder');
    expect(text).not.toContain('code');
  });

  test('contain two versions of one package, wherever they are', () => {
    const text = noticesOf(['node_modules/one/a.js', 'node_modules/@a/b/node_modules/one/a.js'], {
      'node_modules/one/package.json': manifest,
      'node_modules/one/LICENSE': 'first',
      'node_modules/@a/b/node_modules/one/package.json': { ...manifest, version: '2.0.0' },
      'node_modules/@a/b/node_modules/one/LICENSE': 'second',
    });
    expect(entriesOf(text).map(({ name, version }) => `${name} ${version}`)).toEqual([
      'one 1.2.3',
      'one 2.0.0',
    ]);
  });

  test.each([
    ['the text of its license', { 'node_modules/one/package.json': manifest }],
    [
      'the name of its license',
      { 'node_modules/one/package.json': { name: 'one', version: '1' }, 'node_modules/one/LICENSE': 'text' },
    ],
  ])('are rejected if a package lacks %s', (_, files) => {
    expect(() => noticesOf(['node_modules/one/a.js'], files)).toThrow('one');
  });

  test.each(['vendor/two/index.js', 'lib/third_party/two.js', 'dist/vendored/two/a.js'])(
    "are rejected if the author of third-party code isn't listed: %s",
    (path) => {
      const module = `node_modules/one/${path}`;
      const files = {
        'node_modules/one/package.json': manifest,
        'node_modules/one/LICENSE': 'text',
        [module]: 'code',
      };
      expect(() => noticesOf([module], files)).toThrow(path);
    },
  );
});
