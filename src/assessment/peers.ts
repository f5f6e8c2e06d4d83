/**
 * What municipalities that share their figures have in common: who may add which figures, when sums of them become
 * public, and what is shown of those. Pure: keeping is elsewhere.
 */
import * as z from 'zod';
import type { Answers } from './answers.ts';
import { type Published, type PublishedFigure, publishInSteps } from './collecting.ts';
import { idSchema, keySchema } from './id.ts';
import { type Outcome, sectionOf } from './outcome.ts';
import { cellOf, type PeerClass, peerClassSchema, peerGroupSchema, peerSizeSchema } from './peer-class.ts';
import type { Axis } from './sections/profile.ts';
import type { SectionOf } from './sections/section.ts';

/** Declared by an instrument whose results can be compared between municipalities. */
export const comparesSchema = z.strictObject({
  /** The field that names the municipality: its group is looked up by it, and the name goes nowhere. */
  by: idSchema,
  /** Field → the answer that means the whole municipality; left open it means that, too. */
  whole: z.record(idSchema, idSchema).default({}),
  /** Of the units gone through, the one that is the whole municipality. */
  unit: idSchema.optional(),
});
export type Compares = z.infer<typeof comparesSchema>;

/** Figure → its level. The stair is called `stair`, an axis `list.item`. */
export type Figures = Readonly<Record<string, number>>;

export const STAIR = 'stair';

/** Results of which less was answered say too little of a municipality. */
const LEAST_COVERAGE = 0.5;

/**
 * The figures that a result adds: what is reached for certain. Undefined where it is not of the whole municipality, or
 * less than half of something has been answered.
 */
export function figuresOf(
  { whole, unit }: Compares,
  answers: Answers,
  outcome: Pick<Outcome, 'sections'>,
): Figures | undefined {
  if (isOfPart({ whole, unit }, answers, outcome)) return undefined;
  const standing = sectionOf(outcome, 'standing');
  if (standing) return standing.coverage < LEAST_COVERAGE ? undefined : { [STAIR]: standing.stair.low };
  const axes = (profileOf(outcome, unit)?.axes ?? []).filter(({ item }) => item.name === undefined);
  if (axes.length === 0 || axes.some(({ coverage }) => coverage < LEAST_COVERAGE)) return undefined;
  return Object.fromEntries(axes.map(({ item, level }) => [axisId(item), level.low]));
}

/** Whether a result is of less than the whole municipality: of an area, or of other units than that. */
export function isOfPart(
  { whole, unit }: Pick<Compares, 'whole' | 'unit'>,
  answers: Answers,
  outcome: Pick<Outcome, 'sections'>,
): boolean {
  const isArea = Object.entries(whole).some(([field, option]) => (answers[field] ?? option) !== option);
  const isWhole = sectionOf(outcome, 'standing') ?? profileOf(outcome, unit);
  return isArea || sectionOf(outcome, 'areas') !== undefined || isWhole === undefined;
}

function profileOf(
  { sections }: Pick<Outcome, 'sections'>,
  unit: string | undefined,
): SectionOf<'profile'> | undefined {
  return sections.find(
    (section): section is SectionOf<'profile'> =>
      section.kind === 'profile' && (unit === undefined || section.unit?.id === unit),
  );
}

function axisId({ list, id }: Axis['item']): string {
  return `${list}.${id}`;
}

/**
 * Up to four municipalities may act together, and add, change or take out figures to learn of others': in whatever is made
 * public, five others are counted that nothing before it counted.
 */
export const FEWEST_OTHERS = 5;
export const MOST_ALLIES = 4;

/** Figures are of so many at least, and are made anew when so many have added or changed theirs. */
export const PEER_STEP = FEWEST_OTHERS + MOST_ALLIES;

/** What one adds: each figure, and since when it has stood at that (epoch milliseconds). */
export const peerMemberSchema = z.strictObject({
  figures: z.record(keySchema, z.strictObject({ level: z.number(), since: z.number() })),
});
export type PeerMember = Readonly<z.infer<typeof peerMemberSchema>>;

/** Figures in the place of one's earlier ones: what stays as it was is nothing new. */
export function replacing(before: PeerMember, figures: Figures, now: number): PeerMember {
  const made = Object.entries(figures).map(([id, level]) => {
    const earlier = before.figures[id];
    return [id, { level, since: earlier?.level === level ? earlier.since : now }] as const;
  });
  return { figures: Object.fromEntries(made) };
}

/** What of it is still counted: figures that were added, or changed, after this moment. */
export function countedSince({ figures }: PeerMember, moment: number): PeerMember {
  return { figures: Object.fromEntries(Object.entries(figures).filter(([, { since }]) => since > moment)) };
}

/**
 * What is public of one cell after a change in it, figure by figure: made anew only when nine have added or changed that
 * figure since it was made last, and gone when fewer than nine are left. Four who act together are four of these at
 * most, so each making counts at least five others that none before it counted.
 */
export function publishPeers(members: Iterable<PeerMember>, before: Published): Published {
  const all = [...members];
  const ids = new Set([...Object.keys(before), ...all.flatMap(({ figures }) => Object.keys(figures))]);
  const made = [...ids].flatMap(id => {
    const own = all.flatMap(({ figures: { [id]: figure } }) =>
      figure ? [{ since: figure.since, answers: { [id]: String(figure.level) } }] : [],
    );
    const of = [...new Set(own.flatMap(({ answers }) => answers[id] ?? []))];
    const earlier = before[id];
    const steps = { figures: [{ id, input: id, of }], fewest: PEER_STEP };
    return Object.entries(publishInSteps(steps, own, earlier ? { [id]: earlier } : {}));
  });
  return Object.fromEntries(made);
}

const rowSchema = z
  .object({
    /** The stair, or an axis: `list.item`. */
    figure: keySchema,
    own: z.number(),
    /** How many are counted. */
    n: z.number(),
    low: z.number(),
    median: z.number(),
    high: z.number(),
  })
  .readonly();

/** One's own figures beside the quartiles of those of the same size, and of those of the same group. */
export const peersSchema = z
  .object({
    class: peerClassSchema.readonly(),
    own: z.record(keySchema, z.number()).readonly(),
    /** None of what is not public yet. */
    beside: z
      .array(
        z
          .object({
            of: z.union([peerSizeSchema, peerGroupSchema]),
            rows: z.array(rowSchema).readonly(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly();
export type Peers = z.infer<typeof peersSchema>;

/** Cell → what is public of it. */
export type PublishedCells = ReadonlyMap<string, Published>;

/** What a municipality of this class sees: every figure is of whole cells, each of nine or more. */
export function peersOf(own: PeerClass, figures: Figures, published: PublishedCells): Peers {
  const sameSize = peerGroupSchema.options.map(group => cellOf({ size: own.size, group }));
  const sameGroup = peerSizeSchema.options.map(size => cellOf({ size, group: own.group }));
  const beside = [
    { of: own.size, rows: rowsOf(sameSize, figures, published) },
    { of: own.group, rows: rowsOf(sameGroup, figures, published) },
  ];
  return { class: own, own: figures, beside: beside.filter(({ rows }) => rows.length > 0) };
}

function rowsOf(cells: readonly string[], figures: Figures, published: PublishedCells) {
  return Object.entries(figures).flatMap(([figure, own]) => {
    const all = levelsIn(cells.flatMap(cell => published.get(cell)?.[figure] ?? []));
    const at = (share: number) => all[Math.ceil(share * all.length) - 1];
    const [low, median, high] = [at(0.25), at(0.5), at(0.75)];
    if (low === undefined || median === undefined || high === undefined) return [];
    return [{ figure, own, n: all.length, low, median, high }];
  });
}

/** The levels of all that are counted, lowest first. */
function levelsIn(counted: readonly PublishedFigure[]): readonly number[] {
  return counted
    .flatMap(({ counts }) => Object.entries(counts))
    .flatMap(([level, count]) => Array<number>(count).fill(Number(level)))
    .toSorted((one, other) => one - other);
}
