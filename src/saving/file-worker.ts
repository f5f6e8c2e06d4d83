/** Runs in a thread beside the turns: reads the content for itself, and makes files from it. */
import '../threads/lower-priority.ts';
import { workerData } from 'node:worker_threads';
import * as z from 'zod';
import { loadContent } from '../content/load-content.ts';
import { serveJobs } from '../threads/serve-jobs.ts';
import type { FileJob } from './file-job.ts';
import { makeFile } from './make-file.ts';

/** What the server says to the thread at its start. */
const { contentDir } = z.object({ contentDir: z.string().optional() }).parse(workerData);
const content = loadContent({ own: contentDir });
serveJobs((job: FileJob) => makeFile(content, job));
