/** What the thread that reads the register is asked for: plain data, and bytes that are handed over. */
import type { Found } from '../conversation/prefilling/found.ts';
import { type FindingParts, type FromRegister, foundInRegister } from './found-in-register.ts';
import { type PageOf, type ReadPage, readPage } from './read-page.ts';

export type CatalogueJob =
  | { readonly kind: 'read'; readonly of: PageOf; readonly bytes: Uint8Array }
  | { readonly kind: 'find'; readonly parts: FindingParts; readonly from: FromRegister };

export type CatalogueDone =
  | { readonly kind: 'page'; readonly page: ReadPage }
  /** Broken off, or no page at all. */
  | { readonly kind: 'no-page' }
  | { readonly kind: 'found'; readonly found: Found };

export function doCatalogueJob(job: CatalogueJob): CatalogueDone {
  if (job.kind === 'find') return { kind: 'found', found: foundInRegister(job.parts, job.from) };
  const page = readPage(job.bytes, job.of);
  return page ? { kind: 'page', page } : { kind: 'no-page' };
}
