/** What is typed while an instrument with lists is in hand: items, names of one's own, statements about items. */
import { answersFrom, type Entry, keyOf, splitKey } from '../assessment/answers.ts';
import type { Card } from '../assessment/card.ts';
import { chosenOf } from '../assessment/chosen-of.ts';
import { holds } from '../assessment/condition.ts';
import type { EachStep, Instrument } from '../assessment/instrument.ts';
import { itemsIn } from '../assessment/places.ts';
import { stepsAround } from '../assessment/steps-around.ts';
import { suggestAmount } from './amount-alone.ts';
import { before, type RunScene, type Turn } from './context.ts';
import { goToItem, goToNamed } from './go-to-item.ts';
import { itemsPicked } from './items-picked.ts';
import type { Heard } from './naming/heard.ts';
import type { ItemPath } from './naming/naming.ts';
import { readSaid } from './naming/read-said.ts';
import { notReadReply, notUnderstood } from './not-understood.ts';
import { currentCard, openCard } from './place.ts';
import { suggestRows } from './rows-alone.ts';
import { suggestReading } from './side-questions.ts';
import { takeCard, takeSaid } from './take.ts';
import { takeOwnItem } from './take-own-item.ts';
import { isCommand } from './understood-as.ts';

/** Undefined when the message is a command, or says nothing of an item. */
export function takeWords(scene: RunScene, text: string): Turn | undefined {
  if (Object.keys(scene.instrument.lists).length === 0) return undefined;
  const { pending } = scene.session;
  if (pending && (pending.kind !== 'step' || pending.input !== undefined)) return undefined;
  const card = openCard(scene) ?? currentCard(scene);
  const heard = readSaid(scene, card, text);
  if (heard.entries.length === 0 && isCommand(scene, text)) return undefined;
  if (card?.part === 'own' && !isAllIn(card, heard)) return takeOwnItem(scene, card, text);
  if (heard.certainty === 'unclear') return notUnderstood(scene);
  const picked = card && heard.entries.length === 0 ? takePicked(scene, card, text) : undefined;
  if (picked) return picked;
  const item = suggestRows(scene, card, text) ?? applyHeard(scene, heard) ?? goToNamed(scene, text);
  return item ?? suggestAmount(scene, card, text);
}

/** The items that are picked on the card that asks which. */
function takePicked(scene: RunScene, card: Card, text: string): Turn | undefined {
  if (card.step.type !== 'choose') return undefined;
  const value = itemsPicked(scene, card.step.list, text);
  return value.length > 0 ? takeCard(scene, card, { entries: [{ key: card.key, value }] }) : undefined;
}

/** "Työnvälitys käytössä" on the card for a service of one's own tells of a listed service of the same area. */
function isAllIn(card: Card, { entries }: Heard): boolean {
  const around = keyOf(itemsIn(card.at), '');
  return entries.length > 0 && entries.every(({ key }) => key.startsWith(around));
}

/** Writes what was heard, or asks first when something had to be guessed; undefined when nothing was said of items. */
function applyHeard(scene: RunScene, heard: Heard): Turn | undefined {
  const [first] = heard.named;
  if (heard.entries.length === 0) {
    const known = heard.certainty === 'sure' || (first && isChosen(scene, first));
    return first && known ? goToItem(scene, first) : undefined;
  }
  const presumed = presumedOf(scene, heard.entries);
  const certain = heard.certainty === 'sure' && presumed.length === 0;
  return certain
    ? takeSaid(scene, heard.entries, heard.left)
    : before(notReadReply(heard.unread), suggestReading(scene, [...heard.entries, ...presumed], heard.left));
}

/**
 * What has to hold for an answer to be asked at all, where it was not said: a usage rate alone does not say that a
 * service is in use, but probably it is.
 */
function presumedOf(scene: RunScene, entries: readonly Entry[]): Entry[] {
  const { instrument, run } = scene;
  const said = Object.assign({}, run.answers, answersFrom(entries));
  const presumed = new Map<string, Entry>();
  for (const { key } of entries) {
    const { items, last: field } = splitKey(key);
    for (const each of eachAround(instrument, field)) {
      if (typeof each.items === 'string' || !('equals' in each.items)) continue;
      const { input, value } = each.items.equals;
      const needed = keyOf(items, input);
      if (said[needed] === undefined && !holds(each.items, said, items.join('.')))
        presumed.set(needed, { key: needed, value });
    }
  }
  return [...presumed.values()];
}

/** The steps over lists that stand around a field. */
function eachAround(instrument: Instrument, field: string): EachStep[] {
  return (stepsAround(instrument).get(field) ?? []).filter(step => step.type === 'each');
}

/** A misspelt name leads nowhere that has not been chosen: "tavoitteet" is no wish for the area of "aloitteet". */
function isChosen({ instrument, run }: RunScene, { lists, items }: ItemPath): boolean {
  return chosenOf(instrument, lists[0] ?? '', run.answers).some(one => one === items[0]);
}
