/** A person's own files: the conversation and the result, to be saved (digipalvelulaki 306/2019, 6 a §). */
import type { Request, Response } from 'restify';
import type { Locale } from '../conversation/locale.ts';
import type { Translate } from '../conversation/translate.ts';
import { asHtml } from '../reports/transcript/as-html.ts';
import { asText } from '../reports/transcript/as-text.ts';
import type { Exchange } from '../reports/transcript/exchange.ts';
import type { ConversationKey } from '../store/port.ts';
import type { FileKeys } from './file-keys.ts';
import type { Site } from './site.ts';
import { XLSX } from './xlsx-type.ts';

export interface FilesOptions {
  readonly keys: FileKeys;
  readonly translate: (locale: Locale) => Translate;
  readonly defaultLocale: Locale;
  /** The conversation as it was held; undefined when nothing is kept of it. */
  readonly conversation: (key: ConversationKey) => Promise<Exchange | undefined>;
  /** The latest result in words, and as data for other tools. */
  readonly result: (key: ConversationKey) => Promise<{ words: Exchange; data: unknown } | undefined>;
  /** The workbook as a spreadsheet, and its answers as data; undefined when none has been begun. */
  readonly workbook: (key: ConversationKey) => Promise<WorkbookFiles | undefined>;
}

export interface WorkbookFiles {
  readonly spreadsheet: () => Uint8Array;
  readonly answers: unknown;
}

interface File {
  readonly type: string;
  readonly content: string | Uint8Array;
}

export function createFiles(options: FilesOptions): Site {
  return {
    mount(server) {
      server.get('/files/:name', async (request: Request, response: Response) => {
        const key = options.keys.open(
          new URL(request.url ?? '/', 'http://server').searchParams.get('key') ?? '',
        );
        const name = String(request.params.name);
        const file = key && (await makeFile(options, name, key));
        if (file) send(response, name, file);
        else refuse(options, response);
      });
    },
  };
}

/** The names that can be asked for, and how each is made. */
async function makeFile(
  options: FilesOptions,
  name: string,
  key: ConversationKey,
): Promise<File | undefined> {
  if (name === 'conversation.txt' || name === 'conversation.html') {
    const exchange = await options.conversation(key);
    return exchange && inFormat(exchange, name);
  }
  if (name === 'result.txt' || name === 'result.html') {
    const result = await options.result(key);
    return result && inFormat(result.words, name);
  }
  if (name === 'workbook.xlsx' || name === 'workbook.json') {
    const workbook = await options.workbook(key);
    return workbook && workbookFile(workbook, name);
  }
  if (name !== 'result.json') return undefined;
  const result = await options.result(key);
  return result && asJson(result.data);
}

function workbookFile({ spreadsheet, answers }: WorkbookFiles, name: string): File {
  return name.endsWith('.xlsx') ? { type: XLSX, content: spreadsheet() } : asJson(answers);
}

function asJson(data: unknown): File {
  return { type: 'application/json; charset=utf-8', content: `${JSON.stringify(data, null, 2)}\n` };
}

function inFormat(exchange: Exchange, name: string): File {
  return name.endsWith('.txt')
    ? { type: 'text/plain; charset=utf-8', content: asText(exchange) }
    : { type: 'text/html; charset=utf-8', content: asHtml(exchange) };
}

function send(response: Response, name: string, { type, content }: File): void {
  response.writeHead(200, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(content),
    'Content-Disposition': `attachment; filename="porrasbotti-${name}"`,
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'Cache-Control': 'no-store',
  });
  response.end(content);
}

/** Said in every language, since whose link it was is not known. */
function refuse({ translate }: FilesOptions, response: Response): void {
  const text = (['fi', 'sv', 'en'] as const).map(locale => translate(locale)('files:expired')).join('\n\n');
  response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(`${text}\n`);
}
