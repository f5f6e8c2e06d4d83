/** `POST /api/workbook`: a filled spreadsheet comes back into the conversation that its token speaks for. */
import type { Request, Response } from 'restify';
import type { WorkbookAnswers } from '../assessment/workbook/workbook-answers.ts';
import type { Locale } from '../conversation/locale.ts';
import type { Translate } from '../conversation/translate.ts';
import { keyOf } from '../directline/conversation-key.ts';
import { createRate } from '../directline/rate.ts';
import { Refusal, refusalResponse } from '../directline/refusal.ts';
import type { Holder } from '../directline/tokens.ts';
import { describeImportProblem, type ImportProblem } from '../reports/workbook/import-problem.ts';
import type { Imported } from '../reports/workbook/import-workbook.ts';
import { localeAsked } from './locale-asked.ts';
import { readRawBody } from './raw-body.ts';
import { sendJson, sendProblem } from './send.ts';
import type { Site } from './site.ts';
import { XLSX } from './xlsx-type.ts';

export interface WorkbookUploadOptions {
  /** Whom the bearer token speaks for. Throws a Refusal. */
  readonly admit: (headers: Request['headers']) => Holder;
  /** Reads a file in a thread with limits on time and memory. */
  readonly read: (bytes: Uint8Array) => Promise<Imported>;
  /** Takes answers over into a conversation in one turn. */
  readonly take: (answers: WorkbookAnswers, into: Into) => Promise<'taken' | 'busy' | 'unavailable'>;
  readonly translate: (locale: Locale) => Translate;
  readonly defaultLocale: Locale;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Told of a failure on our side. */
  readonly onFailure: (error: unknown) => void;
}

export interface Into {
  readonly key: ReturnType<typeof keyOf>;
  readonly locale: Locale;
}

/** An exported workbook has 90 KB; one filled to the brim and saved by another program a few hundred. */
const LARGEST_FILE = 2 * 1024 * 1024;
/** A thread each, and half a core. */
const MOST_AT_A_TIME = 2;
const UPLOADS = { count: 20, periodMs: 600_000, keys: 10_000 };

export function createWorkbookUpload(options: WorkbookUploadOptions): Site {
  const rate = createRate({ ...UPLOADS, now: options.now });
  let reading = 0;
  const read = async (bytes: Uint8Array): Promise<Imported | 'crowded'> => {
    if (reading >= MOST_AT_A_TIME) return 'crowded';
    reading++;
    try {
      return await options.read(bytes);
    } finally {
      reading--;
    }
  };
  return {
    mount(server) {
      server.post('/api/workbook', async (request: Request, response: Response) => {
        try {
          const holder = options.admit(request.headers);
          const retryAfter = rate.take(holder.conversation);
          if (retryAfter !== undefined) throw new Refusal('TooManyRequests', { retryAfter });
          const bytes = await spreadsheetIn(request, response);
          if (bytes) await answerWith({ ...options, read }, { request, response, holder, bytes });
        } catch (error) {
          answerError(options, response, error);
        }
      });
    },
  };
}

/** The file's bytes; undefined when it has been refused. Nothing is read of what is not called a spreadsheet. */
async function spreadsheetIn(request: Request, response: Response): Promise<Uint8Array | undefined> {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = request.headers;
  if (type.split(';')[0]?.trim().toLowerCase() !== XLSX || encoding !== 'identity') {
    refuse(response, 415, 'UnsupportedMediaType');
    return undefined;
  }
  const body = await readRawBody(request, LARGEST_FILE);
  if (body.kind === 'read') return body.bytes;
  refuse(
    response,
    body.kind === 'too-large' ? 413 : 400,
    body.kind === 'too-large' ? 'TooLarge' : 'BadRequest',
  );
  return undefined;
}

/** The rest of a refused body is not waited for. */
function refuse(response: Response, status: number, code: string): void {
  response.setHeader('Connection', 'close');
  sendProblem(response, status, code);
}

interface Upload {
  readonly request: Request;
  readonly response: Response;
  readonly holder: Holder;
  readonly bytes: Uint8Array;
}

type Answering = Omit<WorkbookUploadOptions, 'read'> & {
  readonly read: (bytes: Uint8Array) => Promise<Imported | 'crowded'>;
};

async function answerWith(options: Answering, { request, response, holder, bytes }: Upload): Promise<void> {
  const locale = localeAsked(request) ?? holder.locale ?? options.defaultLocale;
  const imported = await options.read(bytes);
  if (imported === 'crowded') throw new Refusal('TooManyRequests', { retryAfter: 5 });
  if (imported.kind === 'rejected') {
    sendJson(response, { status: 422, body: rejection(imported.problems, options.translate(locale)) });
    return;
  }
  const outcome = await options.take(imported.answers, { key: keyOf(holder.conversation), locale });
  if (outcome === 'busy') throw new Refusal('Conflict', { retryAfter: 1 });
  if (outcome === 'unavailable') throw new Refusal('Unavailable', { retryAfter: 2 });
  sendJson(response, { status: 200, body: { imported: 'taken' } });
}

/** Every problem with its tab and cell, as codes for tools and in words for people. */
function rejection(problems: readonly ImportProblem[], t: Translate) {
  const told = problems.map(problem => ({ ...problem, text: describeImportProblem(problem, t) }));
  return { error: { code: 'NotImported', message: 'NotImported' }, problems: told };
}

function answerError({ onFailure }: WorkbookUploadOptions, response: Response, error: unknown): void {
  if (response.headersSent) return;
  if (error instanceof Refusal) {
    sendJson(response, refusalResponse(error.refused));
    return;
  }
  onFailure(error);
  sendProblem(response, 500, 'InternalError');
}
