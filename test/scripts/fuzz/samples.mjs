import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';

/** Texts that no message contains by chance: if one appears, it's from the file or the environment. */
export function newSecrets(random) {
  return {
    clientSecret: `secret-${random.word(24)}`,
    codeVerifier: random.word(43),
    previousVerifier: random.word(60),
  };
}

/** Makes consistent setups with given secrets from one that the program wrote. */
export function setupMaker(bin) {
  const words = ['-y', '-r', 'na', '-s', 'company,contact', '--client-id', '0oaFuzzClient789', '-f', 'json'];
  const template = execFileSync(process.execPath, [bin, 'setup', ...words], { encoding: 'utf8', env: {} });
  const { pkce } = JSON.parse(template);
  return ({ clientSecret, codeVerifier, previousVerifier }) => {
    const text = template
      .replaceAll(pkce.codeVerifier, codeVerifier)
      .replaceAll(pkce.codeChallenge, challengeOf(codeVerifier));
    const previousPkce = {
      codeVerifier: previousVerifier,
      codeChallenge: challengeOf(previousVerifier),
      codeChallengeMethod: 'S256',
    };
    return { ...JSON.parse(text), clientSecret, previousPkce, 'x-owner': { team: 'own' } };
  };
}

const challengeOf = (verifier) => createHash('sha256').update(verifier).digest('base64url');
