/** Takes what a person accepted of a register's proposals, and nothing else. */

import { type Entry, keyOf, splitKey } from '../../assessment/answers.ts';
import { NAME } from '../../assessment/names-in.ts';
import { freeItem } from '../../assessment/rows.ts';
import { ask, prefillReply } from '../asking.ts';
import { before, type RunScene, say, type Turn, withPending, withRun } from '../context.ts';
import type { Press } from '../press.ts';
import { refusedReply } from '../refuse.ts';
import type { Pending } from '../session.ts';
import { choosingItemsOf, showNext, showOpen } from '../show.ts';
import { write } from '../write.ts';
import { entriesFor, nextOffered, statesOf } from './offers.ts';
import { showOffered, takeWhere, told } from './prefill.ts';

export type PrefillPress = Press & { do: 'prefill' };
export type Prefilling = Extract<Pending, { kind: 'prefill' }>;

/** A press on a card of proposals, or of the municipality. */
export function pressedPrefill(scene: RunScene, press: PrefillPress): Turn {
  const { pending } = scene.session;
  if (pending?.kind === 'prefill-where') return takeWhere(scene, press.value ?? '');
  if (pending?.kind !== 'prefill') return showOpen(scene);
  const all = [...pending.offers, ...pending.others].map((_, index) => index);
  switch (press.act) {
    case 'all':
      return takeChosen(scene, pending, all);
    case 'none':
      return takeChosen(scene, pending, []);
    case 'take':
      return takeChosen(scene, pending, placesIn(press.chosen));
    case 'enough':
      return leavePrefill(scene, pending);
    case 'change':
      return changeOne(scene, pending, press.one === undefined ? 'some' : Number(press.one));
    case 'set':
      return setOne(scene, pending, press);
    case 'where':
      return showOpen(scene);
  }
}

function placesIn(chosen: string | undefined): number[] {
  return (chosen ?? '').split(',').flatMap(one => (/^\d{1,3}$/.test(one) ? [Number(one)] : []));
}

/** Writes what was chosen; what was not is decided too, and not offered again. */
export function takeChosen(scene: RunScene, pending: Prefilling, chosen: readonly number[]): Turn {
  const { offers, others } = pending;
  const taken = offers.filter((_, index) => chosen.includes(index));
  const added = others.filter((_, index) => chosen.includes(offers.length + index));
  const entries = [...taken.flatMap(offer => offer.entries), ...ownItems(scene, added)];
  const open = withPending(scene, undefined);
  const written = write(open, entries);
  if (written.kind === 'refused') return say(scene.session, [refusedReply(scene, written.problems)]);
  const left = offers.filter(offer => !taken.includes(offer)).map(({ item }) => item);
  const decided = [...left, ...others.map(({ id }) => id)];
  const own = new Set(pending.own);
  const sourced = entries.filter(({ key }) => !own.has(splitKey(key).items.join('.')));
  const placed = choosingItemsOf(written.scene, entries);
  return goOn(withSources(placed, pending, { sourced, decided }), pending, entries.length);
}

/** Goes on with the next part; when there is none, with the instrument. */
function goOn(scene: RunScene, { municipality, day }: Prefilling, count: number): Turn {
  const look = scene.context.prefill?.look?.({ dialog: scene.run.dialog, municipality });
  const line = told(scene, municipality, { what: 'taken', day, count });
  if (!look) {
    const wish = { kind: 'look-up', dialog: scene.run.dialog, municipality } as const;
    const turn = before([line], showNext(scene));
    return { ...turn, effects: [...turn.effects, wish] };
  }
  const next = look.kind === 'found' ? nextOffered(scene.run, look.found) : undefined;
  const done = told(scene, municipality, { what: 'done', day });
  const ending = look.kind === 'found' ? [done] : [];
  const turn =
    next && look.kind === 'found' ? showOffered(scene, look.found, next) : before(ending, showNext(scene));
  const counted = { kind: 'count', counter: 'prefilled' } as const;
  return { ...before([line], turn), effects: [counted, ...turn.effects] };
}

/** Services of the municipality's own, as items that somebody added. */
function ownItems(scene: RunScene, added: Prefilling['others']): Entry[] {
  const list = Object.entries(scene.instrument.lists).find(([, one]) => 'of' in one);
  if (!list || !('of' in list[1])) return [];
  const [id, { of }] = list;
  let answers = scene.run.answers;
  return added.flatMap(({ name, under, entries }) => {
    const at = [{ list: of, item: under }];
    const item = freeItem(scene.instrument, id, { at, answers });
    const key = (field: string) => keyOf([under, item], field);
    answers = { ...answers, [key(NAME)]: name };
    return [
      { key: key(NAME), value: name },
      ...entries.map(({ field, value }) => ({ key: key(field), value })),
    ];
  });
}

interface Decided {
  /** Answers that stand as the register told them. */
  readonly sourced: readonly Entry[];
  readonly decided: readonly string[];
}

/** The run with the day of the register on answers that stand as it told them. */
export function withSources(
  scene: RunScene,
  { municipality, day }: Pick<Prefilling, 'municipality' | 'day'>,
  { sourced, decided }: Decided,
): RunScene {
  const { run } = scene;
  const before = run.prefilled ?? { municipality, day, sources: {}, ways: {}, decided: [] };
  const kept = sourced.filter(({ key, value }) => run.answers[key] === value && !key.endsWith(`.${NAME}`));
  return withRun(scene, {
    prefilled: {
      ...before,
      sources: { ...before.sources, ...Object.fromEntries(kept.map(({ key }) => [key, day])) },
      decided: [...new Set([...before.decided, ...decided])].slice(-MOST_DECIDED),
    },
  });
}

const MOST_DECIDED = 1000;

/** The rest is left for another time: it is offered again when it is asked for. */
export function leavePrefill(scene: RunScene, { municipality, day }: Prefilling): Turn {
  const line = told(scene, municipality, { what: 'taken', day, count: 0 });
  return before([line], showNext(withPending(scene, undefined)));
}

/** Asks how one of them is. */
export function changeOne(scene: RunScene, pending: Prefilling, changing: number | 'some'): Turn {
  const known = changing === 'some' || pending.offers[changing] !== undefined;
  return again(scene, { ...pending, changing: known ? changing : 'some' });
}

function setOne(scene: RunScene, pending: Prefilling, { one, value }: PrefillPress): Turn {
  const place = one !== undefined && one !== '' ? Number(one) : pending.changing;
  const offer = typeof place === 'number' ? pending.offers[place] : undefined;
  if (!offer || value === undefined || !statesOf(offer).includes(value)) return again(scene, pending);
  const offers = pending.offers.map((one, index) =>
    index === place ? { ...one, entries: entriesFor(one.item, value) } : one,
  );
  const { changing: _done, ...rest } = pending;
  return again(scene, { ...rest, offers, own: [...new Set([...pending.own, offer.item])] });
}

/** The card with what has changed on it, under a new nonce. */
function again(scene: RunScene, pending: Prefilling): Turn {
  return ask(
    scene,
    nonce => ({ ...pending, nonce }),
    now => prefillReply(scene, now),
  );
}
