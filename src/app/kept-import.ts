/** Wires the page to which results are brought as a file: read, counted again, and kept under a code of their own. */

import { INFO_LINKS } from '../http/info-pages.ts';
import { createKeptPage, type KeptImport } from '../http/kept-page.ts';
import type { PageAssets } from '../http/page-assets.ts';
import type { Site } from '../http/site.ts';
import { readKeptFile } from '../saving/kept-file.ts';
import { StoreUnavailable } from '../store/port.ts';
import { createKeptResults } from '../turns/kept-results.ts';
import { createResumeCodes } from '../turns/resume-codes.ts';
import { parseJson } from '../turns/versioned.ts';
import { DAY_MS, type Foundation, newName } from './foundation.ts';

/** The page as a list of one; empty where KEPT_TTL_DAYS is 0 and nothing is kept. */
export function keptImport(base: Foundation, assets: PageAssets): readonly Site[] {
  const { config, content, addressOf, now } = base;
  if (config.store.keptDays === 0) return [];
  return [
    createKeptPage({
      assets,
      translate: content.translate,
      defaultLocale: config.defaultLocale,
      authority: config.authority.name,
      links: INFO_LINKS,
      addressOf,
      take: taker(base),
      now,
    }),
  ];
}

function taker({ config, content, secrets, store, now }: Foundation) {
  const kept = createKeptResults({ store, keptMs: config.store.keptDays * DAY_MS });
  const codes = createResumeCodes(secrets.current);
  return async (text: string, name: string): Promise<KeptImport> => {
    const read = readKeptFile(parseJson(text), { content, now: now(), name });
    if (read.kind === 'refused') return read;
    const made = codes.make('kept', { key: { channel: 'import', conversation: newName() }, deliveryId: '' });
    const code = codes.shown('kept', made);
    if (code === undefined) return { kind: 'refused', why: 'unavailable' };
    try {
      await kept.carryOut(read.runs.map(run => ({ kind: 'keep', key: made.key, fresh: true, run })));
    } catch (error) {
      if (error instanceof StoreUnavailable) return { kind: 'refused', why: 'unavailable' };
      throw error;
    }
    return { kind: 'kept', code, count: read.runs.length };
  };
}
