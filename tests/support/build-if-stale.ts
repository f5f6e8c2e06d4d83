/** Before tests that start the built server: what is built is of these sources. */
import { buildAll, isStale } from '../../scripts/build.ts';

export default async function setup(): Promise<void> {
  if (isStale()) await buildAll();
}
