import type { DetailedPeerCertificate } from 'node:tls';

/** The longest chain to follow, since a chain can be circular. */
const longestChain = 10;

/**
 * The name of the root authority in the server's certificate chain: the untrusted one if a proxy inspects TLS. Foreign
 * text.
 */
export function issuerOf(certificate: DetailedPeerCertificate): string | undefined {
  let last = certificate;
  for (let depth = 0; depth < longestChain; depth += 1) {
    const next = last.issuerCertificate;
    if (next === undefined || next === last) break;
    last = next;
  }
  const { CN, O, OU } = last.issuer ?? {};
  // A name can repeat a field; Node then returns a list.
  const name: string | readonly string[] | undefined = CN ?? O ?? OU;
  return name === undefined ? undefined : [name].flat().join(', ');
}
