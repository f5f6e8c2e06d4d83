/** A person's own files: the conversation and the result, to be saved (digipalvelulaki 306/2019, 6 a §). */
import type { Request, Response } from 'restify';
import type { Locale } from '../conversation/locale.ts';
import type { Translate } from '../conversation/translate.ts';
import { addressGroup } from '../directline/address-group.ts';
import { csvOf } from '../reports/csv-of.ts';
import type { Report, ReportForm } from '../reports/result/report.ts';
import { reportCsv } from '../reports/result/report-csv.ts';
import { reportHtml } from '../reports/result/report-html.ts';
import { RESULT_SCHEMA_PATH, resultSchemaJson } from '../reports/result/result-file.ts';
import { type SpreadsheetTable, tableXlsx } from '../reports/table-xlsx.ts';
import type { Exchange } from '../reports/transcript/exchange.ts';
import { type TranscriptFormat, transcriptFile } from '../reports/transcript/transcript-file.ts';
import { formatKey } from '../store/conversation-key.ts';
import type { ConversationKey } from '../store/port.ts';
import type { ClientAddress } from './client-address.ts';
import type { FileKeys } from './file-keys.ts';
import { savedAs } from './file-name.ts';
import { type Made, type MadeFile, made, type NotNow } from './made.ts';
import { queryOf } from './query-of.ts';
import { inEveryLanguage, sendWords } from './send-words.ts';
import type { Site } from './site.ts';
import { createUnderWay } from './under-way.ts';
import { XLSX } from './xlsx-type.ts';

export interface FilesOptions {
  readonly keys: FileKeys;
  readonly addressOf: ClientAddress;
  readonly translate: (locale: Locale) => Translate;
  /** The conversation as it was held; undefined when nothing is kept of it. */
  readonly conversation: (key: ConversationKey, format: TranscriptFormat) => Promise<Made | undefined>;
  /** The latest result as it was said, as a report, and as data for other tools. */
  readonly result: (key: ConversationKey) => Promise<ResultFiles | undefined>;
  /** The latest result as a document. */
  readonly document: (key: ConversationKey, form: ReportForm) => Promise<Made | undefined>;
  /** The workbook as a spreadsheet; undefined when none has been begun. */
  readonly spreadsheet: (key: ConversationKey) => Promise<Made | undefined>;
  /** The kept results that the conversation goes on with, as data. */
  readonly kept: (key: ConversationKey) => Promise<unknown>;
  /** Its answers as data. */
  readonly answers: (key: ConversationKey) => Promise<AnswersFile | undefined>;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

interface AnswersFile {
  readonly dialog: string;
  readonly data: unknown;
}

/** The latest result in each of its forms. */
export interface ResultFiles {
  readonly dialog: string;
  readonly words: Exchange;
  readonly report: () => Report;
  readonly data: unknown;
  /** The actions of a roadmap; undefined where it has none. */
  readonly table: () => SpreadsheetTable | undefined;
}

const TYPES: Readonly<Record<string, string>> = {
  '.txt': 'text/plain; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xlsx': XLSX,
};

const RETRY_SECONDS = 10;
/** Files made at a time for the holders of one link, and for one address: an office shares one. */
const MOST_OF_A_LINK = 2;
const MOST_OF_AN_ADDRESS = 8;

export function createFiles(options: FilesOptions): Site {
  const ofLink = createUnderWay(MOST_OF_A_LINK);
  const ofAddress = createUnderWay(MOST_OF_AN_ADDRESS);
  return {
    mount(server) {
      server.get(RESULT_SCHEMA_PATH, async (_request: Request, response: Response) => sendSchema(response));
      server.get('/files/:name', async (request: Request, response: Response) => {
        const key = options.keys.open(queryOf(request.url).get('key') ?? '');
        if (!key) return refuse(options, response);
        const endOfLink = ofLink.begin(formatKey(key));
        const endOfAddress = endOfLink && ofAddress.begin(addressGroup(options.addressOf(request)));
        try {
          if (endOfAddress) await answerWith(options, { request, response, key });
          else slowDown(options, response);
        } finally {
          endOfLink?.();
          endOfAddress?.();
        }
      });
    },
  };
}

async function answerWith(
  options: FilesOptions,
  { request, response, key }: { request: Request; response: Response; key: ConversationKey },
): Promise<void> {
  const name = String(request.params.name);
  const file = await fileNamed(options, name, key);
  if (!file) refuse(options, response);
  else if (file.kind === 'made') send(response, { name, at: options.now() }, file);
  else putOff(options, response, file);
}

/** The names that can be asked for, and how each is made. */
async function fileNamed(
  { conversation, result, document, spreadsheet, answers, kept }: FilesOptions,
  name: string,
  key: ConversationKey,
): Promise<Made | undefined> {
  switch (name) {
    case 'conversation.txt':
      return conversation(key, 'txt');
    case 'conversation.html':
      return conversation(key, 'html');
    case 'result.txt':
      return made(await result(key), ({ words }) => transcriptFile(words, 'txt'));
    case 'result.html':
      return made(await result(key), ({ report }) => reportHtml(report()));
    case 'result.json':
      return made(await result(key), ({ data }) => asJson(data));
    case 'roadmap.csv':
      return made(await roadmapOf(result, key), ({ table: { head, rows } }) => csvOf([head, ...rows]));
    case 'roadmap.xlsx':
      return made(await roadmapOf(result, key), ({ table }) => tableXlsx(table));
    case 'kept.json':
      return made(await keptOf(kept, key), ({ data }) => asJson(data));
    case 'result.csv':
      return made(await result(key), ({ report }) => reportCsv(report()));
    case 'result.pdf':
      return document(key, 'brief');
    case 'result.docx':
      return document(key, 'docx');
    case 'report.pdf':
      return document(key, 'full');
    case 'workbook.xlsx':
      return spreadsheet(key);
    case 'workbook.json':
      return made(await answers(key), ({ data }) => asJson(data));
    default:
      return undefined;
  }
}

async function roadmapOf(result: FilesOptions['result'], key: ConversationKey) {
  const found = await result(key);
  const table = found?.table();
  return found && table && { dialog: found.dialog, table };
}

async function keptOf(kept: FilesOptions['kept'], key: ConversationKey) {
  const data = await kept(key);
  return data === undefined ? undefined : { dialog: undefined, data };
}

function asJson(data: unknown): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}

function send(
  response: Response,
  { name, at }: { name: string; at: number },
  { content, dialog }: MadeFile,
): void {
  response.writeHead(200, {
    'Content-Type': TYPES[name.slice(name.lastIndexOf('.'))] ?? 'application/octet-stream',
    'Content-Length': Buffer.byteLength(content),
    'Content-Disposition': savedAs(name, { dialog, at }),
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
    'Cache-Control': 'no-store',
  });
  response.end(content);
}

/** Open to anybody: it holds nothing of a conversation. */
function sendSchema(response: Response): void {
  const body = resultSchemaJson();
  response.writeHead(200, {
    'Content-Type': 'application/schema+json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'public, max-age=3600',
    'Access-Control-Allow-Origin': '*',
  });
  response.end(body);
}

/** Said in every language, since whose link it was is not known. */
function refuse({ translate }: FilesOptions, response: Response): void {
  sendWords(response, 404, inEveryLanguage(translate, 'files:expired'));
}

/** Too many of this link or from this address are being made: the others' are not to wait for them. */
function slowDown({ translate }: FilesOptions, response: Response): void {
  response.setHeader('Retry-After', RETRY_SECONDS);
  sendWords(response, 429, inEveryLanguage(translate, 'files:not-now'));
}

function putOff({ translate }: FilesOptions, response: Response, { why, locale }: NotNow): void {
  if (why === 'crowded') response.setHeader('Retry-After', RETRY_SECONDS);
  sendWords(response, why === 'crowded' ? 503 : 500, translate(locale)('files:not-now'));
}
