/** Runs in a thread beside the turns: reads the content for itself, and makes files from it. */
import '../reports/thread/lower-priority.ts';
import { findRoot, loadContent } from '../content/load-content.ts';
import { readWorkbook } from '../content/workbook.ts';
import { serveJobs } from '../reports/thread/serve-jobs.ts';
import type { FileJob } from './file-job.ts';
import { makeFile } from './make-file.ts';

const content = loadContent();
const workbook = readWorkbook(findRoot(import.meta.dirname));
serveJobs((job: FileJob) => makeFile(content, workbook, job));
