/**
 * Whether a host, with or without the brackets of IPv6, never leaves this machine: `localhost` and its subdomains
 * (RFC 6761 section 6.3), 127.0.0.0/8, also mapped into IPv6, and `::1`. IP addresses are expected as `URL` writes them.
 */
export const isLoopbackHost = (host: string): boolean => isLocalName(host) || loopbackAddress.test(host);

/** Whether a host is `localhost` or a subdomain of it: both loopback addresses, with no need for a name server. */
export const isLocalName = (host: string): boolean => /(?:^|\.)localhost\.?$/i.test(host);

const loopbackAddress = /^(?:127(?:\.\d{1,3}){3}|\[?::(?:1|ffff:7f[\da-f]{2}:[\da-f]{1,4})\]?)$/i;
