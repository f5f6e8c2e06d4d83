/** How long the event loop is kept at most while ten spreadsheets are made, and as long a time without them. */
import type { Bench } from '../bench.ts';
import { startProbed } from '../probe/probed-server.ts';
import { linkToFilledWorkbook } from './filled-workbook.ts';
import { moveTo, type Place } from './place.ts';

/** Milliseconds, one entry a round. */
export interface Pauses {
  readonly making: readonly number[];
  readonly quiet: readonly number[];
}

/** Ten files at a time: no more than two of one link are made at once, and eight for one address. */
const LINKS = 5;
const OF_A_LINK = 2;
const BEHIND_A_PROXY = { TRUSTED_PROXIES: '127.0.0.1' };

export async function measurePauses({
  effort,
  commands: { ours },
  root,
}: Pick<Bench, 'effort' | 'commands' | 'root'>): Promise<Readonly<Record<Place, Pauses>>> {
  const { server, seen, stop } = await startProbed({ ...ours, env: { ...ours.env, ...BEHIND_A_PROXY } });
  const links: string[] = [];
  while (links.length < LINKS) links.push(await linkToFilledWorkbook(server.address, root));
  const longestOf = async (run: () => Promise<unknown>) => {
    await seen();
    await run();
    return (await seen()).longestPauseMs;
  };
  const measure = async (place: Place): Promise<Pauses> => {
    moveTo(place, server);
    await tenFiles(links);
    const pauses: { making: number[]; quiet: number[] } = { making: [], quiet: [] };
    for (let round = 0; round < effort.rounds; round++) {
      const started = performance.now();
      pauses.making.push(await longestOf(() => tenFiles(links)));
      const took = performance.now() - started;
      pauses.quiet.push(await longestOf(() => new Promise(resolve => setTimeout(resolve, took))));
    }
    return pauses;
  };
  const places = { 'one-core': await measure('one-core'), 'two-cores': await measure('two-cores') };
  await stop();
  return places;
}

async function tenFiles(links: readonly string[]): Promise<void> {
  const asked = links.flatMap((link, house) =>
    Array.from({ length: OF_A_LINK }, async () => {
      const response = await fetch(link, { headers: { 'x-forwarded-for': `192.0.2.${house}` } });
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`a file was answered ${response.status}`);
    }),
  );
  await Promise.all(asked);
}
