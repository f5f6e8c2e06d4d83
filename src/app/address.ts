import { isLoopback } from '../bot/service-hosts.ts';

/** Where this server is reached: told by the settings, else known once it listens. */
export interface Address {
  /** Without a trailing slash. */
  publicUrl(): string;
  /** Whether a page of this origin is one of ours. */
  isOwn(origin: string): boolean;
  /** The port found when listening began. */
  port: number;
}

export function createAddress({
  host,
  port,
  publicUrl,
}: {
  host: string;
  port: number;
  publicUrl: string | undefined;
}): Address {
  const address: Address = {
    port,
    publicUrl: () => publicUrl ?? `http://${nameOf(host)}:${address.port}`,
    isOwn: origin => origin === address.publicUrl() || (!publicUrl && isThisMachine(origin, address.port)),
  };
  return address;
}

/** The name a person would type. */
function nameOf(host: string): string {
  if (isLoopback(host) || host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/** Without a public address this is a trial on one machine, by whichever of its names. */
function isThisMachine(origin: string, port: number): boolean {
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  return url.port === String(port) && isLoopback(url.hostname);
}
