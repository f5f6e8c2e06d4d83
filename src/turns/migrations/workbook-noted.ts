/** What November 2026 said it had taken in the workbook, or had not, as replies of today. */
import * as z from 'zod';
import { type Entry, entriesOf } from '../../assessment/answers.ts';
import { share } from '../../assessment/scoring/workbook/workbook-lines.ts';
import { answersOf, saidAnswerSchema, serviceNameSchema } from './november-answer.ts';
import { areaOfService, SOME_AREA } from './november-services.ts';
import { countsSchema, growingSchema, named } from './workbook-figures.ts';

const notedSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('areas'), areas: z.array(z.string()) }),
  z.object({ what: z.literal('counts'), area: z.string(), counts: countsSchema }),
  z.object({
    what: z.literal('services'),
    services: z.array(serviceNameSchema.extend({ answer: saidAnswerSchema })),
    growing: growingSchema.optional(),
  }),
  z.object({ what: z.literal('benefit'), service: serviceNameSchema, saving: z.number().nullable() }),
  z.object({ what: z.literal('target') }),
  z.object({
    what: z.literal('skipped'),
    area: z.string().optional(),
    service: serviceNameSchema.optional(),
  }),
]);
type Noted = z.infer<typeof notedSchema>;
type Services = Extract<Noted, { what: 'services' }>;

const replySchema = z.object({
  version: z.string(),
  /** Of the card whose place it takes; it was called `replaces` later that month. */
  nonce: z.string().optional(),
  replaces: z.string().optional(),
  open: z.literal(true).exactOptional(),
  noted: notedSchema,
});

/** The line about what was taken. */
export function carriedNoted(reply: unknown): unknown {
  const read = replySchema.safeParse(reply).data;
  if (!read) return undefined;
  const { version, noted, open } = read;
  const replaces = read.replaces ?? read.nonce;
  const ref = { dialog: 'workbook', version };
  if (noted.what === 'services') {
    const taken = replaces === undefined ? {} : { replaces };
    return { kind: 'noted', ...ref, ...toldOf(noted), ...taken, ...(open && { open }), ...growingOf(noted) };
  }
  const line = lineOf(noted);
  return {
    kind: 'answered',
    ...ref,
    progress: { answered: 0, total: 0, position: 0 },
    skipped: false,
    values: {},
    // Said of no card on the screen: then it stands for itself, under a name that no card bears.
    replaces: replaces ?? `-${line.step}`,
    ...line,
  };
}

/** Asked whether a message was read right. */
export function carriedDidYouMean(reply: unknown): unknown {
  const read = z.object({ version: z.string(), nonce: z.string(), noted: notedSchema }).safeParse(reply).data;
  if (read?.noted.what !== 'services') return undefined;
  const { version, nonce, noted } = read;
  return { kind: 'did-you-mean', dialog: 'workbook', version, nonce, ...toldOf(noted) };
}

/** A service that people added came without its area: that of the figures, of a listed service beside it, or any. */
function toldOf({ services, growing }: Services): { entries: Entry[]; names: Record<string, never> } {
  const listed = services.flatMap(({ id }) => areaOfService(id) ?? []);
  const area = growing?.area ?? listed[0] ?? SOME_AREA;
  const own = services.filter(({ name }) => name !== undefined);
  const entries = services.flatMap(({ answer, ...service }) => {
    // Two areas can each have an `own-1`.
    const id =
      service.name === undefined ? service.id : `own-${own.findIndex(one => one.name === service.name) + 1}`;
    return entriesOf(answersOf(areaOfService(id) ?? area, { ...service, id }, answer));
  });
  return { entries, names: {} };
}

function growingOf({ growing }: Services) {
  if (!growing) return {};
  const { area, coverage, degree, usage } = growing;
  const amounts = {
    area: { items: [{ list: 'areas', id: area }] },
    coverage: share(coverage),
    degree: share(degree),
    usage: share(usage?.rate ?? null),
  };
  return { growing: { id: 'growing', amounts } };
}

/** Stands for a value that was given but not told. */
const GIVEN = '…';

/** What is particular to one kind of line: the card it is about, and what it says. */
function lineOf(noted: Exclude<Noted, Services>): { step: string } & Readonly<Record<string, unknown>> {
  switch (noted.what) {
    case 'areas':
      return { step: 'areas', values: { areas: noted.areas } };
    case 'counts':
      return { step: `${noted.area}.statuses.1`, line: countsLine(noted) };
    case 'benefit':
      return benefitOf(noted);
    case 'target':
      return { step: 'target', values: { 'target-services': GIVEN, 'target-savings': GIVEN } };
    case 'skipped':
      return { ...skippedCard(noted), skipped: true };
  }
}

function countsLine({ area, counts: { inUse, planned, none } }: Extract<Noted, { what: 'counts' }>) {
  const number = (value: number) => ({ number: value });
  const items = [{ list: 'areas', id: area }];
  const amounts = { area: { items }, inUse: number(inUse), planned: number(planned), none: number(none) };
  return { id: 'counts', amounts };
}

function benefitOf({ service, saving }: Extract<Noted, { what: 'benefit' }>) {
  const area = areaOfService(service.id) ?? SOME_AREA;
  const amounts = { service: { items: [named(service)] } };
  return {
    step: `${area}.${service.id}.benefit`,
    values: answersOf(area, service),
    line:
      saving === null
        ? { id: 'benefit-open', amounts }
        : { id: 'benefit', amounts: { ...amounts, saving: { euros: saving } } },
  };
}

/** A skipped card that names neither service nor area was the card of targets, the only one of its kind. */
function skippedCard({ area, service }: Extract<Noted, { what: 'skipped' }>) {
  if (!service) return { step: area === undefined ? 'target' : `${area}.statuses.1` };
  const at = areaOfService(service.id) ?? SOME_AREA;
  return { step: `${at}.${service.id}.details`, values: answersOf(at, service) };
}
