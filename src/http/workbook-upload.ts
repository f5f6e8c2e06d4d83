/** `POST /api/workbook`: a filled spreadsheet comes back into the conversation that its token speaks for. */
import type { Request, Response } from 'restify';
import type { Answers } from '../assessment/answers.ts';
import type { Locale } from '../conversation/locale.ts';
import type { Translate } from '../conversation/translate.ts';
import { keyOf } from '../directline/conversation-key.ts';
import { createRateLimiter } from '../directline/rate-limiter.ts';
import { Refusal } from '../directline/refusal.ts';
import type { Holder } from '../directline/tokens.ts';
import { describeImportProblem, type ImportProblem } from '../reports/workbook/import-problem.ts';
import type { Imported } from '../reports/workbook/import-workbook.ts';
import type { SpreadsheetFault } from '../reports/workbook/xlsx/spreadsheet-error.ts';
import { UNZIP_LIMITS } from '../reports/workbook/xlsx/unzip-limits.ts';
import { answerError } from './answer-error.ts';
import { localeAsked } from './locale-asked.ts';
import { type HttpExchange, readRawBody } from './raw-body.ts';
import { sendJson } from './send.ts';
import type { Site } from './site.ts';
import { createUnderWay, type UnderWay } from './under-way.ts';
import { XLSX } from './xlsx-type.ts';

export interface WorkbookUploadOptions {
  /** Whom the bearer token speaks for. Throws a Refusal, or StoreUnavailable. */
  readonly admit: (headers: Request['headers']) => Promise<Holder>;
  /** Reads a file in a thread with limits on time and memory. */
  readonly read: (bytes: Uint8Array) => Promise<Imported>;
  /** Takes answers over into a conversation in one turn. `asked`: where they are is asked first what the file is for. */
  readonly take: (answers: Answers, into: Into) => Promise<'taken' | 'asked' | 'busy' | 'unavailable'>;
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

/** A thread each, and half a core. */
const MOST_AT_A_TIME = 2;
/** Bodies held in memory at a time, of all conversations and of one. */
const MOST_HELD = 8;
const MOST_HELD_OF_ONE = 1;
const UPLOADS = { count: 20, periodMs: 600_000, keys: 10_000 };

export function createWorkbookUpload(options: WorkbookUploadOptions): Site {
  const rate = createRateLimiter({ ...UPLOADS, now: options.now });
  const all = createUnderWay(MOST_HELD);
  const ofOne = createUnderWay(MOST_HELD_OF_ONE);
  const reading = createUnderWay(MOST_AT_A_TIME);
  const read = async (bytes: Uint8Array): Promise<Imported | 'crowded'> => {
    const end = reading.begin('all');
    if (!end) return 'crowded';
    try {
      return await options.read(bytes);
    } finally {
      end();
    }
  };
  return {
    mount(server) {
      server.post('/api/workbook', async (request: Request, response: Response) => {
        let ends: readonly (() => void)[] = [];
        try {
          const holder = await options.admit(request.headers);
          ends = slotsFor(holder.conversation, { all, ofOne });
          const retryAfter = rate.take(holder.conversation);
          if (retryAfter !== undefined) throw new Refusal('TooManyRequests', { retryAfter });
          const locale = localeAsked(request) ?? holder.locale ?? options.defaultLocale;
          const file = await spreadsheetIn({ request, response });
          if (file.kind === 'refused') refuse(response, file, options.translate(locale));
          else await answerWith({ ...options, read }, { response, holder, locale, bytes: file.bytes });
        } catch (error) {
          answerError(response, error, options.onFailure);
        } finally {
          for (const end of ends) end();
        }
      });
    },
  };
}

/** Taken before a byte of the body is read. What ends them; throws a Refusal when there is no room. */
function slotsFor(
  conversation: string,
  { all, ofOne }: { all: UnderWay; ofOne: UnderWay },
): readonly (() => void)[] {
  const endOfOne = ofOne.begin(conversation);
  const endOfAll = endOfOne && all.begin('all');
  if (endOfOne && endOfAll) return [endOfOne, endOfAll];
  endOfOne?.();
  throw new Refusal('TooManyRequests', { retryAfter: 5 });
}

type File =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly code: string;
      readonly problem?: SpreadsheetFault;
      /** Whether the rest of the body is let in, so that a browser hears the answer before the line is cut. */
      readonly rest: 'let in' | 'cut off';
    };

/** Nothing is read of what is not called a spreadsheet. An exported workbook has 90 KB. */
async function spreadsheetIn(exchange: HttpExchange): Promise<File> {
  const { request } = exchange;
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = request.headers;
  const length = Number(request.headers['content-length'] ?? Number.NaN);
  const rest = length <= LARGEST_FILE * MOST_LET_IN ? 'let in' : 'cut off';
  if (type.split(';')[0]?.trim().toLowerCase() !== XLSX || encoding !== 'identity')
    return refusal(415, 'UnsupportedMediaType', { problem: 'not-a-spreadsheet', rest });
  const body = await readRawBody(exchange, LARGEST_FILE);
  if (body.kind === 'read') return body;
  return body.kind === 'too-large'
    ? refusal(413, 'TooLarge', { problem: 'file-too-large', rest })
    : refusal(400, 'BadRequest', { rest: 'cut off' });
}

const LARGEST_FILE = UNZIP_LIMITS.fileBytes;
/** So many times the limit: a photograph chosen by mistake, not a film. */
const MOST_LET_IN = 4;

function refusal(status: number, code: string, more: Pick<Refused, 'problem' | 'rest'>): Refused {
  return { kind: 'refused', status, code, ...more };
}

type Refused = File & { kind: 'refused' };

function refuse(response: Response, { status, code, problem, rest }: Refused, t: Translate): void {
  if (rest === 'cut off') response.setHeader('Connection', 'close');
  sendJson(response, { status, body: rejection(code, problem ? [{ code: problem }] : [], t) });
}

interface Upload {
  readonly response: Response;
  readonly holder: Holder;
  readonly locale: Locale;
  readonly bytes: Uint8Array;
}

type Answering = Omit<WorkbookUploadOptions, 'read'> & {
  readonly read: (bytes: Uint8Array) => Promise<Imported | 'crowded'>;
};

async function answerWith(options: Answering, { response, holder, locale, bytes }: Upload): Promise<void> {
  const imported = await options.read(bytes);
  if (imported === 'crowded') throw new Refusal('TooManyRequests', { retryAfter: 5 });
  if (imported.kind === 'rejected') {
    sendJson(response, {
      status: 422,
      body: rejection('NotImported', imported.problems, options.translate(locale)),
    });
    return;
  }
  const outcome = await options.take(imported.answers, { key: keyOf(holder.conversation), locale });
  if (outcome === 'busy') throw new Refusal('Conflict', { retryAfter: 1 });
  if (outcome === 'unavailable') throw new Refusal('Unavailable', { retryAfter: 2 });
  sendJson(response, { status: 200, body: { imported: outcome } });
}

/** Every problem with its tab and cell, as codes for tools and in words for people. */
function rejection(code: string, problems: readonly ImportProblem[], t: Translate) {
  const told = problems.map(problem => ({ ...problem, text: describeImportProblem(problem, t) }));
  return { error: { code, message: code }, problems: told };
}
