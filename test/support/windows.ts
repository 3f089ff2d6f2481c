import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AgentLink, type Running } from './agent-link.ts';
import type { Ending } from './bin.ts';
import { copyProgram } from './installed.ts';
import { hasProgram, testWhere } from './requirements.ts';
import { Terminal } from './terminal.ts';
import { hasWine, makeDisk, nodesFolder, wineEnvironment } from './wine.mjs';

const majors = ['20', '22'] as const;
type Major = (typeof majors)[number];

const nodeOf = (major: Major): string => join(nodesFolder, `node-${major}`, 'bin', 'node.exe');

/** A test of the program on Node.js for Windows, which must be installed: tests use no network. */
export const testOnWindows = testWhere(
  hasWine && hasProgram('wine', '--version') && majors.every((major) => existsSync(nodeOf(major))),
  `wine, and Node for Windows as node-20 and node-22 in ${nodesFolder} (or set WINDOWS_NODES)`,
);

/** The Windows path of a file in this folder. */
export const supportOnZ = (name: string): string =>
  `Z:${fileURLToPath(new URL(name, import.meta.url)).replaceAll('/', '\\')}`;

export interface WindowsOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** The content of standard input, which is a pipe. */
  readonly stdin?: string | Buffer;
  readonly major?: Major;
  /** A file in this folder to load before the program. */
  readonly preload?: string;
}

/** A Windows 10 disk under Wine, with the packed program in a folder whose name has a space. */
export class Windows {
  #prefix = '';
  #link: AgentLink | undefined;

  /** The path on this system of `C:\work`, the folder that commands run in. */
  get folder(): string {
    return join(this.#prefix, 'drive_c', 'work');
  }

  async start(): Promise<void> {
    this.#prefix = mkdtempSync(join(tmpdir(), 'zi-oauth-setup-windows-'));
    const disk = join(this.#prefix, 'drive_c');
    makeDisk(this.#prefix);
    copyProgram(join(disk, 'Program Files', 'zi-oauth-setup'));
    mkdirSync(this.folder);
    for (const major of majors) symlinkSync(nodeOf(major), join(disk, `node-${major}.exe`));
    await this.#connect();
  }

  /** Starts Windows again if Wine has crashed. */
  async resume(): Promise<void> {
    if (this.#link?.isLost) await this.#connect();
  }

  async #connect(): Promise<void> {
    const words = [nodeOnC('22'), supportOnZ('windows-agent.cjs')];
    this.#link = await AgentLink.open((port) =>
      spawn('wine', [...words, `${port}`], { env: this.#environment(), stdio: 'ignore' }),
    );
  }

  async stop(): Promise<void> {
    this.#link?.close();
    // Otherwise, its server would save the registry when it exits.
    await once(spawn('wineserver', ['--kill'], { env: this.#environment(), stdio: 'ignore' }), 'exit');
    rmSync(this.#prefix, { recursive: true, force: true, maxRetries: 5 });
  }

  #environment(): Record<string, string> {
    const { PATH = '', HOME = '' } = process.env;
    return { PATH, HOME, LANG: 'C.UTF-8', ...wineEnvironment(this.#prefix) };
  }

  /** Starts the program in `C:\work`. */
  begin(args: readonly string[], options: WindowsOptions = {}): Running {
    if (this.#link === undefined) throw new Error("Windows isn't running.");
    const { env = {}, stdin = '', major = '22', preload } = options;
    const command = {
      command: nodeOnC(major),
      args: [...(preload === undefined ? [] : ['--require', supportOnZ(preload)]), ...programWords, ...args],
      cwd: 'C:\\work',
      env,
    };
    return this.#link.start(command, stdin);
  }

  /** Runs the program until it exits. */
  run(args: readonly string[], options?: WindowsOptions): Promise<Ending> {
    return this.begin(args, options).ending;
  }

  /**
   * Starts the program in a terminal without a title: reading the title aborts Node 22.23.3, unless the preceding system
   * call failed. The terminal is large because Wine's console prints some escape sequences as text.
   */
  terminal(args: readonly string[], env: Readonly<Record<string, string>> = {}): Terminal {
    return new Terminal({
      command: ['wine', nodeOnC('22'), ...programWords, ...args],
      columns: 400,
      rows: 100,
      cwd: this.folder,
      env: { ...this.#environment(), ...env },
    });
  }

  /** Removes all files from `C:\work`. */
  empty(): void {
    rmSync(this.folder, { recursive: true });
    mkdirSync(this.folder);
  }

  read(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8');
  }
}

const nodeOnC = (major: Major): string => `C:\\node-${major}.exe`;

const programWords = [
  '--require',
  supportOnZ('without-keep-alive.cjs'),
  'C:\\Program Files\\zi-oauth-setup\\bin\\zi-oauth-setup.js',
];
