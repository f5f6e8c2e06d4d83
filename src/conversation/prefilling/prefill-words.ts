/** What is typed while proposals of a register are on the screen: all, none, some by their numbers, or one to change. */
import { namingOf, type RunScene, type Turn } from '../context.ts';
import { findName } from '../naming/register-names.ts';
import { isCommand, understoodAsYesOrNo } from '../understood-as.ts';
import { takeWhere } from './prefill.ts';
import { changeOne, type Prefilling, takeChosen } from './take-prefill.ts';

const NUMBERS = /\d{1,3}(?:\s*(?:[-–—…]|\.\.)\s*\d{1,3})?/gu;
/** "Muuta 3", "ändra 3", "change 3". */
const CHANGE = /^(?:muuta|vaihda|ändra|andra|change)\s+(\d{1,3})\s*[.!]?$/iu;
const NOTHING_ELSE = /^[\s\d,.&;–—…-]*(?:(?:ja|och|and|sekä)[\s\d,.–—-]+)*$/iu;

/** Undefined when the words mean something else: a command, a question. */
export function takePrefillWords(scene: RunScene, text: string): Turn | undefined {
  const { pending } = scene.session;
  // A command is one here too; a municipality may be called like no command.
  if (pending?.kind === 'prefill-where') return isCommand(scene, text) ? undefined : takeWhere(scene, text);
  if (pending === undefined) return otherWhere(scene, text);
  if (pending.kind !== 'prefill') return undefined;
  const change = CHANGE.exec(text.trim());
  if (change?.[1] && pending.part !== 'others') return changeOne(scene, pending, Number(change[1]) - 1);
  const chosen = chosenBy(scene, pending, text);
  if (chosen) return takeChosen(scene, pending, chosen);
  return undefined;
}

/** While one municipality's services are being asked for, the name of another asks for that one's instead. */
function otherWhere(scene: RunScene, text: string): Turn | undefined {
  const register = scene.context.prefill?.municipalities;
  if (!register || !scene.session.awaits || isCommand(scene, text)) return undefined;
  const isName = Object.hasOwn(register.entries, text.trim()) || findName(register, text)?.sure === true;
  return isName ? takeWhere(scene, text) : undefined;
}

function chosenBy(
  scene: RunScene,
  { offers, others }: Prefilling,
  text: string,
): readonly number[] | undefined {
  const places = [...offers, ...others].map((_, index) => index);
  const marks = namingOf(scene).marks.find(text);
  const except = marks.find(({ id }) => id === 'except');
  if (except) {
    const out = numbersIn(text.slice(except.to));
    return out.length > 0 ? places.filter(place => !out.includes(place)) : undefined;
  }
  if (/\d/.test(text)) return NOTHING_ELSE.test(text) ? numbersIn(text) : undefined;
  const read = understoodAsYesOrNo(scene, text);
  if (read.kind === 'command') return read.name === 'skip' ? [] : undefined;
  if (read.kind === 'answer' && read.note === undefined && read.value === 'yes') return places;
  if (read.kind === 'answer' && read.note === undefined && read.value === 'no') return [];
  return marks.some(({ id }) => id === 'all') ? places : undefined;
}

/** "1–4, 7" as places from 0. */
function numbersIn(text: string): number[] {
  return (text.match(NUMBERS) ?? []).flatMap(found => {
    const [from = 0, to = from] = (found.match(/\d+/g) ?? []).map(Number);
    const count = Math.max(Math.min(to, 300) - from, 0) + 1;
    return Array.from({ length: count }, (_, index) => from + index - 1);
  });
}
