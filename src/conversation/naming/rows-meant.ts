/** Rows of the open table or ladder that are meant without their names: by their numbers, all of them, or all the others. */

import type { Card } from '../../assessment/card.ts';
import { fieldsOf } from '../../assessment/fields-of.ts';
import { itemsIn } from '../../assessment/places.ts';
import { namingOf, type RunScene } from '../context.ts';
import type { ItemPath, Mark } from './naming.ts';
import { blanked, type Span } from './span.ts';

/**
 * Items named at one place of the text. `rest`: all that nothing has been said of, in this message or before;
 * `left-out`: those that what is said there is not said of.
 */
export interface Mention extends Span {
  readonly path: ItemPath;
  readonly among?: 'rest' | 'left-out';
}

export interface MeantIn {
  readonly text: string;
  /** Items named there, which may be what is left out: "all but parking". */
  readonly named: readonly Mention[];
  /** Whether words say of an item how it is. */
  readonly says: (words: string) => boolean;
  /** Whether words speak of a figure, so that a number beside them is one. */
  readonly counts: (words: string) => boolean;
}

const JOINED = '(?:ja|och|and|sekä|samt|&)';
const TO = String.raw`(?:[-–—…]|\.\.|till|to|thru|through)`;
const ONE = String.raw`\d{1,2}(?:\s*${TO}\s*\d{1,2}(?!\d))?`;
const LIST = String.raw`${ONE}(?:[\s.,]+(?:${JOINED}\s+)?${ONE}(?!\d|\s*%))*`;
const FIRST = new RegExp(String.raw`^\s*(${LIST})[.):]?(?=\s+\D|$)`, 'iu');
const LAST = new RegExp(String.raw`\s(${LIST})\s*[.!]?\s*$`, 'iu');
/** "Others than 3", "all but 1 and 4". */
const LEFT_OUT = new RegExp(
  String.raw`^\s*(?:kuin\s+|än\s+|than\s+)?(?:(?:numero|nummer|number)\w*\s+)?(${LIST})`,
  'iu',
);

/** The rows that a statement speaks of; none where it names its items, or means no rows. */
export function rowsMeant(scene: RunScene, card: Card | undefined, meant: MeantIn): readonly Mention[] {
  if (!card || !hasRows(card) || card.part === 'own') return [];
  const rows = rowsOf(scene, card);
  return allOrOthers(scene, rows, meant) ?? (meant.named.length > 0 ? [] : byNumber(rows, meant));
}

const NUMBERS_ALONE = new RegExp(
  String.raw`^\s*(?:(?:numero|nummer|number|nro|nr|no|rivi|rad|row|kohta|punkt|item)\w*\.?\s*)?(${LIST})[.):!]?\s*$`,
  'iu',
);

/** The rows whose numbers are all that a message says: "2", "1 ja 3". A single row is asked like a question by itself. */
export function rowsAlone(scene: RunScene, card: Card, text: string): readonly ItemPath[] {
  const numbers = hasRows(card) && card.part !== 'own' ? NUMBERS_ALONE.exec(text)?.[1] : undefined;
  if (numbers === undefined) return [];
  const rows = rowsOf(scene, card);
  return rows.length > 1 ? rowsAt(rows, numbers).map(({ path }) => path) : [];
}

/** Whether a card asks the same of several things, one a row. */
export function hasRows({ step }: Card): boolean {
  return step.type === 'table' || step.type === 'climb';
}

interface Row {
  readonly id: string;
  readonly path: ItemPath;
  readonly isOpen: boolean;
}

function rowsOf({ instrument, run }: RunScene, card: Card): readonly Row[] {
  const { step, at } = card;
  if (step.type !== 'table' && step.type !== 'climb') return [];
  const lists = [...at.map(({ list }) => list), step.list];
  const fields = fieldsOf(instrument, card, run.answers);
  const ids = [...new Set(fields.flatMap(({ item }) => item ?? []))];
  return ids.map(id => ({
    id,
    path: { lists, items: [...itemsIn(at), id] },
    isOpen: fields.every(({ key, item }) => item !== id || run.answers[key] === undefined),
  }));
}

/** "1, 3 ja 5 käytössä", "1–4 käytössä", "käytössä 1 ja 3": places on the list as it is shown. */
function byNumber(rows: readonly Row[], { text, says, counts }: MeantIn): readonly Mention[] {
  const first = FIRST.exec(text);
  if (first?.[1]) {
    const to = first.index + first[0].length;
    const rest = text.slice(to);
    return !/\d/.test(rest) && counts(rest) ? [] : mentions(rowsAt(rows, first[1]), { from: 0, to });
  }
  const last = LAST.exec(text);
  const before = text.slice(0, last?.index ?? 0);
  if (!last?.[1] || /\d/.test(before) || counts(before) || !says(before)) return [];
  return mentions(rowsAt(rows, last[1]), { from: last.index, to: text.length });
}

/** Undefined where neither all nor the others are spoken of. */
function allOrOthers(scene: RunScene, rows: readonly Row[], meant: MeantIn): readonly Mention[] | undefined {
  const { text, named } = meant;
  const marks = namingOf(scene).marks.find(text);
  const spans = (mark: Mark) => marks.filter(({ id }) => id === mark);
  const [all] = spans('all');
  const except = spans('except').at(-1);
  if (except) {
    const out = leftOut(rows, meant, except.to);
    const words: Span[] = [...spans('all'), ...spans('except'), ...(out ? [out.span] : [])];
    if (!out && named.length > 0) return undefined;
    const others = out ? rows.filter(({ id }) => !out.ids.includes(id)) : rows.filter(({ isOpen }) => isOpen);
    const meantRows = told(meant, { rows: others, words, ...(!out && { among: 'rest' }) });
    const left = rows.filter(({ id }) => out?.ids.includes(id));
    return out && meantRows.length > 0 ? [...meantRows, ...mentions(left, out.span, 'left-out')] : meantRows;
  }
  return all && named.length === 0 ? told(meant, { rows, words: [all] }) : undefined;
}

/** What stands behind "all but": numbers, or names. */
function leftOut(rows: readonly Row[], { text, named }: MeantIn, from: number) {
  const behind = named.filter(one => one.from >= from);
  if (behind.length > 0) {
    const to = Math.max(...behind.map(one => one.to));
    return { ids: behind.map(({ path }) => path.items.at(-1) ?? ''), span: { from, to } };
  }
  const numbers = LEFT_OUT.exec(text.slice(from));
  if (!numbers?.[1]) return undefined;
  const ids = rowsAt(rows, numbers[1]).map(({ id }) => id);
  return { ids, span: { from, to: from + numbers[0].length } };
}

/** The rows spoken of, and the words that did it. */
interface Told {
  readonly rows: readonly Row[];
  readonly words: readonly Span[];
  readonly among?: 'rest';
}

/** Only where something is said of them: "all" by itself tells nothing. */
function told({ text, says }: MeantIn, { rows, words, among }: Told): readonly Mention[] {
  if (!says(blanked(text, words))) return [];
  const [first] = rows;
  // The first of the words ("all") bears every row. The others ("but 3") bear the first row again, so that they are taken
  // out of the statement too.
  return first ? words.flatMap((span, at) => mentions(at === 0 ? rows : [first], span, among)) : [];
}

function mentions(rows: readonly Row[], { from, to }: Span, among?: Mention['among']): Mention[] {
  return rows.map(({ path }) => ({ path, from, to, ...(among && { among }) }));
}

/** "1, 3–5 ja 7" as rows, in that order. */
function rowsAt(rows: readonly Row[], list: string): readonly Row[] {
  const numbers = [...list.matchAll(new RegExp(ONE, 'giu'))].flatMap(([one]) => {
    const [from = 0, to = from] = (one.match(/\d+/g) ?? []).map(Number);
    return to < from ? [from, to] : Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
  return numbers.flatMap(number => rows[number - 1] ?? []);
}
