import type { Reply } from '../../src/conversation/reply.ts';
import type { Noted } from '../../src/conversation/workbook/workbook-reply.ts';

type WorkbookReply = Extract<Reply, { dialog: 'workbook' }>;

/** A reply of the workbook in a few words. */
export function tellWorkbook(reply: Reply): string {
  if (!isWorkbook(reply)) return reply.kind;
  switch (reply.kind) {
    case 'workbook-areas':
      return `areas? ${reply.chosen.join(',')}`.trim();
    case 'workbook-services':
      return `services ${reply.area} ${reply.services.filter(({ status }) => status).length}/${reply.services.length}`;
    case 'workbook-service':
    case 'workbook-benefit':
      return `${reply.kind.slice(9)} ${reply.service.name ?? reply.service.id}`;
    case 'workbook-own':
      return `own? ${reply.area}`;
    case 'workbook-target':
      return 'target?';
    case 'workbook-area':
      return `area ${reply.figures.area} ${measures(reply.figures)}`;
    case 'workbook-whole':
      return `whole ${measures(reply.figures)}${reply.open ? ' open' : ''}`;
    case 'workbook-noted':
      return `noted ${noted(reply.noted)}`;
    case 'workbook-did-you-mean':
      return `mean? ${noted(reply.noted)}`;
    case 'workbook-refused':
      return `refused ${reply.problems.map(({ field, code }) => `${field}:${code}`).join(' ')}`;
    case 'workbook-status':
      return `status ${reply.progress.done}/${reply.progress.total}`;
    case 'workbook-explained':
      return `explained ${reply.card}`;
    case 'workbook-imported':
      return `imported ${reply.areas.join(',')} ${reply.services}`;
  }
}

function isWorkbook(reply: Reply): reply is WorkbookReply {
  return 'dialog' in reply && reply.dialog === 'workbook' && reply.kind.startsWith('workbook-');
}

function measures({
  coverage,
  degree,
  usage,
}: {
  coverage: number | null;
  degree: number | null;
  usage: { rate: number } | null;
}) {
  const percent = (share: number | null | undefined) =>
    typeof share === 'number' ? Math.round(share * 100) : '–';
  return `${percent(coverage)}/${percent(degree)}/${percent(usage?.rate)}`;
}

function noted(what: Noted): string {
  switch (what.what) {
    case 'areas':
      return `areas ${what.areas.join(',')}`;
    case 'counts':
      return `${what.area} ${what.counts.inUse}+${what.counts.planned}-${what.counts.none}`;
    case 'services':
      return what.services
        .map(({ id, name, answer }) => `${name ?? id} ${answered(answer)}`.trim())
        .join('; ');
    case 'skipped':
      return `skipped ${what.service?.id ?? what.area ?? ''}`.trim();
    default:
      return what.what;
  }
}

function answered(answer: object): string {
  return Object.entries(answer)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) =>
      typeof value === 'object' ? `${key}(${Object.keys(value).length})` : String(value),
    )
    .join(' ');
}
