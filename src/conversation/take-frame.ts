/** What is typed on the card that says what is judged: names and options in any order, several at once. */
import type { Entry } from '../assessment/answers.ts';
import type { Card, CardField } from '../assessment/card.ts';
import { fieldsOf } from '../assessment/fields-of.ts';
import { isFrame } from '../assessment/instrument.ts';
import { collapseSpaces } from './collapse-spaces.ts';
import { before, namingOf, type RunScene, type Turn } from './context.ts';
import { leaveAnswered, skipCard } from './leave-card.ts';
import { findName, isBesideName } from './naming/register-names.ts';
import { notReadReply, notUnderstood } from './not-understood.ts';
import { openCard } from './place.ts';
import { notListed } from './read-value.ts';
import { refuse } from './refuse.ts';
import { askField } from './show.ts';
import { suggestReading } from './side-questions.ts';
import { answeredAsYesOrNo, isCommand, startsWhat, understoodAnywhere } from './understood-as.ts';
import { write } from './write.ts';

/** The card of what is judged, where it is what is asked. */
export function openFrame(scene: RunScene): Card | undefined {
  const card = scene.session.pending?.kind === 'step' ? openCard(scene) : undefined;
  return card && isFrame(card.step) ? card : undefined;
}

/** `card`: that of what is judged, which is open. Undefined when the message says nothing for it. */
export function takeFrameText(scene: RunScene, card: Card, text: string): Turn | undefined {
  const fields = fieldsOf(scene.instrument, card, scene.run.answers);
  if (startsWhat(scene, text) !== undefined) return undefined;
  const reading = readFrame(scene, fields, text);
  const unread = notReadReply(reading.unread);
  if (reading.certainty === 'sure' && reading.entries.length > 0)
    return before(unread, takeFrame(scene, card, reading));
  if (isCommand(scene, text)) return undefined;
  if (reading.entries.length > 0) return before(unread, suggestReading(scene, reading.entries));
  if (isLeftOpen(scene, text)) return leftOpen(scene, card);
  return isPlace(text) || isAlmostCommand(scene, text)
    ? undefined
    : unknownName(scene, card, { fields, text });
}

/** Writes what was said, and asks what comes after it on the card and is still open; `whole` leaves the card at once. */
export function takeFrame(
  scene: RunScene,
  card: Card,
  { entries, how = 'typed' }: { entries: readonly Entry[]; how?: 'typed' | 'whole' },
): Turn {
  const written = write(scene, entries);
  if (written.kind === 'refused') return refuse(scene, card, written.problems);
  const keys = fieldsOf(scene.instrument, card, scene.run.answers).map(({ key }) => key);
  const last = entries.toSorted((one, other) => keys.indexOf(one.key) - keys.indexOf(other.key)).at(-1);
  return how === 'whole' || !last ? leaveAnswered(written.scene, card) : askAfter(written.scene, card, last);
}

/** A field that somebody wants to leave open; said of the whole card, it is gone on from. */
function leftOpen(scene: RunScene, card: Card): Turn {
  const { pending } = scene.session;
  const key = pending?.kind === 'step' ? pending.input : undefined;
  return key === undefined ? skipCard(scene, card) : askAfter(scene, card, { key });
}

function askAfter(
  scene: RunScene,
  card: Card,
  { key, value }: { key: string; value?: Entry['value'] },
): Turn {
  const { answers } = scene.run;
  const fields = fieldsOf(scene.instrument, card, answers);
  const rest = fields.slice(fields.findIndex(field => field.key === key) + 1);
  const next = rest.find(field => answers[field.key] === undefined);
  return next
    ? askField(scene, card, { field: next.key, ...(value !== undefined && { noted: { key, value } }) })
    : leaveAnswered(scene, card);
}

interface FrameReading {
  readonly entries: readonly Entry[];
  /** `likely` when something had to be guessed, or stands among words that were not read. */
  readonly certainty: 'sure' | 'likely';
  /** Parts of the text that are none of what is asked. */
  readonly unread: readonly string[];
}

/** Options first, as they may bear commas and "and" in their names; what is left is looked up as names. */
function readFrame(scene: RunScene, fields: readonly CardField[], text: string): FrameReading {
  const whole = named(scene, fields, text);
  if (whole?.certainty === 'sure') return whole;
  const { said, left, denied } = optionsIn(scene, fields, text);
  const parts = collapseSpaces(left)
    .split(/[ \n](?:ja|och|and|sekä|samt)[ \n]|[,;:.\n]/iu)
    .filter(part => /\p{L}/u.test(part) && !isBesideName(part));
  const read = parts.map(part => named(scene, fields, part) ?? misspelt(scene, fields, part));
  const unread = parts.filter((part, at) => read[at] === undefined && !isLeftOpen(scene, part));
  const found = read.flatMap(one => one ?? []);
  // A name is one whatever stands beside it; a word for an option may be part of a sentence about something else.
  const inDoubt = unread.length > 0 && (said.length > 0 || found.length === 0);
  const likely = denied.length > 0 || inDoubt || found.some(({ certainty }) => certainty === 'likely');
  // Two of one kind contradict each other: the one said last is only asked.
  const entries = [...found.flatMap(one => one.entries), ...said];
  const twice = new Set(entries.map(({ key }) => key)).size < entries.length;
  return {
    entries: [...new Map(entries.map(entry => [entry.key, entry])).values()],
    certainty: likely || twice ? 'likely' : 'sure',
    unread: [...denied, ...unread.map(part => part.trim())],
  };
}

/** The options named in a text, and the text without them. `denied`: "ei kaikki" names one that is not meant. */
function optionsIn(scene: RunScene, fields: readonly CardField[], text: string) {
  const { means, marks } = namingOf(scene);
  const denials = marks.find(text).filter(({ id }) => id === 'negation' || id === 'except');
  const said: Entry[] = [];
  const denied: string[] = [];
  let left = text;
  for (const { id, from, to } of means.find(text)) {
    const field = fields.find(({ input }) => input.type === 'choice' && input.scale === id.scale);
    if (!field) continue;
    const denial = denials.find(one => one.to <= from && BETWEEN.test(text.slice(one.to, from)));
    if (denial) denied.push(text.slice(denial.from, to));
    else said.push({ key: field.key, value: id.option });
    const start = denial?.from ?? from;
    left = left.slice(0, start) + ','.repeat(to - start) + left.slice(to);
  }
  return { said, left, denied };
}

/** "Ei kaikki", "not the whole municipality": a negation denies what stands behind it, one word between at most. */
const BETWEEN = /^\s{1,9}(?:\p{L}{1,20}\s{1,9})?$/u;

function named(
  { instrument }: RunScene,
  fields: readonly CardField[],
  text: string,
): FrameReading | undefined {
  for (const { key, input } of fields) {
    const register = input.type === 'register' ? instrument.registers[input.register] : undefined;
    const found = register && findName(register, text);
    if (found)
      return { entries: [{ key, value: found.code }], certainty: found.sure ? 'sure' : 'likely', unread: [] };
  }
  return undefined;
}

function misspelt(scene: RunScene, fields: readonly CardField[], text: string) {
  const guess = namingOf(scene).means.guess(text);
  const field = fields.find(({ input }) => input.type === 'choice' && input.scale === guess?.id.scale);
  return guess && field
    ? ({ entries: [{ key: field.key, value: guess.id.option }], certainty: 'likely', unread: [] } as const)
    : undefined;
}

/** "En halua kertoa", "ei", "en tiedä"; to the whole card "ok" goes on as well. */
function isLeftOpen(scene: RunScene, text: string): boolean {
  const { pending } = scene.session;
  const whole = pending?.kind === 'step' && pending.input === undefined;
  const leaving = ['no', 'unknown', 'na', ...(whole ? ['yes'] : [])];
  const value = answeredAsYesOrNo(scene, text);
  return leaving.some(one => one === value);
}

/** "Ohitaa": asked back as any command. */
function isAlmostCommand(scene: RunScene, text: string): boolean {
  const read = understoodAnywhere(scene, text);
  return read.kind === 'reprompt' && read.suggestion?.kind === 'command';
}

/** "2": a place among the options shown. */
function isPlace(text: string): boolean {
  return !/\p{L}/u.test(text);
}

const MISSES_BEFORE_HELP = 3;

/** Said clearly at first; who goes on to be misunderstood is offered a person, as everywhere. */
function unknownName(
  scene: RunScene,
  card: Card,
  { fields, text }: { readonly fields: readonly CardField[]; readonly text: string },
): Turn {
  const { pending, misses } = scene.session;
  const asked = pending?.kind === 'step' ? pending.input : undefined;
  const field = fields.find(({ key, input }) => input.type === 'register' && (asked ?? key) === key);
  if (!field || misses + 1 >= MISSES_BEFORE_HELP) return notUnderstoodIn(scene, card, asked);
  const register =
    field.input.type === 'register' ? scene.instrument.registers[field.input.register] : undefined;
  const refused = refuse(scene, card, [{ key: field.key, rejection: notListed(register, text) }]);
  return { ...refused, session: { ...refused.session, misses: misses + 1 } };
}

/** The one field that was asked comes once more with its options: whoever was not understood has to see them. */
function notUnderstoodIn(scene: RunScene, card: Card, asked: string | undefined): Turn {
  const missed = notUnderstood(scene);
  if (asked === undefined) return missed;
  const again = askField(scene, card, { field: asked });
  const session = { ...again.session, misses: missed.session.misses };
  return { session, replies: [...missed.replies, ...again.replies], effects: missed.effects };
}
