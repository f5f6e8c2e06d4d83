import { LRUCache } from 'lru-cache';
import { memo } from '../assessment/memo.ts';
import { namesIn } from '../assessment/names-in.ts';
import { COMMANDS } from '../conversation/command.ts';
import type { FindPress } from '../conversation/context.ts';
import { LOCALES, type Locale } from '../conversation/locale.ts';
import { plainWords } from '../conversation/plain-words.ts';
import { type Press, pressSchema } from '../conversation/press.ts';
import type { Reply } from '../conversation/reply.ts';
import type { Session } from '../conversation/session.ts';
import { commandButton } from './command-button.ts';
import type { RenderContext } from './context.ts';
import { isImpersonal } from './is-impersonal.ts';
import { reportDefect } from './report-defect.ts';
import type { FormInput, Submit, View } from './view.ts';
import { viewsOf } from './views-of.ts';
import { type Voice, voiceOf } from './voice.ts';
import { isWithdrawal } from './withdrawn.ts';

/** Something that can be pressed: what it is called, and the press that it makes; a form alone may make none. */
interface Labelled {
  readonly label: string;
  /** What tells it from others of the same label. */
  readonly name: string;
  readonly press: () => Press | undefined;
}

/** Longer than any label. */
const LONGEST = 120;

/**
 * Finds the press that a typed label stands for, through the very texts the cards are drawn with, in any language. Of
 * buttons with one label the number or the name behind it tells which: "muuta 2", "muuta suunnitelma". `labelLanguages`
 * says in which languages a label may read so: in others no card is drawn to look for it.
 */
export function createLabelReader(
  context: RenderContext,
  labelLanguages: (words: string) => readonly Locale[],
): FindPress {
  return (text, cards, { locale: own, runs }) => {
    const typed = plainWords(text);
    if (typed === '' || typed.length > LONGEST) return undefined;
    const locales = namesOwn(typed, runs) ? LOCALES : labelLanguages(typed);
    if (locales.length === 0) return undefined;
    const voices = [own, ...LOCALES.filter(one => one !== own)]
      .filter(one => locales.includes(one))
      .map(one => voiceOf(one, 'cards', context));
    return onCards(typed, cards, voices) ?? pick(typed, voices.flatMap(commandLabels));
  };
}

function onCards(
  typed: string,
  cards: Iterable<Reply>,
  voices: readonly Voice[],
): Press | 'which' | undefined {
  for (const card of cards) {
    for (const voice of voices) {
      const found = pick(typed, labelsOn(card, voice));
      if (found) return 'nonce' in card && found !== 'which' ? withNonce(found, card.nonce) : found;
    }
  }
  return undefined;
}

/** Whether it begins with what somebody called an item of their own: those names are labels, too. */
function namesOwn(typed: string, runs: Session['runs']): boolean {
  return Object.values(runs).some(({ answers }) =>
    Object.values(namesIn(answers)).some(
      name => typeof name === 'string' && `${typed} `.startsWith(`${plainWords(name)} `),
    ),
  );
}

function pick(typed: string, all: readonly Labelled[]): Press | 'which' | undefined {
  const named = all.find(({ name, label }) => name === typed && name !== label);
  if (named) return named.press();
  for (const label of new Set(all.map(one => one.label))) {
    if (typed !== label && !typed.startsWith(`${label} `)) continue;
    const same = all.filter(one => one.label === label);
    const rest = typed.slice(label.length + 1);
    const found = rest === '' ? alone(same) : told(same, rest);
    if (found) return found.press() ?? 'which';
    if (rest === '') return 'which';
  }
  return undefined;
}

/** The only one, or the first of several that do the same. */
function alone([first, ...others]: readonly Labelled[]): Labelled | undefined {
  if (others.length === 0) return first;
  const press = JSON.stringify(first?.press());
  return others.every(one => JSON.stringify(one.press()) === press) ? first : undefined;
}

/** One of several, by its number in the order shown or by its name. */
function told(same: readonly Labelled[], rest: string): Labelled | undefined {
  if (same.length < 2) return undefined;
  return same[Number(rest) - 1] ?? same.find(({ name }) => name === rest || name.endsWith(` ${rest}`));
}

/** Stands for the nonce in labels that are kept: they are alike each time a card is shown. */
const ANY_NONCE = '0';

function withNonce(press: Press, nonce: string | undefined): Press {
  const bears = 'nonce' in press && press.nonce === ANY_NONCE && nonce !== undefined;
  return bears ? pressSchema.parse({ ...press, nonce }) : press;
}

/** None where what a card names has been withdrawn since, or a fault of ours keeps it from being drawn. */
function labelsOn(card: Reply, voice: Voice): readonly Labelled[] {
  const alike = 'nonce' in card ? { ...card, nonce: ANY_NONCE } : card;
  try {
    return isImpersonal(alike, voice.context) ? labelsKept(alike, voice) : labelsDrawn(card, voice);
  } catch (error) {
    if (!isWithdrawal(error, 'dialog' in card ? card.dialog : undefined)) reportDefect(error, voice.context);
    return [];
  }
}

function labelsKept(card: Reply, voice: Voice): readonly Labelled[] {
  return labelsOnce(voice, JSON.stringify(card), () => labelsDrawn(card, voice));
}

function labelsOnce(voice: Voice, of: string, draw: () => readonly Labelled[]): readonly Labelled[] {
  const kept = keptLabels(voice.context);
  const key = voice.locale + of;
  const labels = kept.get(key) ?? draw();
  kept.set(key, labels);
  return labels;
}

const keptLabels = memo(
  (_context: RenderContext) => new LRUCache<string, readonly Labelled[]>({ max: MOST_KEPT }),
);

/** More than the cards of an instrument in three languages. */
const MOST_KEPT = 500;

function labelsDrawn(card: Reply, voice: Voice): Labelled[] {
  return viewsOf(card, voice).flatMap(({ blocks }) => blocks.flatMap(block => labelsIn(block)));
}

function labelsIn(block: View['blocks'][number]): Labelled[] {
  switch (block.block) {
    case 'choices':
      return block.choices.map(labelled);
    case 'buttons':
    case 'quiet':
      return block.buttons.map(labelled);
    case 'rows':
      return block.rows.flatMap(({ change }) => (change ? [labelled(change)] : []));
    case 'form':
      return [block.submit, ...(block.also ?? [])].flatMap(one => submits(one, block.inputs));
    default:
      return [];
  }
}

function labelled({ label, name = label, press }: { label: string; name?: string; press: Press }): Labelled {
  return { label: plainWords(label), name: plainWords(name), press: () => press };
}

/** A form as it stands on the card; one of a single list also with each of its options chosen. */
function submits({ label, fields }: Submit, inputs: readonly FormInput[]): Labelled[] {
  const standing = Object.fromEntries(inputs.map(({ id, value = '' }) => [id, value]));
  const [only, ...others] = inputs;
  const options = only?.input === 'select' && others.length === 0 ? only.options : [];
  const sent = (values: Readonly<Record<string, string>>, name: string) => ({
    label: plainWords(label),
    name: plainWords(name),
    press: () => pressSchema.safeParse({ ...fields, ...values }).data,
  });
  if (options.length === 0 || only === undefined) return [sent(standing, label)];
  return options.map(option => sent({ [only.id]: option.value }, option.label));
}

function commandLabels(voice: Voice): readonly Labelled[] {
  return labelsOnce(voice, 'commands', () => COMMANDS.map(name => labelled(commandButton(voice, name))));
}
