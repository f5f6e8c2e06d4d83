/** Runs in a thread beside the turns: a city's channels are a hundred megabytes of JSON. */
import '../reports/thread/lower-priority.ts';
import { serveJobs } from '../reports/thread/serve-jobs.ts';
import { createCatalogueJobs } from './catalogue-job.ts';

serveJobs(createCatalogueJobs());
