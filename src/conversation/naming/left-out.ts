/** "All up to date, except streets": where a message tells of all but some, and what it tells of those. */
import { joinsIn } from './naming.ts';
import { isNamesAlone, type Parting } from './parting.ts';
import { blanked, hasWords, type Span } from './span.ts';

/** "Others than archiving", "except for archiving". */
const THAN = /^\s*(?:kuin|än|than|for|from)\s/iu;

/** What stands behind "except" in a text of which this is the end. */
export function behindExcept(text: string): string {
  return text.replace(THAN, words => ' '.repeat(words.length));
}

/** Commas that part nothing are taken out: those before what is left out of the statement there, and between its names. */
export function joinLeftOut(text: string, parting: Parting): string {
  const { naming, find } = parting;
  const joined = naming.marks.find(text).flatMap(({ id, from, to }) => {
    if (id !== 'except') return [];
    const comma = /,\s*$/.exec(text.slice(0, from));
    const behind = text.slice(to);
    const first = behind.split(/[;,.\n]/)[0] ?? '';
    const named = [...find(first), ...naming.fields.find(first)].some(one => one.from <= 12);
    const isLeftOut =
      named || /^\s*(?:kuin |än |than )?\d/u.test(behind) || isOfAll(text.slice(0, comma?.index), parting);
    return [...(comma && isLeftOut ? [comma.index] : []), ...commasIn(text, to, parting)];
  });
  return joined.reduce((left, at) => `${left.slice(0, at)} ${left.slice(at + 1)}`, text);
}

/** Whether the last statement of a text is of all. */
function isOfAll(text: string, { naming: { marks } }: Parting): boolean {
  const last = text.split(/[;,.\n]/).at(-1) ?? '';
  return marks.find(last).some(({ id }) => id === 'all');
}

/** "Except archiving, invoicing and decision": the commas behind names alone. */
function commasIn(text: string, from: number, parting: Parting): number[] {
  const comma = text.indexOf(',', from);
  const isName = comma >= 0 && isNamesAlone(text.slice(from, comma), parting);
  return isName ? [comma, ...commasIn(text, comma + 1, parting)] : [];
}

/**
 * "All up to date except streets outdated" are two statements: of all but the streets, and of the streets. The second
 * one may not be understood ("except streets, a mess"): then it stands by itself as such. "Streets up to date the
 * others outdated" are two as well.
 */
export function partLeftOut(clause: string, parting: Parting): string[] {
  const cut = cutAt(clause, parting);
  if (!cut) return [clause];
  const { before, behind, named, word } = cut;
  if (named.length === 0) {
    const others = word + behind;
    const isTwo = !namesNone(before, parting) && parting.says(before) && parting.says(others);
    return isTwo ? [before, others] : [clause];
  }
  const names = new Set(named.map(({ from, to }) => behind.slice(from, to)));
  const allBut = `${before}${word} ${[...names].join(' ')}`;
  const isTold = hasWords(blanked(behind, [...named, ...joinsIn(behind, parting.naming)]));
  return isTold && namesNone(before, parting) && parting.says(allBut) ? [allBut, behind] : [clause];
}

/** Whether what a clause leaves out is nothing that is known here: "all up to date except tractors". */
export function leavesOutUnknown(clause: string, parting: Parting): boolean {
  const cut = cutAt(clause, parting);
  if (!cut || cut.named.length > 0 || !hasWords(cut.behind)) return false;
  const { before, behind, word } = cut;
  const { marks, fields } = parting.naming;
  const marked = marks.find(before);
  // "All the others" says nothing yet of any.
  const isSaid = marked.length > 0 ? parting.find(before).length > 0 : parting.says(before);
  if (!isSaid || fields.find(behind).length > 0) return false;
  // "1 in use the others not" has no exception in it.
  return marked.length > 0 || !parting.says(word + behind);
}

/** A clause around its last "except". */
interface Cut {
  readonly before: string;
  readonly word: string;
  readonly behind: string;
  /** The items named behind it. */
  readonly named: readonly Span[];
}

function cutAt(clause: string, { naming, find }: Parting): Cut | undefined {
  const except = naming.marks.find(clause).findLast(({ id }) => id === 'except');
  if (!except) return undefined;
  const { from, to } = except;
  const behind = behindExcept(clause.slice(to));
  return { before: clause.slice(0, from), word: clause.slice(from, to), behind, named: find(behind) };
}

/** Whether a text speaks of all or of the others, and names no item. */
function namesNone(text: string, { naming, find }: Parting): boolean {
  const marks = naming.marks.find(text);
  return find(text).every(one => marks.some(({ from }) => from === one.from));
}
