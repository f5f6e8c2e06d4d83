import { createWorkThread, type WorkThread, type WorkThreadOptions } from '../threads/work-thread.ts';
import type { CatalogueDone, CatalogueJob } from './catalogue-job.ts';

/** Beside this file, as in the build, where all files are in one folder. */
const ENTRY = new URL('./catalogue-worker.ts', import.meta.url);
const LIMITS: WorkThreadOptions = {
  /** Pages of municipalities that are asked for at the same time. */
  waiting: 20,
  /** A page takes 20 ms, a city's matching half a second. */
  milliseconds: 30_000,
  megabytes: 192,
};

/** The thread in which the register's pages are read and matched. */
export function createCatalogueThread(): WorkThread<CatalogueJob, CatalogueDone> {
  return createWorkThread<CatalogueJob, CatalogueDone>(ENTRY, LIMITS);
}
