/** The workbook's cards as November 2026 wrote them, as questions of today. */
import * as z from 'zod';
import type { Answers } from '../../assessment/answers.ts';
import {
  answersOf,
  namesOf,
  type ServiceName,
  saidAnswerSchema,
  serviceNameSchema,
} from './november-answer.ts';
import { listedIn } from './november-services.ts';
import { figureSections, figures } from './workbook-figures.ts';
import { newKey } from './workbook-places.ts';

const card = {
  version: z.string(),
  nonce: z.string(),
  place: z.string(),
  progress: z.object({ done: z.number(), total: z.number() }),
};
const statuses = saidAnswerSchema.pick({ status: true });

const cardSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('workbook-areas'), ...card, chosen: z.array(z.string()) }),
  z.object({
    kind: z.literal('workbook-services'),
    ...card,
    area: z.string(),
    part: z.number(),
    parts: z.number(),
    services: z.array(serviceNameSchema.extend(statuses.shape)),
  }),
  z.object({
    kind: z.enum(['workbook-service', 'workbook-benefit']),
    ...card,
    area: z.string(),
    service: serviceNameSchema,
    answer: saidAnswerSchema,
  }),
  z.object({ kind: z.literal('workbook-own'), ...card }),
  z.object({
    kind: z.literal('workbook-target'),
    ...card,
    target: z.object({ services: z.number().optional(), savings: z.number().optional() }),
  }),
  z.object({
    kind: z.literal('workbook-area'),
    ...card,
    figures: figures.extend({ area: z.string() }),
    services: z.array(serviceNameSchema),
    next: z.string().optional(),
  }),
]);
type Card = z.infer<typeof cardSchema>;

/** The question that a card is now; undefined where it cannot be read. */
export function carriedCard(reply: unknown): unknown {
  const read = cardSchema.safeParse(reply).data;
  const step = read && newKey(read.place);
  if (!read || step === undefined) return undefined;
  const { version, nonce, progress } = read;
  return {
    kind: 'question',
    dialog: 'workbook',
    version,
    step,
    nonce,
    progress: { answered: progress.done, total: progress.total, position: positionOf(read) },
    values: valuesOn(read),
    ...(read.kind === 'workbook-area' && figuresOn(read)),
  };
}

/** The card's number on the way was not kept: one past those done stands for it. Cards off the way have none (0). */
function positionOf({ kind, progress }: Card): number {
  const beside = kind === 'workbook-benefit' || kind === 'workbook-own' || kind === 'workbook-target';
  return beside ? 0 : Math.min(progress.done + 1, progress.total);
}

function valuesOn(read: Card): Answers {
  switch (read.kind) {
    case 'workbook-areas':
      return read.chosen.length > 0 ? { areas: read.chosen } : {};
    case 'workbook-services':
      return statusesOn(read);
    case 'workbook-service':
    case 'workbook-benefit':
      return answersOf(read.area, read.service, onCard(read));
    case 'workbook-own':
      return {};
    case 'workbook-target':
      return {
        ...(read.target.services !== undefined && { 'target-services': read.target.services }),
        ...(read.target.savings !== undefined && { 'target-savings': read.target.savings }),
      };
    case 'workbook-area':
      return namesOf(read.figures.area, read.services);
  }
}

/** A card bore the whole answer; it shows its own fields. */
function onCard({ kind, answer: { benefit, cases, ...details } }: Extract<Card, { answer: unknown }>) {
  return kind === 'workbook-service' ? { ...details, cases } : { cases, benefit };
}

/** As many services as a card of statuses held, then as now. */
const ON_A_CARD = 24;

/**
 * Only the services of this part were told. Which part a service is on follows from how many come before it, so that
 * those added on other parts are stood in for: they are not drawn.
 */
function statusesOn({ area, part, parts, services }: Extract<Card, { kind: 'workbook-services' }>): Answers {
  const standIns = (count: number, where: string): ServiceName[] =>
    Array.from({ length: Math.max(0, count) }, (_, index) => ({
      id: `own-${where}-${index + 1}`,
      name: '–',
    }));
  const told = services.flatMap(({ status, ...service }) =>
    Object.entries(answersOf(area, service, { status })),
  );
  const earlier = (part - 1) * ON_A_CARD - (part > 1 ? listedIn(area) : 0);
  const later = part < parts ? (parts - part - 1) * ON_A_CARD + 1 : 0;
  return {
    ...namesOf(area, standIns(earlier, 'before')),
    ...Object.fromEntries(told),
    ...namesOf(area, standIns(later, 'after')),
  };
}

function figuresOn({ figures: told, next }: Extract<Card, { kind: 'workbook-area' }>) {
  return { sections: figureSections(told), ...(next !== undefined && { next: `${next}.statuses.1` }) };
}
