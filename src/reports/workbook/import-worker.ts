/** Runs in a thread of its own, so that a hostile file can be stopped: reads one workbook and answers once. */
import { parentPort, workerData } from 'node:worker_threads';
import type { ImportJob } from './import-in-worker.ts';
import { importWorkbook } from './import-workbook.ts';

const { workbook, vocabulary, bytes }: ImportJob = workerData;
parentPort?.postMessage(importWorkbook(workbook, vocabulary, bytes));
