/**
 * Reads what a message says of items: "rakennusluvat on sähköiset, käyttöaste noin 85". An item is recognised by its
 * name or one of the words people use for it; what follows is said of it until another one is named.
 */
import type { Card } from '../../assessment/card.ts';
import { itemsIn } from '../../assessment/places.ts';
import { namingOf, type RunScene } from '../context.ts';
import { counts, findItems, guessItem } from './find-items.ts';
import { type Heard, heardOf, type SpokenOf, speakOf } from './heard.ts';
import { factOf } from './item-fact.ts';
import { leavesOutUnknown } from './left-out.ts';
import { type ItemPath, joinsIn } from './naming.ts';
import { withLabelsWhole } from './own-label.ts';
import type { Parting } from './parting.ts';
import { readFact, type Sayable } from './read-fact.ts';
import { hasRows, type Mention } from './rows-meant.ts';
import { sayableOn } from './sayable.ts';
import { blanked, hasWords } from './span.ts';
import { statementsOf } from './statements.ts';
import { unreadIn } from './unread.ts';

/** Longer messages are no answers. */
const READ_LENGTH = 500;

/** `card`: the one that is open, whose item is spoken of until another one is named. */
export function readSaid(scene: RunScene, card: Card | undefined, message: string): Heard {
  const text = withLabelsWhole(scene, message.slice(0, READ_LENGTH).normalize('NFC'));
  const find = (part: string) => findItems(scene, card, part);
  const guess = find(text).length > 0 ? undefined : guessItem(scene, text);
  if (!guess) return readStatements(scene, card, { text, find });
  const about = [guess.id];
  const guessed = readStatements(scene, card, { text: blanked(text, [guess]), find: () => [], about });
  return { ...guessed, certainty: 'likely' };
}

interface Reading {
  readonly text: string;
  readonly find: (part: string) => readonly Mention[];
  /** What is spoken of before anything is named. */
  readonly about?: readonly ItemPath[];
}

function readStatements(scene: RunScene, card: Card | undefined, { text, find, about }: Reading): Heard {
  const spoken: SpokenOf = new Map();
  const leftOut: ItemPath[] = [];
  let subjects = about ?? subjectOf(card);
  const unread: string[] = [];
  let unclear = false;
  const onRows = card !== undefined && hasRows(card);
  for (const path of about ?? []) speakOf(spoken, path);
  const sayableOf = (path: ItemPath) => sayableOn(scene, card, path);
  const says = (part: string) => {
    const mentions = find(part);
    const path = mentions[0]?.path ?? subjects[0];
    return path !== undefined && tells(scene, { part, mentions, fields: sayableOf(path) });
  };
  const parting: Parting = { instrument: scene.instrument, naming: namingOf(scene), find, says };
  for (const clause of statementsOf(text, parting)) {
    const found = find(clause);
    const mentions = found.filter(one => isMeant(one, spoken));
    leftOut.push(...found.filter(({ among }) => among === 'left-out').map(({ path }) => path));
    for (const { path } of mentions) speakOf(spoken, path);
    if (mentions.length > 0) subjects = mentions.map(({ path }) => path);
    const stray = onRows && mentions.length === 0 && meansOthers(scene, clause, found);
    const said = blanked(clause, [...found, ...joinsBetween(scene, clause, mentions)]);
    const facts = (stray ? [] : subjects).flatMap(
      path => factOf(scene, { text: said, named: spoken.size > 0, path, fields: sayableOf(path) }) ?? [],
    );
    for (const { path, fact } of facts) speakOf(spoken, path, fact);
    unread.push(...unreadIn(scene, { clause, mentions: found, facts }));
    unclear ||= onRows && leavesOutUnknown(clause, parting);
  }
  return heardOf(scene, { spoken, leftOut, unread, unclear });
}

/** The others are those of which nothing was said in this message. */
function isMeant({ among, path }: Mention, spoken: SpokenOf): boolean {
  return among === undefined || (among === 'rest' && !spoken.has(path.items.join('.')));
}

/** The item whose form is open. */
function subjectOf(card: Card | undefined): readonly ItemPath[] {
  if (!card || card.at.length === 0 || card.step.type !== 'form') return [];
  return [{ lists: card.at.map(({ list }) => list), items: itemsIn(card.at) }];
}

/**
 * "25 kyllä" where the table has twenty rows, "the rest not" where none are left: it is said of no row, and not of what
 * was spoken of before either.
 */
function meansOthers(scene: RunScene, clause: string, found: readonly Mention[]): boolean {
  if (found.length > 0) return true;
  return /^\s*\d{1,2}[.):]?(?:\s\D|$)/u.test(clause) && !counts(scene, clause.replace(/^\s*\d+/, ''));
}

/** "Ja" between two names says nothing, though it is a Swedish yes. */
function joinsBetween(scene: RunScene, clause: string, mentions: readonly Mention[]) {
  return joinsIn(clause, namingOf(scene)).filter(
    ({ from, to }) => mentions.some(one => one.to <= from) && mentions.some(one => one.from >= to),
  );
}

interface Part {
  readonly part: string;
  readonly mentions: readonly Mention[];
  readonly fields: Sayable | undefined;
}

/** Whether a part of a message says something of what is named in it, or was spoken of before. */
function tells(scene: RunScene, { part, mentions, fields }: Part): boolean {
  const joins = joinsIn(part, namingOf(scene));
  if (!fields || !hasWords(blanked(part, [...mentions, ...joins]))) return false;
  return readFact(scene, blanked(part, mentions), fields) !== undefined;
}
