import { join } from 'node:path';
import { trySmoke } from './smoke.mjs';
import { trySuite } from './suite.mjs';

/** The packed program on the machine, compared with an ordinary one, then all tests if the row says so. */
export async function tryMachine(row, workshop) {
  const machine = { ...row, ...(await (row.prepare ?? prepare)(row, workshop)) };
  const smoke = await trySmoke(machine, workshop);
  return row.suite ? `${smoke}; ${await trySuite(machine, workshop)}` : smoke;
}

async function prepare({ node }, workshop) {
  const nodePath =
    node === undefined ? process.execPath : join(await workshop.fetch(`node@${node}`), 'node/bin/node');
  return { nodePath };
}
