/** A conversation that began without a language takes the first one that the channel names later, until the person chooses. */
import { expect, it } from 'vitest';
import type { ConversationContext } from '../../src/conversation/context.ts';
import type { Input } from '../../src/conversation/input.ts';
import type { Locale } from '../../src/conversation/locale.ts';
import { createTurns } from '../../src/turns/create-turns.ts';
import type { Delivery } from '../../src/turns/turns.ts';
import { content, stoodOn } from '../support/content.ts';
import { embeddedStore } from '../support/embedded-store.ts';

const context: ConversationContext = {
  offered: content.instruments.map(({ id }) => id),
  current: stoodOn,
  instrument: content.instrument,
  actions: content.actions,
  actionsVersion: content.actionsVersion,
  naming: content.naming,
  understand: () => ({ kind: 'reprompt' }),
  findPress: () => undefined,
  findCard: () => undefined,
};

const KEY = { channel: 'test', conversation: 'one' };
const JOINED: Input = { kind: 'joined' };
const START: Input = { kind: 'press', press: { do: 'command', name: 'start' } };
const HELP: Input = { kind: 'press', press: { do: 'command', name: 'help' } };
const chosen = (value: Locale): Input => ({ kind: 'press', press: { do: 'locale', value } });

type Step = readonly [input: Input, named: Locale | undefined, spoken: Locale];

it.each<[string, Step[]]>([
  [
    'nothing is ever named',
    [
      [JOINED, undefined, 'fi'],
      [START, undefined, 'fi'],
    ],
  ],
  [
    'the first message names it',
    [
      [JOINED, undefined, 'fi'],
      [START, 'sv', 'sv'],
    ],
  ],
  [
    'a later message names it',
    [
      [START, undefined, 'fi'],
      [HELP, undefined, 'fi'],
      [HELP, 'en', 'en'],
    ],
  ],
  [
    'it was named at the installation alone',
    [
      [JOINED, 'sv', 'sv'],
      [START, undefined, 'sv'],
      [HELP, 'en', 'en'],
    ],
  ],
  [
    'only the first counts',
    [
      [START, undefined, 'fi'],
      [HELP, 'sv', 'sv'],
      [HELP, 'en', 'sv'],
    ],
  ],
  [
    'it stays when no more is named',
    [
      [START, 'sv', 'sv'],
      [HELP, undefined, 'sv'],
    ],
  ],
  [
    'the person chose first',
    [
      [START, undefined, 'fi'],
      [chosen('en'), undefined, 'en'],
      [HELP, 'sv', 'en'],
    ],
  ],
  [
    'the person chose as it was named',
    [
      [START, undefined, 'fi'],
      [chosen('fi'), 'sv', 'fi'],
      [HELP, 'sv', 'fi'],
    ],
  ],
  [
    'the person chooses afterwards',
    [
      [START, 'sv', 'sv'],
      [chosen('fi'), 'sv', 'fi'],
      [HELP, 'sv', 'fi'],
    ],
  ],
])('%s', async (_when, steps) => {
  const turns = createTurns({ store: await embeddedStore(), context, now: () => 0, count: () => undefined });
  for (const [index, [input, named, spoken]] of steps.entries()) {
    const delivery: Delivery = {
      key: KEY,
      deliveryId: String(index),
      input,
      locale: named ?? 'fi',
      ...(named && { named }),
      out: { to: 'caller' },
    };
    const outcome = await turns.process(delivery);
    if (outcome.kind !== 'applied') throw new Error(outcome.kind);
    expect([index, ...outcome.said.map(({ locale }) => locale)]).toEqual([
      index,
      ...outcome.said.map(() => spoken),
    ]);
    expect((await turns.recall(KEY))?.locale).toBe(spoken);
  }
});
