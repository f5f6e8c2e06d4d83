import type { Answers, Entry } from '../../src/assessment/answers.ts';
import type { Amount, Line } from '../../src/assessment/line.ts';
import type { Section } from '../../src/assessment/sections/section.ts';
import type { Reply } from '../../src/conversation/reply.ts';

/** A reply of the workbook in a few words; undefined for what is told the same everywhere. */
export function tellWorkbook(reply: Reply): string | undefined {
  if (!('dialog' in reply) || reply.dialog !== 'workbook') return undefined;
  switch (reply.kind) {
    case 'question':
      return tellCard(reply);
    case 'answered':
      return `noted ${answered(reply)}`;
    case 'noted':
      return `noted ${said(reply.entries, reply.names)}`;
    case 'did-you-mean':
      return `mean? ${said(reply.entries, reply.names)}`;
    case 'refused':
      return `refused ${reply.problems.map(({ key, rejection }) => `${lastOf(key)}:${rejection.problem}`).join(' ')}`;
    case 'status':
      return `status ${reply.progress.answered}/${reply.progress.total}`;
    case 'explanation':
      return `explained ${cardKind(reply.step)}`;
    case 'imported':
      return `imported ${reply.items.map(({ item }) => item).join(',')} ${reply.count}`;
    case 'result':
      return `whole ${measures(reply.outcome.sections)}${reply.open ? ' open' : ''}`;
    default:
      return undefined;
  }
}

/** Card kinds by the names that tables use for them. */
function cardKind(key: string): string {
  if (key.endsWith('.statuses.own')) return 'own';
  if (/\.statuses\.\d+$/.test(key)) return 'services';
  return { details: 'service', figures: 'area' }[lastOf(key)] ?? lastOf(key);
}

function tellCard({ step, values, sections }: Reply & { kind: 'question' }): string {
  const [area = '', service = ''] = step.split('.');
  switch (cardKind(step)) {
    case 'areas':
      return `areas?${Array.isArray(values.areas) ? ` ${values.areas.join(',')}` : ''}`;
    case 'target':
      return 'target?';
    case 'own':
      return `own? ${area}`;
    case 'services':
      return `services ${area} ${statusesIn(values)}`;
    case 'area':
      return `area ${area} ${measures(sections ?? [])}`;
    default:
      return `${cardKind(step)} ${values[`${area}.${service}.name`] ?? service}`;
  }
}

/** How many services are decided; how many there are is told by the content. */
function statusesIn(values: Answers): string {
  return String(Object.keys(values).filter(key => key.endsWith('.status')).length);
}

function answered({ step, values, line, skipped }: Reply & { kind: 'answered' }): string {
  const [area = '', service = ''] = step.split('.');
  const kind = cardKind(step);
  if (line && line.id === 'states') {
    const count = (name: string) => numberOf(line.amounts?.[name]);
    return `${area} ${count('inUse')}+${count('planned')}-${count('none')}`;
  }
  if (line) return 'benefit';
  if (kind === 'areas') return Array.isArray(values.areas) ? `areas ${values.areas.join(',')}` : 'areas';
  if (kind === 'target') return 'target';
  const own = values[`${area}.${service}.name`];
  if (skipped) return `skipped ${kind === 'services' ? area : (own ?? service)}`;
  const prefix = `${area}.${service}.`;
  const entries = Object.entries(values).flatMap(([key, value]) =>
    key.startsWith(prefix) && !key.endsWith('.name') ? [{ key, value }] : [],
  );
  return entries.length === 0 ? `${own ?? service} open` : said(entries, values);
}

const PHASES = ['application', 'initiation', 'handling', 'decision', 'invoicing', 'archiving', 'supervision'];

/** What was said, item by item: states as they are, phases by their number. */
function said(entries: readonly Entry[], names: Answers): string {
  const known = { ...names, ...Object.fromEntries(entries.map(({ key, value }) => [key, value])) };
  const items = new Map<string, Entry[]>();
  for (const entry of entries) {
    const item = entry.key.slice(0, entry.key.lastIndexOf('.'));
    items.set(item, [...(items.get(item) ?? []), entry]);
  }
  return [...items]
    .map(([item, all]) => {
      const phases = all.filter(({ key }) => PHASES.includes(lastOf(key)));
      const plain = (field: string) =>
        all.flatMap(({ key, value }) => (lastOf(key) === field ? [String(value)] : []));
      return [
        known[`${item}.name`] ?? lastOf(item),
        ...plain('status'),
        ...(phases.length > 0 ? [`phases(${phases.length})`] : []),
        ...plain('usage-rate'),
        ...plain('cases'),
      ].join(' ');
    })
    .join('; ');
}

/** Coverage, degree and usage rate in whole per cents. */
function measures(sections: readonly Section[]): string {
  const lines = sections.flatMap(section => (section.kind === 'figures' ? section.lines : []));
  const share = (...ids: string[]) => percent(lines.find(({ id }) => ids.includes(id)));
  return `${share('coverage', 'coverage-some', 'coverage-provisional')}/${share('degree')}/${share('usage-cases', 'usage-plain')}`;
}

function percent(line: Line | undefined): string {
  const amount = line?.amounts?.share;
  return typeof amount === 'object' && 'share' in amount ? String(Math.round(amount.share * 100)) : '–';
}

function numberOf(amount: Amount | undefined): string {
  return typeof amount === 'object' && 'number' in amount ? String(amount.number) : '?';
}

function lastOf(key: string): string {
  return key.slice(key.lastIndexOf('.') + 1);
}
