/**
 * What an assessment came to, as sections: plain data that is kept, shared, exported and compared. Screens and files
 * draw sections and know no instrument; the words for them are the instrument's own, under the ids used here.
 */
import { z } from 'zod';
import { EFFORTS } from './actions.ts';
import { entrySchema, valueSchema } from './answers.ts';
import { idSchema, keySchema } from './id.ts';

const list = <T extends z.ZodType>(of: T) => z.array(of).readonly();
const keys = list(keySchema);

/** Both ends included; low = high when nothing is unknown. */
export const intervalSchema = z.object({ low: z.number(), high: z.number() }).readonly();
export type Interval = z.infer<typeof intervalSchema>;

/** An item of a list; only one that somebody added bears its name. */
const namedItemSchema = z
  .object({ list: idSchema, id: idSchema, name: z.string().exactOptional() })
  .readonly();
export type NamedItem = z.infer<typeof namedItemSchema>;

/** A figure as it is to be written: the screen knows how a language writes it. */
const amountSchema = z.union([
  /** 0–1. */
  z.object({ share: z.number() }).readonly(),
  z.object({ euros: z.number() }).readonly(),
  z.object({ number: z.number() }).readonly(),
  /** Written without a space in it. */
  z.object({ year: z.number() }).readonly(),
  /** Text keys of the instrument. */
  z.object({ terms: list(z.string()) }).readonly(),
  z.object({ items: list(namedItemSchema) }).readonly(),
  /** Somebody's own. */
  z.object({ words: z.string() }).readonly(),
  z.literal('none'),
]);
export type Amount = z.infer<typeof amountSchema>;

/** A line of the instrument's own words: text `outcome.<id>`, with its placeholders. */
export const lineSchema = z
  .object({
    id: idSchema,
    amounts: z.record(z.string(), amountSchema).readonly().exactOptional(),
    /** Chooses between singular and plural. */
    count: z.number().exactOptional(),
  })
  .readonly();
export type Line = z.infer<typeof lineSchema>;

/** How the conditions of one stair stand by themselves: how many are met of those that apply. */
const stairStandingSchema = z
  .object({
    stair: z.number(),
    holds: z.enum(['yes', 'no', 'unknown', 'not-assessed']),
    met: z.number(),
    of: z.number(),
    unknown: keys,
  })
  .readonly();
export type StairStanding = z.infer<typeof stairStandingSchema>;

/** Where the answers stand on a stair. Shares are 0–1. What results before December 2026 do not have is optional. */
const standingSchema = z.object({
  kind: z.literal('standing'),
  stair: intervalSchema,
  /** Every stair by itself, lowest first. */
  stairs: list(stairStandingSchema).exactOptional(),
  /** How many stairs there are. */
  of: z.number(),
  coverage: z.number(),
  provisional: z.boolean(),
  /** Below this coverage a result is called provisional. */
  provisionalBelow: z.number(),
  progress: z.number(),
  /** Conditions of the next stair that are known not to hold. */
  holding: keys,
  /** Conditions of the next stair of which nothing is known. */
  unknown: keys.exactOptional(),
  /** Numbers that are nearly enough, and the whole units that are missing. */
  near: list(z.object({ id: keySchema, missing: z.number() }).readonly()).exactOptional(),
  smallestLift: keys,
  /** The stair that is reached with the smallest lift. */
  liftsTo: z.number().exactOptional(),
  notApplicable: keys,
});

/** Where a self-estimate and evidence differ. */
const differenceSchema = z
  .object({ input: keySchema, selfEstimate: valueSchema, evidence: valueSchema })
  .readonly();
export type Difference = z.infer<typeof differenceSchema>;

/** One thing that is measured by levels: a perspective, a sector. */
const axisSchema = z
  .object({
    item: namedItemSchema,
    level: intervalSchema,
    /** Share (0–1) of the statements asked that have an answer. */
    coverage: z.number(),
    /** What the next level needs: statements that are known not to hold, and those of which nothing is known. */
    next: z
      .object({ level: z.number(), open: list(namedItemSchema), unknown: list(namedItemSchema) })
      .readonly()
      .exactOptional(),
    /** Where several units were gone through: how each of them stands. The level is then the one that all reach. */
    units: list(z.object({ item: namedItemSchema, level: intervalSchema }).readonly()).exactOptional(),
    /** The level that is aimed at. */
    target: z.number().exactOptional(),
  })
  .readonly();
export type Axis = z.infer<typeof axisSchema>;

/** What of several is judged by itself, and the stair it is on. No value where that was left open. */
const judgedSchema = z.object({ value: valueSchema.exactOptional(), stair: intervalSchema }).readonly();
export type Judged = z.infer<typeof judgedSchema>;

const rowSchema = z
  .object({ item: namedItemSchema, line: lineSchema, remark: lineSchema.exactOptional() })
  .readonly();

/** How a link of a chain stands: nothing named, something named, or that with a measure. */
const linkStandingSchema = z.enum(['empty', 'named', 'measured']);
export type LinkStanding = z.infer<typeof linkStandingSchema>;

/** Answers as they were given, row by row. As a `chain` they are drawn as one, each row leading to the next. */
const toldSchema = z.object({
  kind: z.literal('told'),
  title: lineSchema,
  as: z.enum(['rows', 'chain']),
  rows: list(
    z
      .object({
        item: namedItemSchema,
        entries: list(entrySchema),
        standing: linkStandingSchema.exactOptional(),
        remark: lineSchema.exactOptional(),
      })
      .readonly(),
  ),
});
const gatheredFigureSchema = z
  .object({
    id: idSchema,
    n: z.number(),
    shares: list(
      z
        .object({
          /** The answer it is the share of, where each has its own. */
          answer: entrySchema.exactOptional(),
          share: z.number(),
          low: z.number(),
          high: z.number(),
        })
        .readonly(),
    ),
    /** The figure that it stands beside. */
    own: z.number().exactOptional(),
  })
  .readonly();

const passedSchema = { before: intervalSchema, now: intervalSchema };

/** How a result differs from the one of the same instrument that was kept before it. */
const changeSchema = z.object({
  kind: z.literal('change'),
  /** When that one was made (epoch milliseconds), and by which version. */
  at: z.number(),
  version: z.string(),
  stair: z.object(passedSchema).readonly().exactOptional(),
  axes: list(z.object({ item: namedItemSchema, ...passedSchema }).readonly()),
  answers: list(
    z
      .object({ key: keySchema, before: valueSchema, now: valueSchema, way: z.enum(['rose', 'fell']) })
      .readonly(),
  ),
  /** What was recommended then: done by now, or recommended still. */
  actions: z.object({ done: list(idSchema), left: list(idSchema) }).readonly(),
});

/** Where results of the same instrument stood, one after the other. */
export const trendSchema = z.object({
  kind: z.literal('trend'),
  /** How many stairs or levels there are. */
  of: z.number(),
  points: list(
    z
      .object({
        /** Epoch milliseconds. */
        at: z.number(),
        version: z.string(),
        stair: intervalSchema.exactOptional(),
        axes: list(z.object({ item: namedItemSchema, level: intervalSchema }).readonly()),
      })
      .readonly(),
  ),
});

/** One side of a matrix: the field that rates, and how many steps it has. */
const sideSchema = z.object({ input: idSchema, of: z.number() }).readonly();

/** Things ranked by how much they matter times how soon: 1 is the least of each. */
const matrixSchema = z.object({
  kind: z.literal('matrix'),
  impact: sideSchema,
  urgency: sideSchema,
  /** How many of the rows are told first. */
  top: z.number(),
  /** The highest first. Those of equal points share their rank. */
  rows: list(
    z
      .object({
        item: namedItemSchema,
        impact: z.number(),
        urgency: z.number(),
        points: z.number(),
        rank: z.number(),
      })
      .readonly(),
  ),
});

/** What is still open on the next level of each goal, in the words of the instrument that asked it. */
const needsSchema = z.object({
  kind: z.literal('needs'),
  dialog: idSchema,
  version: z.string(),
  rows: list(z.object({ item: namedItemSchema, level: z.number(), open: list(namedItemSchema) }).readonly()),
});

const roadmapRowSchema = z
  .object({
    item: namedItemSchema,
    /** What it helps to raise, and to which level. */
    moves: list(z.object({ goal: namedItemSchema, level: z.number() }).readonly()),
    effort: z.enum(EFFORTS).exactOptional(),
    /** Owner, deadline and state, by their fields. */
    entries: list(entrySchema),
  })
  .readonly();

/** Actions in the order in which to take them, under the spearheads that somebody named; the last group may have none. */
const roadmapSchema = z.object({
  kind: z.literal('roadmap'),
  groups: list(z.object({ name: z.string().exactOptional(), rows: list(roadmapRowSchema) }).readonly()),
});

export const sectionSchema = z.discriminatedUnion('kind', [
  standingSchema,
  /** What was judged, and by whom, where it was told. */
  z.object({ kind: z.literal('scope'), entries: list(entrySchema) }),
  /** Several areas judged one by one: together they are on the stair that all of them reach. */
  z.object({
    kind: z.literal('areas'),
    /** The field that tells them apart. */
    input: keySchema,
    rows: list(judgedSchema),
    whole: intervalSchema,
  }),
  /** What the result is called, where it has no stair. */
  z.object({ kind: z.literal('title'), line: lineSchema }),
  /** The result, or how far it can be trusted, in a sentence. */
  z.object({ kind: z.literal('headline'), line: lineSchema }),
  z.object({ kind: z.literal('figures'), title: lineSchema.exactOptional(), lines: list(lineSchema) }),
  /** How to reach the authority, and what for. */
  z.object({ kind: z.literal('contact'), title: lineSchema }),
  z.object({ kind: z.literal('rows'), title: lineSchema, rows: list(rowSchema) }),
  /** What a figure leaves out because an answer is missing. */
  z.object({ kind: z.literal('missing'), lines: list(lineSchema) }),
  /** Begins what is about one item alone, to be told in a message of its own. */
  z.object({ kind: z.literal('chapter'), item: namedItemSchema }),
  toldSchema,
  needsSchema,
  roadmapSchema,
  matrixSchema,
  z.object({
    kind: z.literal('profile'),
    /** How many levels there are. */
    of: z.number(),
    /** Whose levels they are, where it is one of several units. */
    unit: namedItemSchema.exactOptional(),
    axes: list(axisSchema),
  }),
  /** Another instrument's own estimate beside these figures: both stairs, and what differs. */
  z.object({
    kind: z.literal('compare'),
    dialog: idSchema,
    version: z.string(),
    /** What that estimate was of, where it was told. */
    scope: list(entrySchema).exactOptional(),
    own: intervalSchema,
    withEvidence: intervalSchema,
    differences: list(differenceSchema),
  }),
  /** What many people's answers to another instrument say of the same: shares 0–1 with their 95 % intervals. */
  z.object({
    kind: z.literal('gathered'),
    dialog: idSchema,
    version: z.string(),
    /** Whose they are. */
    group: entrySchema,
    figures: list(gatheredFigureSchema),
  }),
  changeSchema,
  trendSchema,
  /** That a group agreed on the answers: how many they were, and what their views parted on before they talked. */
  z.object({
    kind: z.literal('consensus'),
    members: z.number(),
    questions: z.number(),
    /** Left out before strangers. */
    parted: list(
      z
        .object({
          answer: entrySchema,
          counts: list(z.object({ value: z.string(), n: z.number() }).readonly()),
        })
        .readonly(),
    ).exactOptional(),
    /** Answers that somebody has changed since. */
    changed: z.number().exactOptional(),
  }),
  z.object({ kind: z.literal('actions'), ids: list(idSchema) }),
  /** By which rules it was counted. */
  z.object({ kind: z.literal('rules'), line: lineSchema }),
]);
export type Section = z.infer<typeof sectionSchema>;

export const outcomeSchema = z
  .object({ dialog: idSchema, version: z.string(), sections: list(sectionSchema) })
  .readonly();
export type Outcome = z.infer<typeof outcomeSchema>;

export type SectionOf<Kind extends Section['kind']> = Extract<Section, { kind: Kind }>;

/** The first section of a kind. */
export function sectionOf<Kind extends Section['kind']>(
  { sections }: Pick<Outcome, 'sections'>,
  kind: Kind,
): SectionOf<Kind> | undefined {
  return sections.find((section): section is SectionOf<Kind> => section.kind === kind);
}

/** An outcome as others may see it: nothing of what was answered, no words of the person's. */
export function withoutAnswers({ sections, ...outcome }: Outcome): Outcome {
  const chapter = sections.findIndex(({ kind }) => kind === 'chapter');
  // Of several items the whole is shared: all of them would be too much for one message.
  const whole = chapter === -1 ? sections : sections.slice(0, chapter);
  return { ...outcome, sections: whole.flatMap(shareable) };
}

function shareable(section: Section): Section[] {
  if (section.kind === 'told' || section.kind === 'roadmap') return [];
  if (section.kind === 'change') return [{ ...section, answers: [] }];
  if (section.kind === 'consensus') {
    const { parted: _, ...rest } = section;
    return [rest];
  }
  // How little is missing from a number would tell the number.
  if (section.kind === 'standing' && section.near) return [{ ...section, near: [] }];
  if (section.kind !== 'figures') return [section];
  const lines = section.lines.filter(({ amounts = {} }) => !Object.values(amounts).some(isWords));
  return [{ ...section, lines }];
}

function isWords(amount: Amount): boolean {
  return typeof amount === 'object' && 'words' in amount;
}
