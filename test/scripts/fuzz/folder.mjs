import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spoilt } from './environments.mjs';
import { mutatedSetup } from './setup-files.mjs';
import { nastyText } from './texts.mjs';

/** The files that a command line may name. `mutated.json` is different in each run. */
export const fileNames = [
  'good.json',
  'mutated.json',
  'secret.txt',
  'verifier.txt',
  'folder',
  'link',
  'nowhere.json',
  'good.json/x',
  'näme\u001b[31m\n.json',
];

/** Fills the folder of one run. */
export function fillFolder(folder, random, setup, secrets) {
  const put = (name, content) => writeFileSync(join(folder, name), content);
  put('good.json', `${JSON.stringify(setup, null, 2)}\n`);
  put('mutated.json', mutatedSetup(random, setup));
  put('näme\u001b[31m\n.json', mutatedSetup(random, setup));
  put('secret.txt', secretFile(random, secrets.clientSecret));
  put('verifier.txt', secretFile(random, secrets.codeVerifier));
  mkdirSync(join(folder, 'folder'));
  symlinkSync('good.json', join(folder, 'link'));
  if (random.chance(0.3)) put('new.json', JSON.stringify(setup));
  if (random.chance(0.3)) put('new.env', `ZI_OAUTH_CODE_VERIFIER='${secrets.codeVerifier}'\n`);
}

function secretFile(random, secret) {
  if (random.chance(0.1)) return nastyText(random);
  return random.chance(0.1) ? random.bytes(random.pick([0, 1, 50, 70_000])) : spoilt(random, secret);
}

/** Standard input: nothing, a setup, a secret or anything. */
export function standardInput(random, setup, secrets) {
  const kind = random.below(5);
  if (kind === 0) return Buffer.alloc(0);
  if (kind === 1) return mutatedSetup(random, setup);
  if (kind === 2) return Buffer.from(JSON.stringify(setup));
  if (kind === 3) return Buffer.from(spoilt(random, secrets[random.pick(['clientSecret', 'codeVerifier'])]));
  return Buffer.from(nastyText(random));
}

/** Every file with its content, to compare before and after a run. */
export function contentOf(folder) {
  const names = readdirSync(folder).sort();
  const files = names.filter((name) => lstatSync(join(folder, name)).isFile());
  return new Map(files.map((name) => [name, readFileSync(join(folder, name), 'latin1')]));
}
