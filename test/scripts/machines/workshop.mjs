import { chmodSync, cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runWell } from '../../support/child.mjs';
import { pack } from '../../support/packing.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A folder that every user can enter, with the packed program and everything that a row downloads. */
export async function makeWorkshop() {
  const folder = mkdtempSync(join(tmpdir(), 'zi-oauth-setup-machines-'));
  chmodSync(folder, 0o755);
  const subject = await pack(root, folder);
  const modules = await install(folder, 'subject', ['--offline', subject.file]);
  return {
    folder,
    subject,
    program: join(modules, subject.manifest.name, 'bin/zi-oauth-setup.js'),
    /** The modules folder of a package from npm's configured registry. */
    fetch: (name, options = []) => install(folder, name.replace('/', '-'), [...options, name]),
    newFolder: () => {
      const path = mkdtempSync(join(folder, 'folder-'));
      chmodSync(path, 0o755);
      return path;
    },
  };
}

async function install(folder, name, what) {
  const home = join(folder, name);
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), '{"private":true}');
  await runWell('npm', ['install', '--no-audit', '--no-fund', ...what], { cwd: home });
  return join(home, 'node_modules');
}

/** The project as it is now: it may change while the rows run, and another user must be able to read it. */
export function copyProject(workshop) {
  const copy = workshop.newFolder();
  cpSync(root, copy, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('/.git') });
  return copy;
}
