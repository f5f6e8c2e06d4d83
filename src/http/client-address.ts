import type { IncomingMessage } from 'node:http';
import proxyAddr from 'proxy-addr';

/** The address a request really comes from: the socket's, or what our own proxies say of it. */
export type ClientAddress = (request: IncomingMessage) => string;

/**
 * `trustedProxies` are addresses or networks (`10.0.0.0/8`). Without any, forwarding headers are not believed: anybody
 * could write them. Throws a TypeError for what is no address.
 */
export function clientAddress(trustedProxies: readonly string[]): ClientAddress {
  const trusts = proxyAddr.compile([...trustedProxies]);
  return request => proxyAddr(request, trusts) ?? '';
}
