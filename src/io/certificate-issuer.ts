import type { DetailedPeerCertificate } from 'node:tls';

/** No chain is as long; one can lead in a circle. */
const longestChain = 10;

/**
 * The name of the authority that a certificate goes back to, as the server's chain tells it: the one that is not trusted
 * where a proxy inspects TLS. Foreign text.
 */
export function issuerOf(certificate: DetailedPeerCertificate): string | undefined {
  let last = certificate;
  for (let depth = 0; depth < longestChain; depth += 1) {
    const next = last.issuerCertificate;
    if (next === undefined || next === last) break;
    last = next;
  }
  const { CN, O, OU } = last.issuer ?? {};
  // A name may have a field several times: Node hands those out as a list.
  const name: string | readonly string[] | undefined = CN ?? O ?? OU;
  return name === undefined ? undefined : [name].flat().join(', ');
}
