/** A conversation beside a register that tells what it is told to: what is proposed, and what becomes of it. */
import type { ConversationContext } from '../../src/conversation/context.ts';
import type { Input } from '../../src/conversation/input.ts';
import type { Found, Offer, WayIn } from '../../src/conversation/prefilling/found.ts';
import type { Look } from '../../src/conversation/prefilling/source.ts';
import type { Press } from '../../src/conversation/press.ts';
import { newSession, type Session } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { content } from '../support/content.ts';
import { realContext, workbook } from '../support/real-context.ts';

export const DAY = '2026-11-28';

export const offer = (
  item: string,
  ways: readonly WayIn[],
  values: Readonly<Record<string, string>>,
): Offer => ({
  item,
  services: [item],
  ways,
  entries: Object.entries(values).map(([field, value]) => ({ key: `${item}.${field}`, value })),
  why: 'name',
  words: item,
});
export const PARKING = offer('environment.parking', ['electronic'], { status: 'inuse', application: 'full' });
export const WATER = offer('environment.water', ['electronic', 'form'], {
  status: 'inuse',
  application: 'partial',
});
export const BOATS = offer('culture.boat-berths', ['phone'], { status: 'none' });
export const PLOTS = offer('environment.plots', ['form'], { status: 'inuse', application: 'partial' });
export const FOUND: Found = {
  dialog: 'workbook',
  version: workbook.version,
  municipality: '091',
  day: DAY,
  sure: [PARKING, WATER, BOATS],
  unsure: [PLOTS],
  others: [
    {
      id: 'palstat',
      name: 'Viljelypalstat',
      under: 'environment',
      ways: ['phone'],
      entries: [{ field: 'status', value: 'none' }],
    },
    { id: 'kino', name: 'Elokuvateatteri', under: 'culture', ways: [], entries: [] },
  ],
  leftOut: 7,
};
export const NOTHING_ELSE: Found = { ...FOUND, unsure: [], others: [] };

/** `unasked`: the register has not been looked into for this turn. */
export type Knows = Look | 'unasked';

export function contextWith(knows: Knows): ConversationContext {
  const municipalities = content.register('municipalities');
  if (!municipalities) throw new Error('the municipalities are not there');
  const look = () => (knows === 'unasked' ? undefined : knows);
  return { ...realContext, prefill: { dialogs: ['workbook'], municipalities, look } };
}

type Act = Extract<Press, { do: 'prefill' }>['act'];

export const known = (found: Found = FOUND): Look => ({ kind: 'found', found });

export function chat(look: Knows = known(), session: Session = newSession('fi')) {
  let now: Session = session;
  let knows = look;
  return {
    say(text: string) {
      return this.take({ kind: 'text', text });
    },
    press(act: Act, more: Readonly<Record<string, string>> = {}) {
      const nonce = now.pending?.nonce ?? '0';
      return this.take({ kind: 'press', press: { do: 'prefill', act, nonce, ...more } });
    },
    fill() {
      return this.take({ kind: 'press', press: { do: 'command', name: 'prefill' } });
    },
    take(input: Input) {
      const turn = takeTurn({ context: contextWith(knows), session: now, now: 0 }, input);
      now = turn.session;
      return turn;
    },
    learn(next: Knows) {
      knows = next;
    },
    get session() {
      return now;
    },
    get answers() {
      return now.runs.workbook?.answers ?? {};
    },
    get prefilled() {
      return now.runs.workbook?.prefilled;
    },
    get open() {
      const { pending } = now;
      return pending?.kind === 'prefill' ? pending : undefined;
    },
  };
}

/** The municipality has been named, and what is sure is on the screen. */
export function atHelsinki(look: Knows = known()) {
  const one = chat(look);
  one.fill();
  one.say('Helsinki');
  return one;
}
