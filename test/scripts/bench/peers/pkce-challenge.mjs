// Pairs as JSON lines from the most popular npm package for PKCE.
import pkceChallenge from 'pkce-challenge';

for (let left = Number(process.argv[2]); left > 0; left -= 1) {
  const { code_verifier: codeVerifier, code_challenge: codeChallenge } = await pkceChallenge();
  process.stdout.write(`${JSON.stringify({ codeVerifier, codeChallenge, codeChallengeMethod: 'S256' })}\n`);
}
