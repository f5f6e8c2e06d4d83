/**
 * Where replies may be sent. The address comes with every activity, so a forged one would have us send answers,
 * and our own token, to whoever asks: only hosts known beforehand are written to.
 */
import ipaddr from 'ipaddr.js';

/** Microsoft's own. Names under `trafficmanager.net` are for anyone to register, so only the exact one is known. */
const KNOWN = ['smba.trafficmanager.net', '*.botframework.com', '*.teams.microsoft.com'];

export interface ServiceHostsOptions {
  /** The hosts known beforehand; Microsoft's channels where nothing else is said. */
  readonly known?: readonly string[];
  /** Host names beside Microsoft's: `host`, `host:port` or `*.domain`. */
  readonly trusted: readonly string[];
  /** `loopback` lets a trusted host on this machine go without TLS: for development and tests. */
  readonly plainHttp: 'refused' | 'loopback';
}

export interface ServiceHosts {
  allows(serviceUrl: string): boolean;
}

export function createServiceHosts({ known = KNOWN, trusted, plainHttp }: ServiceHostsOptions): ServiceHosts {
  const patterns = [...known, ...trusted].map(pattern => pattern.toLowerCase());
  return {
    allows(serviceUrl) {
      const url = plainUrl(serviceUrl);
      if (!url || !patterns.some(pattern => matches(pattern, url))) return false;
      return url.protocol === 'https:' || (plainHttp === 'loopback' && isLoopback(url.hostname));
    },
  };
}

/** Without credentials nobody proves anything, so replies stay on this machine. */
export const loopbackOnly: ServiceHosts = {
  allows(serviceUrl) {
    const url = plainUrl(serviceUrl);
    return url !== undefined && isLoopback(url.hostname);
  },
};

/** True for the names and addresses that mean this machine, as in a URL or as a socket reports them. */
export function isLoopback(host: string): boolean {
  if (USUAL_LOOPBACKS.includes(host)) return true;
  const bare = host.replace(/^\[|\]$/g, '');
  return bare === 'localhost' || (ipaddr.isValid(bare) && ipaddr.process(bare).range() === 'loopback');
}

/** Every call comes from an address, and behind a proxy on this machine from one of these. */
const USUAL_LOOPBACKS = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

function matches(pattern: string, url: URL): boolean {
  if (pattern.startsWith('*.')) return url.port === '' && url.hostname.endsWith(pattern.slice(1));
  return url.host === pattern;
}

/** An http(s) address of a place and nothing more: no user, query or fragment. */
function plainUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const plain = !url.username && !url.password && !url.search && !url.hash;
  return plain && (url.protocol === 'https:' || url.protocol === 'http:') ? url : undefined;
}
