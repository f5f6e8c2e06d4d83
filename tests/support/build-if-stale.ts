/** Before tests that start the built server: what is built is of these sources. */
import { buildAll } from '../../scripts/build.ts';
import { isStale } from '../../scripts/is-stale.mjs';

export default async function setup(): Promise<void> {
  if (isStale()) await buildAll();
}
