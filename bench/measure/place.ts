import { execFileSync } from 'node:child_process';
import { OTHER_CORE, ontoCores, SERVER_CORE } from '../cores.ts';
import type { ServerProcess } from '../server-process.ts';

/** Where the server may run: on its core only, or on both, one of which it shares with the load and Redis. */
const PLACES = { 'one-core': [SERVER_CORE], 'two-cores': [SERVER_CORE, OTHER_CORE] } as const;
export type Place = keyof typeof PLACES;

/** Moves a running server with all its threads. */
export function moveTo(place: Place, { pid }: ServerProcess): void {
  const [command, args] = ontoCores(PLACES[place], pid);
  execFileSync(command, args, { stdio: 'ignore' });
}
