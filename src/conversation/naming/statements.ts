/** Parts a message into the statements it makes. */
import { collapseSpaces } from '../collapse-spaces.ts';
import { joinLeftOut, leavesOutUnknown, partLeftOut } from './left-out.ts';
import { joinLast, joinNumbers } from './lists-of-numbers.ts';
import { isNamesAlone, numberFields, type Parting } from './parting.ts';

/** The statements of a message, in order. */
export function statementsOf(text: string, parting: Parting): string[] {
  return headed(collapseSpaces(text), parting)
    .flatMap(part => clausesOf(part, parting))
    .filter(clause => clause.trim() !== '')
    .flatMap(clause => partLeftOut(clause, parting))
    .flatMap(clause => beforeNumbers(clause, parting))
    .reduce<string[]>((clauses, clause) => withNames(clauses, clause, parting), [])
    .flatMap(clause => (leavesOutUnknown(clause, parting) ? [clause] : beforeItems(clause, parting)));
}

/** "In use: 1, 3; planned: 2": what stands before the colon is said of all that stand behind it. */
function headed(text: string, { find, naming, says }: Parting): string[] {
  return text.split(/[;,.\n](?=[^\d,;:.\n]{2,40}:\s)/).map(part => {
    const [, head, tail] = /^([^\d,;:\n]{2,40}):\s([^;\n]{1,400})$/.exec(part) ?? [];
    if (head === undefined || tail === undefined) return part;
    const turned = `${tail.replace(/[,;.\s]+/g, ' ').trim()} ${head.trim()}`;
    const about = find(turned).length > 0 || naming.fields.find(tail).length > 0;
    return about && find(head).length === 0 && !says(tail) && says(turned) ? turned : part;
  });
}

/** "Application, handling and decision fully": names alone before a comma belong to what follows. */
function withNames(clauses: readonly string[], clause: string, parting: Parting): string[] {
  const last = clauses.at(-1);
  return last !== undefined && isNamesAlone(last, parting)
    ? [...clauses.slice(0, -1), `${last.trim()} ${clause.trim()}`]
    : [...clauses, clause];
}

/** "1 in use 2 planned": parted before a number when both that and what stands before it tell of an item. */
function beforeNumbers(clause: string, { find, says }: Parting): string[] {
  const parts = clause.split(/(?<=\p{L}\s{1,9})(?=\d{1,2}[.):]?\s{1,9}\p{L})/u);
  return parts.length > 1 && parts.every(part => find(part)[0]?.from === 0 && says(part)) ? parts : [clause];
}

/** "Kaavat vanhentuneet ja katuvalot kunnossa": parted before an item when both it and the one before are told of. */
function beforeItems(clause: string, { find, says }: Parting): string[] {
  const mentions = [...find(clause)].sort((one, other) => one.from - other.from);
  const cuts = mentions.flatMap((next, at) => {
    const before = mentions[at - 1];
    if (!before || next.from <= before.to) return [];
    const both =
      says(clause.slice(before.from, next.from)) && says(clause.slice(next.from, mentions[at + 1]?.from));
    return both ? [next.from] : [];
  });
  return [0, ...cuts].map((from, at) => clause.slice(from, cuts[at]));
}

/** Statements one by one; a dash between figures is a range. "Ja" parts two of them only when a figure of another kind follows. */
function clausesOf(text: string, parting: Parting): string[] {
  const { instrument, naming } = parting;
  const { marks, fields } = naming;
  const numbers = numberFields(instrument);
  const isFigure = (words: string) => fields.find(words).some(({ id }) => numbers.has(id));
  const whole = joinLeftOut(joinNumbers(joinLast(text, isFigure)), parting);
  const rough = whole.split(/[;\n]|,(?!\d)|\.(?!\d)|\s[–—-]\s(?!\d)|(?<!\d)\s[–—-]\s/);
  return rough.flatMap(clause => {
    const figures = fields.find(clause).filter(({ id }) => numbers.has(id));
    const cut = marks
      .find(clause)
      .filter(({ id, to }) => id === 'and' && figures.some(({ from }) => from >= to))
      .at(-1);
    return cut ? [clause.slice(0, cut.from), clause.slice(cut.to)] : [clause];
  });
}
