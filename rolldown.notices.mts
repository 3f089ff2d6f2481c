import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { OutputBundle, Plugin } from 'rolldown';

/** A module by its package, independent of where the clone is. */
interface PackagedModule {
  /** Empty if the module belongs to no package. */
  readonly name: string;
  /** The package's own folder. */
  readonly folder: string;
  /** Where the module is in that folder. */
  readonly path: string;
}

const root = realpathSync(import.meta.dirname);
const ownName = 'zi-oauth-setup';
const slashed = (path: string): string => path.split(sep).join('/');

/** @param id the path of a module, from the bundler */
function packageOf(id: string): PackagedModule {
  const own = slashed(relative(root, id));
  if (!isAbsolute(own) && !/^(?:\.\.|node_modules)\//.test(own))
    return { name: ownName, folder: root, path: own };
  const found = /^(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\/(.+)$/.exec(slashed(id));
  const [, folder = '', name = '', path = id] = found ?? [];
  return { name, folder, path };
}

/** A module as an import names it: `package/path`, wherever the clone or the packages are. */
export function specifierOf(id: string): string {
  const { name, path } = packageOf(id);
  return `${name}/${path}`;
}

/** Code that a package copied from another one, by its module or folder. */
const takenOver: readonly { readonly from: string; readonly notice: string }[] = [
  {
    from: '@inquirer/figures/dist/index.js',
    notice: 'figures and is-unicode-supported (MIT, Copyright (c) Sindre Sorhus)',
  },
  { from: 'undici/lib/core/util.js', notice: 'fetch-blob (MIT, Copyright (c) 2019 David Frank)' },
  { from: 'undici/lib/llhttp/', notice: 'llhttp (MIT, Copyright Fedor Indutny, 2018)' },
];

const vendored = /(?:^|\/)(?:vendor(?:ed)?|third[-_]?party)\//;
const legalFile = /^(?:(?:un)?licen[cs]e|copying|notice|third[-_ ]?party)(?!.*\.(?:[cm]?[jt]s|json)$)/i;

/** Writes the notices that the licenses of the bundled packages require. The build fails if a package lacks them. */
export const notices: Plugin = {
  name: 'notices',
  generateBundle(_options, bundle) {
    const modules = modulesIn(bundle);
    const folders = [...new Set(modules.map(({ folder }) => folder))];
    const entries = folders.map((folder) =>
      noticeOf(
        folder,
        modules.filter((module) => module.folder === folder),
      ),
    );
    const source = entries.sort().join('\n---\n\n');
    this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-NOTICES.txt', source });
  },
};

function modulesIn(bundle: OutputBundle): PackagedModule[] {
  return Object.values(bundle)
    .flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
    .map(packageOf)
    .filter(({ name }) => name !== '' && name !== ownName);
}

/** @throws Error if the package lacks its license, or contains copied code without its author's name */
function noticeOf(folder: string, modules: readonly PackagedModule[]): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = legalFiles(folder, modules).map((file) => readFileSync(file, 'utf8'));
  if (typeof license !== 'string' || texts.length === 0) throw new Error(`${name} has no license`);
  const head = [`Name: ${name}`, `Version: ${version}`, `License: ${license}`];
  const includes = noticesOfTakenOver(modules).map((notice) => `Includes: ${notice}`);
  const lines = [...head, ...includes, ...texts.map((text) => `\n${text.replaceAll('\r\n', '\n').trim()}`)];
  return `${lines.join('\n')}\n`;
}

/** The licenses and notices of the package, and of folders with their own. */
function legalFiles(folder: string, modules: readonly PackagedModule[]): string[] {
  const folders = new Set(['.', ...modules.flatMap(({ path }) => parentsOf(path))]);
  return [...folders].sort().flatMap((each) =>
    readdirSync(join(folder, each), { withFileTypes: true })
      .filter((entry) => entry.isFile() && legalFile.test(entry.name))
      .map((entry) => join(folder, each, entry.name))
      .sort(),
  );
}

function parentsOf(path: string): string[] {
  const parent = dirname(path);
  return parent === '.' ? [] : [...parentsOf(parent), parent];
}

function noticesOfTakenOver(modules: readonly PackagedModule[]): string[] {
  const paths = modules.map(({ name, path }) => `${name}/${path}`);
  const unnamed = paths.find(
    (path) => vendored.test(path) && !takenOver.some(({ from }) => path.startsWith(from)),
  );
  if (unnamed !== undefined) throw new Error(`${unnamed} is third-party code, and its author isn't listed`);
  return takenOver
    .filter(({ from }) => paths.some((path) => path.startsWith(from)))
    .map(({ notice }) => notice);
}
