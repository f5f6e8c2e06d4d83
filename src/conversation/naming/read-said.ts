/**
 * Reads what a message says of items: "rakennusluvat on sähköiset, käyttöaste noin 85". An item is recognised by its
 * name or one of the words people use for it; what follows is said of it until another one is named.
 */

import { type Entry, keyOf, type Value } from '../../assessment/answers.ts';
import type { Card } from '../../assessment/card.ts';
import { itemsIn } from '../../assessment/places.ts';
import { isProposedOut } from '../../assessment/proposal.ts';
import type { RunScene } from '../context.ts';
import { blanked, counts, findItems, guessItem, namingOf } from './find-items.ts';
import type { ItemPath } from './naming.ts';
import { type Fact, saidTogether } from './read-choices.ts';
import { readFact } from './read-fact.ts';
import { hasRows, type Mention } from './rows-meant.ts';
import { sayable } from './sayable.ts';
import { statementsOf } from './statements.ts';

export interface Heard {
  readonly entries: readonly Entry[];
  /** Items named with nothing said of them: somebody wants to go there. */
  readonly named: readonly ItemPath[];
  /** `likely`: something had to be guessed, so it is asked before anything is written. */
  readonly certainty: 'sure' | 'likely';
}

/** Longer messages are no answers. */
const READ_LENGTH = 500;

/** `card`: the one that is open, whose item is spoken of until another one is named. */
export function readSaid(scene: RunScene, card: Card | undefined, message: string): Heard {
  const text = message.slice(0, READ_LENGTH).normalize('NFC');
  const find = (part: string) => findItems(scene, card, part);
  const guess = find(text).length > 0 ? undefined : guessItem(scene, text);
  if (!guess) return readClauses(scene, card, { text, find });
  const about = [guess.id];
  const guessed = readClauses(scene, card, { text: blanked(text, [guess]), find: () => [], about });
  return { ...guessed, certainty: 'likely' };
}

interface Reading {
  readonly text: string;
  readonly find: (part: string) => readonly Mention[];
  /** What is spoken of before anything is named. */
  readonly about?: readonly ItemPath[];
}

/** "25 kyllä" where the table has twenty rows: the yes is said of no row, and not of what was spoken of before either. */
function isAPlace(scene: RunScene, clause: string): boolean {
  return /^\s*\d{1,2}[.):]?(?:\s\D|$)/u.test(clause) && !counts(scene, clause.replace(/^\s*\d+/, ''));
}

function readClauses(scene: RunScene, card: Card | undefined, { text, find, about }: Reading): Heard {
  const spoken = new Map<string, Spoken>();
  let subjects = about ?? subjectOf(card);
  let unread = false;
  for (const path of about ?? []) speakOf(spoken, path);
  const says = (part: string) => tells(scene, { part, mentions: find(part), subjects });
  for (const clause of statementsOf(text, { ...scene, naming: namingOf(scene), find, says })) {
    const mentions = find(clause).filter(
      one => one.among !== 'rest' || !spoken.has(one.path.items.join('.')),
    );
    for (const { path } of mentions) speakOf(spoken, path);
    if (mentions.length > 0) subjects = mentions.map(({ path }) => path);
    const named = spoken.size > 0;
    const stray = mentions.length === 0 && card && hasRows(card) && isAPlace(scene, clause);
    const joins = joinsBetween(scene, clause, mentions);
    const facts = (stray ? [] : subjects).flatMap(path => {
      const fact = factOf(scene, { text: blanked(clause, [...mentions, ...joins]), named, path });
      return fact ? [{ path, fact: ofItem(scene, path, fact) }] : [];
    });
    for (const { path, fact } of facts) speakOf(spoken, path, fact);
    unread ||= isUnread(scene, { clause, mentions, facts: facts.map(({ fact }) => fact) });
  }
  return heardOf(scene, [...spoken.values()], unread);
}

/** "Ja" between two names says nothing, though it is a Swedish yes. */
function joinsBetween(scene: RunScene, clause: string, mentions: readonly Mention[]) {
  return namingOf(scene)
    .marks.find(clause)
    .filter(
      ({ id, from, to }) =>
        id === 'and' && mentions.some(one => one.to <= from) && mentions.some(one => one.from >= to),
    );
}

/** Whether a part of a message says something of what is named in it, or was spoken of before. */
function tells(
  scene: RunScene,
  { part, mentions, subjects }: { part: string; mentions: readonly Mention[]; subjects: readonly ItemPath[] },
): boolean {
  const path = mentions[0]?.path ?? subjects[0];
  const fields = path && sayable(scene.instrument, path);
  const joins = namingOf(scene)
    .marks.find(part)
    .filter(({ id }) => id === 'and');
  if (!fields || !/\p{L}|\d/u.test(blanked(part, [...mentions, ...joins]))) return false;
  return readFact(scene, blanked(part, mentions), fields) !== undefined;
}

/** Dates and years are said by the way. */
const TIME = /\d{1,2}\.\d{1,2}\.(?:\d{2,4})?|(?<!\d)(?:19|20)\d\d(?!\d)/g;

interface Statement {
  readonly clause: string;
  readonly mentions: readonly Mention[];
  readonly facts: readonly Fact[];
}

/** Whether something was told that could not be read: nothing at all, or a figure beside words that could. */
function isUnread(scene: RunScene, { clause, mentions, facts }: Statement): boolean {
  if (facts.length === 0) return mentions.length > 0 || isTelling(scene, clause);
  const words = facts.every(({ said }) => Object.values(said).every(isWord));
  return words && hasFigure(blanked(clause, mentions));
}

function hasFigure(text: string): boolean {
  return /\d/.test(text.replace(TIME, ''));
}

function isWord(value: Value): boolean {
  return typeof value === 'string';
}

/** Whether a statement must have been meant to tell something: it names a field, or bears a figure. */
function isTelling(scene: RunScene, clause: string): boolean {
  const { fields, marks } = namingOf(scene);
  if (hasFigure(clause)) return true;
  return fields.find(clause).length > 0 || marks.find(clause).some(({ id }) => id === 'except');
}

interface Clause {
  readonly text: string;
  readonly named: boolean;
  readonly path: ItemPath;
}

/**
 * "Kyllä" to nobody's question says nothing of the item on the card; "ei" there is asked about before it takes back
 * that a service is in use.
 */
function factOf(scene: RunScene, { text, named, path }: Clause): Fact | undefined {
  const fields = sayable(scene.instrument, path);
  const fact = fields && readFact(scene, text, fields);
  if (!fact || named || !fields.table.some(({ id }) => id in fact.said)) return fact;
  if (!fact.sure) return undefined;
  return isYesOrNo(scene, text) ? { ...fact, sure: false } : fact;
}

/** "All fully digital" is not said of what the item does not have by itself; what is named alone is. */
function ofItem({ instrument, run }: RunScene, { items, lists }: ItemPath, fact: Fact): Fact {
  const fields = Object.keys(fact.said);
  const all = sayable(instrument, { lists })?.choices.length ?? 0;
  const general = fact.general ?? (fields.length < all ? [] : fields);
  if (fields.length < 2 || general.length === 0) return fact;
  const said = fields.map(id => {
    const key = keyOf(items, id);
    const lacks = general.includes(id) && run.answers[key] === undefined && isProposedOut(instrument, key);
    return [id, lacks ? 'na' : fact.said[id]] as const;
  });
  return {
    ...fact,
    said: Object.fromEntries(said.flatMap(([id, value]) => (value === undefined ? [] : [[id, value]]))),
  };
}

function isYesOrNo({ context, session: { locale } }: RunScene, text: string): boolean {
  return context.understand(text, { locale, asked: 'yesno', options: [] }).kind === 'answer';
}

/** The item whose form is open. */
function subjectOf(card: Card | undefined): readonly ItemPath[] {
  if (!card || card.at.length === 0 || card.step.type !== 'form') return [];
  return [{ lists: card.at.map(({ list }) => list), items: itemsIn(card.at) }];
}

/** An item and what was said of it so far. */
interface Spoken {
  readonly path: ItemPath;
  readonly facts: readonly Fact[];
}

function speakOf(spoken: Map<string, Spoken>, path: ItemPath, fact?: Fact): void {
  const key = path.items.join('.');
  const facts = spoken.get(key)?.facts ?? [];
  spoken.set(key, { path, facts: fact ? [...facts, fact] : facts });
}

/** What was told but could not be read is not passed over: the rest is asked about before it is written. */
function heardOf(scene: RunScene, spoken: readonly Spoken[], unread: boolean): Heard {
  const said = spoken.filter(({ facts }) => facts.length > 0);
  const guessed = said.some(({ facts }) => facts.some(({ sure }) => !sure));
  return {
    entries: said.flatMap(one => entriesOf(scene, one)),
    named: spoken.filter(({ facts }) => facts.length === 0).map(({ path }) => path),
    certainty: guessed || (unread && said.length > 0) ? 'likely' : 'sure',
  };
}

function entriesOf({ run }: RunScene, { path, facts }: Spoken): Entry[] {
  const said = saidTogether(facts, field => run.answers[keyOf(path.items, field)] !== undefined);
  return [...said].map(([field, value]) => ({ key: keyOf(path.items, field), value }));
}
