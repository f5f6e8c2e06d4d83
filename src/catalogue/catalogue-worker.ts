/** Runs in a thread beside the turns: a city's channels are a hundred megabytes of JSON. */
import '../threads/lower-priority.ts';
import { serveJobs } from '../threads/serve-jobs.ts';
import { createCatalogueJobs } from './catalogue-job.ts';

serveJobs(createCatalogueJobs());
