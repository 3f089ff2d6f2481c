import { once } from 'node:events';
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { randomFrom } from './random.mjs';
import { nastyText } from './texts.mjs';

/**
 * An authorization server that responds with anything. The seed in the path alone determines the response, so that a run
 * can be repeated. The response echoes what was sent, including secrets.
 */
export async function startServer() {
  const server = createServer(async (request, response) => {
    const sent = await textOf(request);
    const [, seed, place = ''] = request.url.split(/[/?]/);
    answer(randomFrom(Number(seed) + place.length), sent, request.socket, response);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    /** The URLs of the server for one run. */
    endpointsFor: (seed) => ({
      authenticationUrl: `http://127.0.0.1:${server.address().port}/${seed}/authorize`,
      accessTokenUrl: `http://127.0.0.1:${server.address().port}/${seed}/token`,
    }),
    close: () => server.close().closeAllConnections(),
  };
}

async function textOf(request) {
  let sent = `${request.url} ${request.headers.authorization ?? ''} `;
  for await (const chunk of request) sent += chunk;
  return sent;
}

function answer(random, sent, socket, response) {
  if (random.chance(0.05)) return socket.destroy();
  if (random.chance(0.05)) return socket.end(`HTTP/1.1 ${nastyText(random)}\r\n\r\n`);
  if (random.chance(0.1)) return random.pick(hostile)(socket);
  const { type = 'application/json', location, body } = random.pick(answers)(random, sent);
  const headers = { 'content-type': random.chance(0.1) ? 'text/html; charset=utf-16' : type };
  if (random.chance(0.15)) headers['content-encoding'] = random.pick(codings);
  if (location !== undefined) headers.location = encodeURI(location.toWellFormed());
  response.writeHead(random.pick(statuses), headers).end(body);
}

const statuses = [200, 200, 302, 302, 303, 400, 400, 400, 401, 401, 403, 404, 429, 500, 503];

/** Mostly the wrong type for the body. */
const codings = [
  'gzip',
  'GZIP',
  'x-gzip',
  'br',
  'deflate',
  'gzip, br',
  'identity',
  'constructor',
  '__proto__',
  ',',
];

const bomb = gzipSync(Buffer.alloc(50_000_000, 'y'));

/** Responses that never end, or end too soon. */
const hostile = [
  () => {},
  (socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-le'),
  (socket) => socket.end('HTTP/1.1 400 Bad\r\ncontent-length: 9\r\n\r\nhalf'),
  (socket) => socket.write('HTTP/1.1 400 Bad\r\ncontent-encoding: constructor\r\n\r\nhalf'),
  (socket) => socket.write('HTTP/1.1 400 Bad\r\ncontent-encoding: gzip\r\n\r\n') && socket.write(bomb),
  (socket) => {
    const timer = setInterval(() => socket.write('x: 1\r\n'), 20);
    socket.on('error', () => {}).once('close', () => clearInterval(timer));
    socket.write('HTTP/1.1 200 OK\r\n');
  },
];

const errorCodes = [
  ...['invalid_client', 'invalid_grant', 'invalid_request', 'invalid_scope', 'unauthorized_client'],
  ...['access_denied', 'server_error', 'temporarily_unavailable', 'redirect_uri_mismatch', 'Unauthorized'],
];

const json = (value) => ({ body: JSON.stringify(value) });

const answers = [
  (random, sent) => json({ error: random.pick(errorCodes), error_description: sent }),
  (random) => json({ error: random.pick(errorCodes), error_description: nastyText(random) }),
  (random, sent) => json({ errorCode: random.pick(errorCodes), errorSummary: sent }),
  (random, sent) => json({ errors: [{ code: nastyText(random), title: sent, detail: [] }] }),
  (_, sent) =>
    json({ access_token: sent, token_type: 'Bearer', scope: [{ toString: sent }], expires_in: '1' }),
  (random, sent) => ({ type: 'text/html', body: `<html><p>${sent}</p>${nastyText(random)}` }),
  (random, sent) => ({ location: `https://login.example/${nastyText(random)}?error=${sent}` }),
  (random) => ({ location: `?error=${random.pick(errorCodes)}` }),
  (random) => ({ location: nastyText(random) }),
  (random) => ({ type: nastyText(random).replace(/[^ -~]/g, ''), body: nastyText(random) }),
  (random) => ({ body: random.bytes(random.below(2000)) }),
  () => ({ body: '['.repeat(100_000) }),
];
