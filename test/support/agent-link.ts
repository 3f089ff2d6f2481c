import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { Ending } from './bin.ts';

/** A running program. */
export interface Running {
  /** Waits until standard error matches the pattern. */
  readonly says: (pattern: RegExp) => Promise<string>;
  readonly ending: Promise<Ending>;
}

/** A command for the agent to start. */
export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A message from the agent about a program: a chunk of its output, or how it ended. */
interface Message {
  readonly id: number;
  readonly stream?: 'stdout' | 'stderr';
  readonly text?: string;
  readonly code?: number | null;
  readonly signal?: NodeJS.Signals | null;
}

/** A connection to `windows-agent.cjs`, which starts programs where this process can't. */
export class AgentLink {
  readonly #socket: Socket;
  readonly #listeners: ((message: Message) => void)[] = [];
  #isLost = false;

  /** @param startAgent starts the agent, which connects to the port */
  static async open(startAgent: (port: number) => ChildProcess): Promise<AgentLink> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const agent = startAgent((server.address() as AddressInfo).port);
    const isLost = once(agent, 'exit').then(([code]) =>
      Promise.reject(new Error(`The agent exited with ${code}`)),
    );
    const [socket] = (await Promise.race([once(server, 'connection'), isLost])) as [Socket];
    isLost.catch(() => {});
    server.close();
    return new AgentLink(socket);
  }

  constructor(socket: Socket) {
    this.#socket = socket;
    createInterface({ input: socket }).on('line', (line) => {
      const message: Message = JSON.parse(line);
      this.#listeners[message.id]?.(message);
    });
    socket.on('error', () => {}).on('close', () => this.#lose());
  }

  /** Whether the agent is gone, with every program that it started. */
  get isLost(): boolean {
    return this.#isLost;
  }

  #lose(): void {
    this.#isLost = true;
    for (const [id, tell] of this.#listeners.entries()) tell({ id, signal: 'SIGKILL' });
  }

  /** Starts a program and writes `stdin` to its standard input, a pipe. */
  start(command: Command, stdin: string | Buffer): Running {
    const id = this.#listeners.length;
    const texts = { stdout: '', stderr: '' };
    const watchers = new Set<() => void>();
    const ending = new Promise<Ending>((resolve) => {
      this.#listeners.push(({ stream, text = '', code = null, signal = null }) => {
        if (stream === undefined)
          return resolve({ code, signal, ...texts, said: texts.stderr.replace(/\s+/g, ' ') });
        texts[stream] += text;
        for (const watcher of watchers) watcher();
      });
    });
    const says = (pattern: RegExp): Promise<string> =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const [found] = pattern.exec(texts.stderr) ?? [];
          if (found !== undefined) resolve(found);
        };
        watchers.add(look);
        look();
        ending.then(({ stderr }) => reject(new Error(`The program never printed ${pattern}:\n${stderr}`)));
      });
    this.#send('start', { id, ...command });
    this.#send('input', { id, base64: Buffer.from(stdin).toString('base64') });
    return { says, ending };
  }

  /** Ends the agent, and Wine with it. */
  close(): void {
    this.#socket.destroy();
  }

  #send(request: 'start' | 'input', content: object): void {
    this.#socket.write(`${JSON.stringify({ request, ...content })}\n`);
  }
}
