/** A spreadsheet that somebody sends into a chat: what a channel tells of it, and fetching it. */
import * as z from 'zod';
import type { IncomingActivity } from './incoming-activity.ts';
import type { ServiceHosts } from './service-hosts.ts';

export interface SentFile {
  /** Where it can be had, once and without a token; undefined where the channel gives no such address. */
  readonly url: string | undefined;
}

export type FetchedFile =
  | { kind: 'fetched'; bytes: Uint8Array }
  | { kind: 'too-large' }
  | { kind: 'not-fetched' };

/** Where Teams keeps the files of its chats. Names that anybody could register under are none of these. */
export const FILE_HOSTS = ['*.sharepoint.com', '*.sharepoint.us', '*.svc.ms', '*.1drv.com', '*.onedrive.com'];

const SPREADSHEET = /\.(xlsx|xlsm|xlsb|xls|ods)$/i;
const DOWNLOAD = 'application/vnd.microsoft.teams.file.download.info';
const TIMEOUT_MS = 8000;

const attachmentSchema = z.object({
  contentType: z.string(),
  name: z.string().regex(SPREADSHEET),
  content: z
    .object({ downloadUrl: z.url().max(4000) })
    .nullish()
    .catch(undefined),
});

/** The first spreadsheet among the attachments. Only in a chat of one's own does Teams let a bot have it. */
export function spreadsheetIn({ attachments }: IncomingActivity): SentFile | undefined {
  for (const attachment of attachments ?? []) {
    const { data } = attachmentSchema.safeParse(attachment);
    if (data) return { url: data.contentType === DOWNLOAD ? data.content?.downloadUrl : undefined };
  }
  return undefined;
}

/** Fetches at most `largest` bytes from a host that is known, without any token of ours, and follows no redirect. */
export async function fetchFile(
  url: string,
  { hosts, largest }: { hosts: ServiceHosts; largest: number },
): Promise<FetchedFile> {
  if (!hosts.allows(withoutQuery(url))) return { kind: 'not-fetched' };
  const { Agent } = (await import('undici')).default;
  const agent = new Agent({ connect: { timeout: TIMEOUT_MS } });
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const { origin, pathname, search } = new URL(url);
    const { statusCode, headers, body } = await agent.request({
      origin,
      path: pathname + search,
      method: 'GET',
      signal,
    });
    if (statusCode !== 200) return { kind: 'not-fetched' };
    if (Number(headers['content-length']) > largest) return { kind: 'too-large' };
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of body) {
      if (!(chunk instanceof Uint8Array)) return { kind: 'not-fetched' };
      size += chunk.length;
      if (size > largest) return { kind: 'too-large' };
      chunks.push(chunk);
    }
    return { kind: 'fetched', bytes: new Uint8Array(Buffer.concat(chunks)) };
  } catch {
    return { kind: 'not-fetched' };
  } finally {
    await agent.destroy().catch(() => undefined);
  }
}

/** The key to the file stands in its query. */
function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, '');
}
