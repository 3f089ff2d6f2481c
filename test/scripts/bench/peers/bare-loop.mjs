// The lower limit: random bytes in large pieces, and their hashes, without output.
import { hash, randomFillSync } from 'node:crypto';

const octets = Buffer.alloc(32 * 1024);
let left = Number(process.argv[2]);

while (left > 0) {
  randomFillSync(octets);
  for (let at = 0; at < octets.length && left > 0; at += 32, left -= 1) {
    hash('sha256', octets.toString('base64url', at, at + 32), 'base64url');
  }
}
