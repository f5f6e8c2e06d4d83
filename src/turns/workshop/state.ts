/**
 * What the store keeps of a workshop: a collection whose members are its parts and its ballots, each written by itself,
 * so that two who do different things at once take nothing from each other.
 */
import * as z from 'zod';
import { type Answers, valueSchema } from '../../assessment/answers.ts';
import type { Collected, Published } from '../../assessment/collecting.ts';
import { type Consensus, consensusSchema } from '../../assessment/workshop/consensus.ts';
import { type Judged, judgedSchema, type WorkshopPhase } from '../../conversation/workshop.ts';
import type { Collection, ConversationKey } from '../../store/port.ts';
import { memberFormat, publishedFormat } from '../collections.ts';
import { type Format, readVersioned, writeVersioned } from '../versioned.ts';

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
  /** Grows with each reveal and closing: a ballot bears the round it is given in, and comes in during that round alone. */
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
  ballot: (member: string) => `ballot\n${member}`,
} as const;

export function stateName(id: string): string {
  return `workshop\n${id}`;
}

export const writeBallot = (ballot: Collected) => writeVersioned(memberFormat, ballot);
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
    round: Number(parts.get(PART.round) ?? 0),
    published: readVersioned(parts.get(PART.published) ?? '', publishedFormat)?.figures ?? {},
    agreed: agreedIn(parts),
    consensus: readVersioned(parts.get(PART.consensus) ?? '', consensusFormat)?.consensus,
  };
}

/** By the names of their parts. */
export function ballotsIn(parts: Collection): ReadonlyMap<string, Collected> {
  const beginning = PART.ballot('');
  return new Map(
    [...parts].flatMap(([name, text]) => {
      const ballot = name.startsWith(beginning) ? readVersioned(text, memberFormat) : undefined;
      return ballot ? [[name, ballot] as const] : [];
    }),
  );
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
