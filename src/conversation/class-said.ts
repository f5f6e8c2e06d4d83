/** What is typed where a municipality's class is asked for: its inhabitants, its name, or something to be asked again. */
import { type PeerGroup, type PeerSize, sizeOf } from '../assessment/peer-class.ts';
import { findInput } from '../assessment/places.ts';
import { askOn, tellClass } from './comparing.ts';
import type { Scene, Turn } from './context.ts';
import type { Conversed } from './input.ts';
import { isCommand } from './is-command.ts';
import { findName } from './naming/register-names.ts';
import { notUnderstood } from './not-understood.ts';
import { cardsShown } from './shown.ts';
import { understoodAsYesOrNo } from './understood-as.ts';

/** Undefined where no class is asked, and for what is a label, a plain yes or no, or a command. */
export function classSaid(scene: Scene, input: Conversed): Turn | undefined {
  const { pending } = scene.session;
  if (pending?.kind !== 'compare' || input.kind !== 'text') return undefined;
  const { dialog, class: known } = pending;
  if (known.group !== undefined && known.size !== undefined) return undefined;
  if (meansElse(scene, input.text)) return undefined;
  const told = known.group === undefined ? groupNamed(scene, dialog, input.text) : sizeIn(scene, input.text);
  return told === undefined ? askedAgain(scene, askOn(scene, dialog, known)) : tellClass(scene, told);
}

function meansElse(scene: Scene, text: string): boolean {
  const { context, session } = scene;
  if (context.findPress(text, cardsShown(scene), session) !== undefined || isCommand(scene, text))
    return true;
  const read = understoodAsYesOrNo(scene, text);
  return read.kind === 'answer' && (read.value === 'yes' || read.value === 'no');
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
  const input = instrument?.compares && findInput(instrument, instrument.compares.by);
  const register = input?.type === 'register' ? instrument?.registers[input.register] : undefined;
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
