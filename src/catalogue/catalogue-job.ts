/** What the thread that reads the register is asked for: plain data, and bytes that are handed over. */
import type { Found } from '../conversation/prefilling/found.ts';
import { type FindingParts, type FromRegister, foundInRegister } from './found-in-register.ts';
import { createLikeItems, type LikeItems } from './like-items.ts';
import { type PageOf, type ReadPage, readPage } from './read-page.ts';

export type CatalogueJob =
  | { readonly kind: 'read'; readonly of: PageOf; readonly bytes: Uint8Array }
  | { readonly kind: 'find'; readonly parts: FindingParts; readonly from: FromRegister };

export type CatalogueDone =
  | { readonly kind: 'page'; readonly page: ReadPage }
  /** Broken off, or no page at all. */
  | { readonly kind: 'no-page' }
  | { readonly kind: 'found'; readonly found: Found };

/** Does jobs one after the other. Names elsewhere are the same for every municipality: they are compiled once. */
export function createCatalogueJobs(): (job: CatalogueJob) => CatalogueDone {
  let compiled: { readonly id: string; readonly likeItems: LikeItems } | undefined;
  return job => {
    if (job.kind === 'read') return doRead(job);
    const { parts, from } = job;
    const id = `${parts.instrument.id} ${parts.instrument.version}`;
    if (compiled?.id !== id) compiled = { id, likeItems: createLikeItems(parts.words) };
    return { kind: 'found', found: foundInRegister(parts, from, compiled.likeItems) };
  };
}

function doRead(job: Extract<CatalogueJob, { kind: 'read' }>): CatalogueDone {
  const page = readPage(job.bytes, job.of);
  return page ? { kind: 'page', page } : { kind: 'no-page' };
}
