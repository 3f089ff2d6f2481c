import { once } from 'node:events';
import { createServer } from 'node:net';
import { randomFrom } from './random.mjs';
import { nastyText } from './texts.mjs';

const second = 1000;
const established = 'HTTP/1.1 200 Connection established\r\n\r\n';

/** Responses of a proxy to CONNECT. None of them lets a request leave the machine. */
const behaviors = [
  () => {},
  (socket) => socket.end(),
  (socket) => socket.resetAndDestroy(),
  (socket) => socket.write('HTTP/1.1 20'),
  (socket) => socket.end('HTTP/1.1 200 OK\r\nx'),
  (socket) => trickle(socket, 'HTTP/1.1 200 OK\r\nx: ', 'a', second),
  (socket) => trickle(socket, 'HTTP/1.1 200 OK\r\n', `x: ${'a'.repeat(9000)}\r\n`, 1),
  (socket, random) => socket.end(`HTTP/1.1 ${random.pick([302, 400, 403, 407, 500, 502, 503])} No\r\n\r\n`),
  (socket, random) => socket.end(nastyText(random)),
  (socket) => socket.write(established),
  (socket) => socket.end(established),
  (socket, random) => socket.write(`${established}${nastyText(random)}`),
  (socket) => trickle(socket, established, '\x16\x03\x03', second),
];

function trickle(socket, first, more, milliseconds) {
  socket.write(first);
  const timer = setInterval(() => socket.write(more), milliseconds);
  socket.once('close', () => clearInterval(timer));
}

/** Starts a misbehaving proxy. Its behavior depends on the seed, which is the user name in the request. */
export async function startHostileProxy() {
  const sockets = new Set();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).once('close', () => sockets.delete(socket));
    socket.once('data', (head) => {
      const credentials = /proxy-authorization: Basic (\S+)/i.exec(head.toString('latin1'))?.[1] ?? '';
      const random = randomFrom(Number.parseInt(Buffer.from(credentials, 'base64').toString(), 10) || 0);
      random.pick(behaviors)(socket, random);
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    urlFor: (seed) => `http://${seed}@127.0.0.1:${server.address().port}`,
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
