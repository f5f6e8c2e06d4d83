import * as z from 'zod';
import { wilson } from '../../src/assessment/wilson.ts';
import { roomOf } from './room-of.ts';

/** What became of one change. The file is below the project, its lines begin at 1. */
export const resultSchema = z.object({
  fileName: z.string(),
  line: z.number(),
  mutatorName: z.string(),
  replacement: z.string(),
  status: z.string(),
});
export type Result = z.infer<typeof resultSchema>;

export interface Score {
  readonly room: string;
  /** Of what was tried, how much was noticed: 0–1. */
  readonly share: number;
  /** The same in words, with the 95 % interval of what all of the room's changes would come to. */
  readonly line: string;
}

/** Whether no test failed of it: what no test runs counts, too. */
export function isUnnoticed({ status }: Result): boolean {
  return status === 'Survived' || status === 'NoCoverage';
}

/** The scores of the rooms that are named. What runs while a module is loaded, or is not in the sample, does not count. */
export function scoreOf(results: readonly Result[], named: readonly string[]): readonly Score[] {
  return named.flatMap(room => {
    const own = results.filter(({ fileName }) => roomOf(fileName, named) === room);
    const noticed = own.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
    const tried = noticed + own.filter(isUnnoticed).length;
    const share = noticed / tried;
    const { low, high } = wilson(noticed, tried);
    const interval = `95 %: ${percent(low)}–${percent(high)}`;
    const line = `${noticed} of ${tried} noticed, ${percent(share)} (${interval})`;
    return tried === 0 ? [] : [{ room, share, line }];
  });
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
