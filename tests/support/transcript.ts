/** Runs a conversation written as a table: what the person does, and what the bot says to it. */
import { expect } from 'vitest';
import type { Answers } from '../../src/assessment/answers.ts';
import { type Outcome, sectionOf } from '../../src/assessment/outcome.ts';
import type { ConversationContext } from '../../src/conversation/context.ts';
import type { Effect } from '../../src/conversation/effect.ts';
import type { Input } from '../../src/conversation/input.ts';
import { type Locale, localeSchema } from '../../src/conversation/locale.ts';
import { pressSchema } from '../../src/conversation/press.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import { newSession, type Session } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { tellWorkbook } from './tell-workbook.ts';

/**
 * What the person does. Plain words are typed. `[yes]` presses an answer button of the open question, `[#back]` a
 * command drawn on it, `[/help]` one drawn elsewhere, `[@sv]` switches the language, `[?yes]` confirms, `[edit:plan]` changes an answer in the
 * summary, `[form a=full b=na]` sends the open form in, `[reason: …]` gives a reason, `[take-out:own-1.name]` takes out something of one's own, `[7!yes]` presses yes on the
 * question that bore the nonce 7, `<joined>` opens the chat. On a card of the workbook `[form building-permits=inuse]` sends
 * it in, and `[go:next]`, `[go:whole]` or `[go:service:work:startup-grants]` go on from it.
 */
type Row = readonly [does: string, says: string];

export interface Played {
  session: Session;
  replies: readonly Reply[];
  effects: readonly Effect[];
}

/** Plays the rows from a new session (or the one given) and compares every answer. Returns where it ended. */
export function play(
  context: ConversationContext,
  rows: readonly Row[],
  {
    locale = 'fi',
    session = newSession(locale),
    now = 0,
  }: { locale?: Locale; session?: Session; now?: number } = {},
): Played {
  let played: Played = { session, replies: [], effects: [] };
  for (const [index, [does, says]] of rows.entries()) {
    const turn = takeTurn(
      { context, session: stored(played.session), now: now + index },
      inputOf(does, played.session),
    );
    expect(`${does} → ${turn.replies.map(tell).join(' | ')}`).toBe(`${does} → ${says}`);
    played = { ...turn, effects: [...played.effects, ...turn.effects] };
  }
  return played;
}

/** As it comes back from the store; frozen, since what is written is also handed over as it is to the turn that follows. */
function stored(session: Session): Session {
  return frozen(JSON.parse(JSON.stringify(session)));
}

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

export function inputOf(does: string, session: Session): Input {
  if (does === '<joined>') return { kind: 'joined' };
  const bracket = /^\[(.*)\]$/s.exec(does)?.[1];
  if (bracket === undefined) return { kind: 'text', text: does };
  return { kind: 'press', press: pressSchema.parse(pressOf(bracket, session)) };
}

/** What each beginning of a bracket presses, the longest first where one begins another. */
const PRESSES: Readonly<Record<string, (rest: string, open: Open) => object>> = {
  '#': (name, { pending, nonce }) => ({ do: 'command', name, ...(pending && { nonce }) }),
  '/': name => ({ do: 'command', name }),
  '@': value => ({ do: 'locale', value: localeSchema.parse(value) }),
  '?': (value, { nonce }) => ({ do: 'confirm', nonce, value }),
  'take-out:': (key, { dialog }) => ({ do: 'take-out', dialog, ...(key !== '' && { key }) }),
  'open ': dialog => ({ do: 'command', name: 'start', dialog }),
  'edit:': to => ({ do: 'go', to }),
  'reason:': (value, { step, nonce }) => ({ do: 'reason', step, nonce, value: value.trim() }),
  'feedback:': value => ({ do: 'feedback', value }),
  'go:': (to, { pending, nonce }) => ({ do: 'go', to, ...(pending && { nonce }) }),
  form: sendForm,
};

interface Open {
  /** The one in hand. */
  readonly dialog: string | undefined;
  readonly pending: Session['pending'];
  readonly step: string;
  readonly nonce: string;
}

function pressOf(text: string, { pending, active: dialog }: Session): unknown {
  const step = pending && 'step' in pending ? pending.step : 'none';
  const open = { dialog, pending, step, nonce: pending?.nonce ?? '0' };
  const [beginning, press] = Object.entries(PRESSES).find(([start]) => text.startsWith(start)) ?? [];
  if (beginning !== undefined && press) return press(text.slice(beginning.length), open);
  const [, old, value] = /^(?:(\w+)!)?(.*)$/s.exec(text) ?? [];
  return { do: 'answer', step, nonce: old ?? open.nonce, value };
}

function sendForm(inputs: string, { step, nonce }: Open): object {
  const sent = pairs(inputs);
  const { onward, ...fields } = sent;
  const benefit = onward === undefined ? {} : { onward: step.replace(/[^.]+$/, onward.toLowerCase()) };
  return {
    do: 'form',
    step,
    nonce,
    ...benefit,
    ...(/\.statuses\.\d+$/.test(step) ? ofRows(fields) : fields),
  };
}

/** On a card of statuses, services are named by their ids alone. */
function ofRows(sent: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(sent).map(([id, value]) => [`${id}.status`, value]));
}

function pairs(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .trim()
      // Spaces of other kinds belong to a value.
      .split(/[ \n]+/)
      .filter(Boolean)
      .map(pair => pair.split('=')),
  );
}

/** A reply in a few words. */
function tell(reply: Reply): string {
  const told = tellWorkbook(reply);
  if (told !== undefined) return told;
  switch (reply.kind) {
    case 'question':
      return `question ${reply.step} ${reply.progress.position}/${reply.progress.total}${list(reply.values)}`;
    case 'answered':
      return `answered ${reply.step}${reply.skipped ? ' skipped' : list(reply.values)}`;
    case 'input-asked':
      return `input ${reply.input}`;
    case 'notice':
      return reply.notice;
    case 'rejected':
      return `rejected ${reply.rejection.problem}${'misses' in reply.rejection ? ` ${reply.rejection.misses}` : ''}`;
    case 'file-asked':
      return `file-asked ${reply.items.map(({ item }) => item).join(',')}`;
    case 'did-you-mean':
      return `did-you-mean ${reply.entries.map(({ value }) => value).join(' ')}`;
    case 'note-offered':
      return `note-offered ${reply.note}`;
    case 'explanation':
    case 'reason':
    case 'note-asked':
      return `${reply.kind} ${reply.step}`;
    case 'summary':
      return `summary ${Object.keys(reply.answers).length} answers`;
    case 'result':
      return `result ${stairOf(reply.outcome)}`;
    case 'status':
      return `status ${reply.progress.answered}/${reply.progress.total}`;
    case 'greeting':
      return reply.returning ? 'greeting again' : 'greeting';
    case 'confirm':
      return `sure ${reply.what}${reply.own ? ` ${reply.own.name}` : ''}`;
    case 'own-listed':
      return `own ${reply.things.map(({ name }) => name).join(', ')}`;
    default:
      return reply.kind;
  }
}

function list(values: Answers): string {
  const pairs = Object.entries(values);
  if (pairs.length === 0) return '';
  return pairs.length > 1 ? ` (${pairs.length})` : `=${pairs[0]?.[1]}`;
}

function stairOf(outcome: Outcome): string {
  const standing = sectionOf(outcome, 'standing');
  return standing ? `${standing.stair.low}–${standing.stair.high}` : 'told';
}
