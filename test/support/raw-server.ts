import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { afterAll } from 'vitest';

export interface RawServer {
  readonly port: number;
  /** Every connection to it. */
  readonly connections: readonly Socket[];
  /** The data received from all connections. */
  readonly received: () => string;
}

const closers: (() => void)[] = [];

afterAll(() => {
  for (const close of closers.splice(0)) close();
});

/** Starts a peer that misbehaves on each connection. It is closed after the last test of the file. */
export async function startRaw(behave: (socket: Socket) => void, tls?: TlsOptions): Promise<RawServer> {
  const connections: Socket[] = [];
  const chunks: Buffer[] = [];
  const accept = (socket: Socket): void => {
    connections.push(socket);
    socket.on('error', () => {}).on('data', (chunk) => chunks.push(chunk));
    behave(socket);
  };
  const server: Server = tls === undefined ? createServer(accept) : createTlsServer(tls, accept);
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.close();
    for (const socket of connections) socket.destroy();
  });
  return {
    port: (server.address() as AddressInfo).port,
    connections,
    received: () => Buffer.concat(chunks).toString('latin1'),
  };
}

/** Writes a text repeatedly until the connection is closed. */
export function repeat(text: string, milliseconds: number, first = ''): (socket: Socket) => void {
  return (socket) => {
    socket.write(first);
    const timer = setInterval(() => socket.write(text), milliseconds);
    socket.once('close', () => clearInterval(timer));
  };
}

/** Waits for a request, or for the beginning of one, before it behaves. */
export function asked(behave: (socket: Socket) => void): (socket: Socket) => void {
  return (socket) => void socket.once('data', () => behave(socket));
}
