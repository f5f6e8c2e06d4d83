import ipaddr from 'ipaddr.js';

/**
 * What counts as one caller: an IPv4 address, or the 64-bit network of an IPv6 address, since a single subscriber
 * has all of those to choose from.
 */
export function addressGroup(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  const network = parsed.parts.slice(0, 4).map(part => part.toString(16));
  return `${network.join(':')}::/64`;
}
