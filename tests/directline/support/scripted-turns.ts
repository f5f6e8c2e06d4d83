import * as z from 'zod';
import type { Reply, Said } from '../../../src/conversation/reply.ts';
import type { OutgoingActivity } from '../../../src/presentation/activity.ts';
import { StoreUnavailable } from '../../../src/store/port.ts';
import { writeLine } from '../../../src/turns/log-line.ts';
import type { Delivery, LogLine, TurnOutcome, Turns } from '../../../src/turns/turns.ts';
import type { ChannelStore } from './controlled-store.ts';

const recordSchema = z.object({ seen: z.array(z.string()) });

/**
 * Turns with a tiny script instead of a dialog: `ask N` asks a question, `done N` answers it, `many N` says N
 * things, `much` says something very long, and `busy`, `crash` and `broken` go wrong each in its own way.
 */
export function createScriptedTurns(store: ChannelStore, now: () => number) {
  const deliveries: Delivery[] = [];
  const turns: Pick<Turns, 'process'> = {
    process: async delivery => {
      deliveries.push(delivery);
      const text = delivery.input.kind === 'text' ? delivery.input.text : '';
      if (text === 'busy') return { kind: 'busy' };
      if (text.startsWith('crash')) throw new Error(`said: ${text}`);
      return attempts(store, delivery, now());
    },
  };
  return { turns, deliveries };
}

async function attempts(store: ChannelStore, delivery: Delivery, at: number): Promise<TurnOutcome> {
  try {
    for (;;) {
      const outcome = await attempt(store, delivery, at);
      if (outcome) return outcome;
    }
  } catch (error) {
    if (error instanceof StoreUnavailable) return { kind: 'unavailable' };
    throw error;
  }
}

async function attempt(
  store: ChannelStore,
  delivery: Delivery,
  at: number,
): Promise<TurnOutcome | undefined> {
  const { key, deliveryId } = delivery;
  const loaded = await store.load(key);
  const { seen } = recordSchema.parse(JSON.parse(loaded.record ?? '{"seen":[]}'));
  if (seen.includes(deliveryId)) return { kind: 'repeated', said: [] };
  const said = repliesTo(delivery);
  const line = lineOf(delivery, said, at);
  const outcome = await store.commit(key, {
    expected: loaded.version,
    record: JSON.stringify({ seen: [...seen, deliveryId] }),
    log: [writeLine(line)],
  });
  if (outcome.kind !== 'committed') return undefined;
  const [entryId = ''] = outcome.logIds;
  return {
    kind: 'applied',
    said: said.map(reply => ({ locale: delivery.locale, reply })),
    outboxIds: [],
    logged: { before: loaded.version, after: outcome.version, entryId, line },
  };
}

function lineOf({ deliveryId, locale, out }: Delivery, said: readonly Reply[], at: number): LogLine {
  const heard = out.to === 'log' && out.heard ? { heard: out.heard } : {};
  return { id: deliveryId, at, ...heard, locale, said };
}

const ABOUT = { dialog: 'quick-check', version: '1.0.0' };
const PROGRESS = { answered: 0, total: 3, position: 1 };

function repliesTo({ input }: Delivery): readonly Reply[] {
  if (input.kind === 'joined') return [{ kind: 'greeting', returning: false }];
  if (
    input.kind === 'file' ||
    input.kind === 'called' ||
    input.kind === 'looked-up' ||
    input.kind === 'look-beside' ||
    input.kind === 'share-code' ||
    input.kind === 'resume-code' ||
    input.kind === 'entries'
  )
    return [];
  if (input.kind === 'unreadable') return [{ kind: 'notice', notice: 'unreadable' }];
  if (input.kind === 'left' || input.kind === 'edited' || input.kind === 'file-refused') return [];
  if (input.kind === 'press') return [{ kind: 'notice', notice: 'note-saved' }];
  const [verb, nonce = ''] = input.text.split(' ');
  const { nonce: replaces, ...answered } = { ...ABOUT, step: 'need', nonce, progress: PROGRESS, values: {} };
  const question = { ...ABOUT, step: 'need', nonce, progress: PROGRESS, values: {} };
  if (verb === 'ask') return [{ kind: 'question', ...question }];
  if (verb === 'noted') {
    const areas = {
      ...ABOUT,
      dialog: 'workbook',
      step: 'areas',
      progress: PROGRESS,
      values: { areas: ['work'] },
    };
    return [{ kind: 'answered', ...areas, replaces: nonce, skipped: false }];
  }
  if (verb === 'done')
    return [
      { kind: 'answered', ...answered, replaces, skipped: false },
      { kind: 'help', commands: [] },
    ];
  if (verb === 'erase') return [{ kind: 'notice', notice: 'erased' }];
  if (verb === 'many') return Array.from({ length: Number(nonce) }, () => ({ kind: 'about' }));
  if (verb === 'much') return Array.from({ length: 40 }, () => ({ kind: 'human' }));
  if (verb === 'broken') return [{ kind: 'contact' }, { kind: 'about' }];
  return [{ kind: 'notice', notice: 'thanks' }];
}

/** Draws the script's replies: the greeting becomes two activities, an answer takes its question's id. */
export function renderScript({ reply }: Said): readonly OutgoingActivity[] {
  switch (reply.kind) {
    case 'greeting':
      return [
        { type: 'message', text: 'hei' },
        { type: 'event', name: 'greeted' },
      ];
    case 'question':
      return [{ type: 'message', id: `q-${reply.nonce}`, text: reply.kind }];
    case 'answered':
      return [{ type: 'message', id: `q-${reply.replaces}`, text: reply.kind }];
    case 'notice':
      return [{ type: 'message', text: reply.notice }];
    case 'human':
      return [{ type: 'message', text: 'x'.repeat(1_000_000) }];
    case 'contact':
      throw new Error('this reply cannot be drawn');
    default:
      return [{ type: 'message', text: reply.kind }];
  }
}
