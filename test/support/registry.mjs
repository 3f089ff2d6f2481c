import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Some programs skip a version until it is a day old, or if the registry doesn't report its age. */
const longAgo = '2020-01-01T00:00:00.000Z';

/** Serves packed packages on a loopback address like a registry, with a latency of `latency` ms. */
export async function startRegistry(packages, latency = 0) {
  const server = createServer(async (request, response) => {
    await setTimeout(latency);
    const answer = answers.get(decodeURIComponent(request.url ?? ''));
    response.writeHead(answer ? 200 : 404, answer?.headers).end(answer?.body);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = `http://127.0.0.1:${server.address().port}/`;
  const answers = new Map(packages.flatMap((each) => answersOf(each, address)));
  return { address, close: () => server.close().closeAllConnections() };
}

/** Settings that make npm and npx use a registry and keep their cache in a folder, without the user's own settings. */
export const npmSettings = (home, registry) => ({
  npm_config_cache: join(home, 'npm'),
  npm_config_registry: registry,
  npm_config_update_notifier: 'false',
  npm_config_userconfig: join(home, 'no-npmrc'),
});

function answersOf({ manifest, packed, file }, address) {
  const { name, version } = manifest;
  const path = `${name}/-/${packed.filename}`;
  const dist = { tarball: `${address}${path}`, integrity: packed.integrity, shasum: packed.shasum };
  const packument = {
    name,
    'dist-tags': { latest: version },
    versions: { [version]: { ...manifest, dist } },
    time: { [version]: longAgo },
  };
  return [
    [`/${name}`, { headers: { 'content-type': 'application/json' }, body: JSON.stringify(packument) }],
    [`/${path}`, { headers: { 'content-type': 'application/octet-stream' }, body: readFileSync(file) }],
  ];
}
