/**
 * One turn as a channel sees it, without channel and store: read what was kept, take, draw, and write both as JSON. Bundled once
 * for each revision that is compared (`bundle-revision.ts`): what is imported from `src/` and `tests/` is that revision's.
 */
import * as z from 'zod';
import type { Turn } from '../../src/conversation/context.ts';
import type { Input } from '../../src/conversation/input.ts';
import { type Press, pressSchema } from '../../src/conversation/press.ts';
import { newSession, type Session } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import type { RenderContext } from '../../src/presentation/context.ts';
import { render } from '../../src/presentation/render.ts';
import { NOTHING_REMEMBERED, readRecord, writeRecord } from '../../src/turns/record.ts';
import { content } from '../../tests/support/content.ts';
import { realContext } from '../../tests/support/real-context.ts';

/** Up to 28 November 2026 an instrument was called a definition, and looked up by that name. */
interface NamedEarlier {
  readonly definition: unknown;
}

const drawing: RenderContext & NamedEarlier = {
  translate: content.translate,
  instrument: content.instrument,
  definition: Reflect.get(content, 'definition'),
  actions: content.actions,
  actionsVersion: content.actionsVersion,
  offered: Array.isArray(content.instruments) ? content.instruments.map(({ id }) => id) : [],
  publicUrl: 'https://bot.example',
  contact: { unit: 'Kokeilun neuvonta' },
  retentionDays: 30,
};

/** What a person has before them: the session as it is stored, and the cards of the latest turn. */
export interface Seen {
  readonly session: string;
  readonly cards: string;
}

export type Said = { text: string } | { press: unknown };

export const BEFORE: Seen = { session: written(newSession('fi')), cards: '[]' };

export function take({ session: stored }: Seen, said: Said): Seen {
  const session = read(stored);
  const turn = turnOf(session, inputOf(said));
  const drawn = turn.replies.flatMap(reply =>
    render({ locale: turn.session.locale, reply }, 'cards', drawing),
  );
  return { session: written(turn.session), cards: JSON.stringify(drawn) };
}

/** As the turns of the revision read it. */
function read(stored: string): Session {
  const read = readRecord(stored);
  if (read.kind !== 'read') throw new Error(`${read.kind}: ${stored}`);
  return read.record.session;
}

function written(session: Session): string {
  return writeRecord({ session, ...NOTHING_REMEMBERED });
}

/** In either shape the turn had: revisions up to November 2026 took what they needed one by one. */
function turnOf(session: Session, input: Input): Turn {
  const scene: readonly unknown[] = [{ context: realContext, session, now: 1 }, input];
  const apart: readonly unknown[] = [realContext, session, input, 1];
  return Reflect.apply(takeTurn, undefined, takeTurn.length === scene.length ? scene : apart);
}

function inputOf(said: Said): Input {
  if ('text' in said) return { kind: 'text', text: said.text };
  const press: Press = pressSchema.parse(said.press);
  return { kind: 'press', press };
}

/** Answers that a stored session holds, counted value by value: revisions nest them differently. */
export function answersKept({ session }: Seen): number {
  // Before the JSON may stand the sum by which its build vouches for it.
  return answersIn(JSON.parse(session.slice(session.indexOf('{'))));
}

const nestSchema = z.record(z.string(), z.unknown());

function answersIn(value: unknown): number {
  const nest = nestSchema.safeParse(value).data ?? {};
  return Object.entries(nest).reduce(
    (sum, [key, inner]) => sum + (key === 'answers' ? leavesIn(inner) : answersIn(inner)),
    0,
  );
}

function leavesIn(value: unknown): number {
  const nest = nestSchema.safeParse(value).data;
  return nest ? Object.values(nest).reduce<number>((sum, inner) => sum + leavesIn(inner), 0) : 1;
}
