/** Runs in a thread, so that a hostile file can be stopped: reads workbooks. */
import '../../threads/lower-priority.ts';
import { serveJobs } from '../../threads/serve-jobs.ts';
import type { ImportJob } from './import-in-worker.ts';
import { importWorkbook } from './import-workbook.ts';

serveJobs(({ workbook, vocabulary, bytes }: ImportJob) => importWorkbook(workbook, vocabulary, bytes));
