/**
 * What is typed where a comparison asks of which class a municipality is, and whether its figures are shared: its
 * inhabitants, its name, or something that is asked again.
 */
import { type PeerGroup, type PeerSize, sizeOf } from '../assessment/peer-class.ts';
import { registerOf } from './comparable.ts';
import { askOn, tellClass } from './comparing.ts';
import type { Scene, Turn } from './context.ts';
import type { Conversed } from './input.ts';
import { yesOrNo } from './meant-press.ts';
import { findName } from './naming/register-names.ts';
import { notUnderstood } from './not-understood.ts';
import type { Pending } from './session.ts';
import { cardsShown } from './shown.ts';
import { isCommand } from './understood-as.ts';

type Comparing = Extract<Pending, { kind: 'compare' }>;

/** Undefined where no comparison asks anything, and for what is a label, a plain yes or no, or a command. */
export function classSaid(scene: Scene, input: Conversed): Turn | undefined {
  const { pending } = scene.session;
  if (pending?.kind !== 'compare' || input.kind !== 'text') return undefined;
  const { dialog, class: known } = pending;
  if (meansElse(scene, pending, input.text)) return undefined;
  const told = classIn(scene, pending, input.text);
  return told === undefined ? askedAgain(scene, askOn(scene, dialog, known)) : tellClass(scene, told);
}

function meansElse(scene: Scene, pending: Comparing, text: string): boolean {
  const { context, session } = scene;
  if (isCommand(scene, text) || yesOrNo(scene, pending, text) !== undefined) return true;
  const press = context.findPress(text, cardsShown(scene), session);
  // "En tiedä" may be a button of the question beneath, which is not what was asked last.
  return press === 'which' || (press !== undefined && press.do !== 'answer');
}

/** The size or the group, whichever is asked for. */
function classIn(
  scene: Scene,
  { dialog, class: known }: Comparing,
  text: string,
): PeerGroup | PeerSize | undefined {
  if (known.group === undefined) return groupNamed(scene, dialog, text);
  return known.size === undefined ? sizeIn(scene, text) : undefined;
}

function askedAgain(scene: Scene, again: Turn): Turn {
  const missed = notUnderstood(scene);
  const session = { ...again.session, misses: missed.session.misses };
  return {
    session,
    replies: [...missed.replies, ...again.replies],
    effects: [...missed.effects, ...again.effects],
  };
}

/** The group of a municipality that is named: the name goes nowhere. */
function groupNamed({ context }: Scene, dialog: string, text: string): PeerGroup | undefined {
  const instrument = context.current(dialog);
  const register = instrument?.compares && registerOf(instrument, instrument.compares.by);
  const found = register && findName(register, text);
  return found?.sure ? register?.entries[found.code]?.group : undefined;
}

/** Fewer live in no municipality: "3" may be an option's place, and "20" may be thousands. */
const FEWEST_INHABITANTS = 50;
const BELOW = /(?<!\p{L})(?:alle|vähemmän|under|mindre|färre|below|less|fewer)(?!\p{L})/iu;
const GROUPED = /(?<=\d)[\s.,'](?=\d{3}(?!\d))/gu;

/** "215 000 asukasta", "noin 20 tuhatta", "alle 5000", "8000–9000": the class that all of it is in. */
function sizeIn({ context, session: { locale } }: Scene, text: string): PeerSize | undefined {
  const figures = text.replace(GROUPED, '').match(/\d+/g)?.map(Number) ?? [];
  const read = context.understand(text, { locale, asked: 'count' });
  const said = read.kind === 'reprompt' ? read.suggestion : read;
  const counted = said?.kind === 'answer' && typeof said.value === 'number' ? [said.value] : figures;
  const inhabitants = figures.length > 1 ? figures : counted;
  const sizes = inhabitants
    .filter(count => count >= FEWEST_INHABITANTS)
    .map(count => sizeOf(BELOW.test(text) ? count - 1 : count));
  const [only, ...more] = new Set(sizes);
  return more.length === 0 && sizes.length === inhabitants.length ? only : undefined;
}
