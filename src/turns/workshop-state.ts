/**
 * What the store keeps of a workshop: a collection whose members are its parts, each written by itself, so that two who
 * do different things at once take nothing from each other. The ballots are a collection of their own.
 */
import { z } from 'zod';
import { type Answers, valueSchema } from '../assessment/answers.ts';
import type { Published } from '../assessment/collecting.ts';
import { type Consensus, consensusSchema } from '../assessment/workshop/consensus.ts';
import { type Judged, judgedSchema, type WorkshopPhase } from '../conversation/workshop.ts';
import type { Collection, ConversationKey } from '../store/port.ts';
import { publishedFormat } from './collections.ts';
import { type Format, readVersioned, writeVersioned } from './versioned.ts';

/** Set once, when it begins. */
export interface WorkshopAbout {
  readonly code: string;
  readonly judged: Judged;
  /** The conversation that began it, whose run takes the group's answers. */
  readonly host: ConversationKey;
}

const aboutFormat: Format<WorkshopAbout> = {
  newest: 1,
  schema: z.strictObject({
    code: z.string(),
    judged: judgedSchema,
    host: z.strictObject({ channel: z.string(), conversation: z.string() }),
  }),
  migrations: {},
};

const consensusFormat: Format<{ consensus: Consensus }> = {
  newest: 1,
  schema: z.strictObject({ consensus: consensusSchema }),
  migrations: {},
};

export interface WorkshopState extends WorkshopAbout {
  readonly phase: WorkshopPhase;
  /** Makes a person's name among the ballots; gone once it is locked, and with it who gave which. */
  readonly ballotKey: string | undefined;
  /** The hash of the facilitator's secret. */
  readonly control: string | undefined;
  /** How often something has been revealed, and one: ballots bear the round they are given in. */
  readonly round: number;
  readonly published: Published;
  readonly agreed: Answers;
  readonly consensus: Consensus | undefined;
}

/** The names of its parts in the collection. */
export const PART = {
  about: 'about',
  ballotKey: 'key',
  control: 'control',
  phase: 'phase',
  round: 'round',
  published: 'published',
  consensus: 'consensus',
  agreed: (key: string) => `agreed\n${key}`,
} as const;

export function stateName(id: string): string {
  return `workshop\n${id}`;
}

export function ballotsName(id: string): string {
  return `ballots\n${id}`;
}

export const writeAbout = (about: WorkshopAbout) => writeVersioned(aboutFormat, about);
export const writePublished = (figures: Published) => writeVersioned(publishedFormat, { figures });
export const writeConsensus = (consensus: Consensus) => writeVersioned(consensusFormat, { consensus });

/** Undefined where nothing is kept, or in a version that is not known here. */
export function readState(parts: Collection): WorkshopState | undefined {
  const about = readVersioned(parts.get(PART.about) ?? '', aboutFormat);
  if (!about) return undefined;
  return {
    ...about,
    phase: phaseSchema.parse(parts.get(PART.phase)),
    ballotKey: parts.get(PART.ballotKey),
    control: parts.get(PART.control),
    round: Number(parts.get(PART.round) ?? 1),
    published: readVersioned(parts.get(PART.published) ?? '', publishedFormat)?.figures ?? {},
    agreed: agreedIn(parts),
    consensus: readVersioned(parts.get(PART.consensus) ?? '', consensusFormat)?.consensus,
  };
}

const phaseSchema = z.enum(['open', 'closed', 'locked']).catch('closed');

function agreedIn(parts: Collection): Answers {
  const beginning = PART.agreed('');
  const agreed = [...parts].flatMap(([name, text]) => {
    const value = name.startsWith(beginning) ? valueSchema.safeParse(JSON.parse(text)).data : undefined;
    return value === undefined ? [] : [[name.slice(beginning.length), value] as const];
  });
  return Object.fromEntries(agreed);
}
