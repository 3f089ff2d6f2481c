// Runs in Node for Windows and starts programs for a test: under Wine, a program can use pipes from another Windows program,
// but not from Linux.
const { spawn } = require('node:child_process');
const { connect } = require('node:net');
const { createInterface } = require('node:readline');

const socket = connect(Number(process.argv[2]), '127.0.0.1');
const send = (message) => socket.write(`${JSON.stringify(message)}\n`);
const children = new Map();

const requests = {
  start({ id, command, args, cwd, env }) {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env } });
    children.set(id, child);
    child.stdin.on('error', () => {});
    for (const stream of ['stdout', 'stderr'])
      child[stream].setEncoding('utf8').on('data', (text) => send({ id, stream, text }));
    child.on('error', ({ message }) => send({ id, stream: 'stderr', text: message }));
    child.on('close', (code, signal) => send({ id, code, signal }));
  },
  input({ id, base64 }) {
    const { stdin } = children.get(id);
    stdin.end(Buffer.from(base64, 'base64'));
  },
};

createInterface({ input: socket }).on('line', (line) => {
  const { request, ...rest } = JSON.parse(line);
  requests[request](rest);
});
socket.on('close', () => process.exit());
