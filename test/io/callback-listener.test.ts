import { expect, test } from 'vitest';
import { listen } from '../../src/io/callback-listener.ts';
import { freePort } from '../support/misbehaving-server.ts';

test('closing ends the wait, so that nothing keeps the program running, and frees the port', async () => {
  const uri = `http://127.0.0.1:${await freePort()}/callback`;
  for (let count = 0; count < 2; count += 1) {
    const listening = await listen(uri, () => true, 3600);
    if (!listening.ok) throw new Error(listening.problem.detail);
    await listening.value.close();
    expect(await listening.value.callback).toBeUndefined();
    await listening.value.close();
  }
});
