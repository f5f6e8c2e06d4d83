/** A person in Teams: reads the cards the bot sends and presses their buttons as Teams would. */
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { RealBot } from './real-bot.ts';
import type { RecordingConnector, Sent } from './recording-connector.ts';

interface Submit {
  readonly title: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly associatedInputs?: 'auto' | 'none';
}

interface Input {
  readonly id: string;
  readonly choices?: readonly { readonly value: string }[];
}

export interface TeamsPerson {
  /** What the bot sent for the last deed, oldest first. */
  readonly seen: readonly Sent[];
  /** Everything this person has been sent. */
  readonly all: readonly Sent[];
  do(activity: Readonly<Record<string, unknown>>): Promise<void>;
  /** Presses the button with this data on the latest card; its inputs are filled in first. */
  press(wanted: Readonly<Record<string, unknown>>, typed?: Readonly<Record<string, unknown>>): Promise<void>;
  /** Whether the latest card has such a button. */
  offers(wanted: Readonly<Record<string, unknown>>): boolean;
}

export function teamsPerson(
  bot: Pick<RealBot, 'call' | 'settled'>,
  connector: RecordingConnector,
  pressed: (value: unknown, fields: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>,
): TeamsPerson {
  let from = 0;
  const person: TeamsPerson = {
    get seen() {
      return connector.sent.slice(from);
    },
    get all() {
      return connector.sent;
    },
    async do(activity) {
      from = connector.sent.length;
      expect(await bot.call({ ...activity, id: randomUUID() })).toEqual({ status: 200 });
      await bot.settled();
    },
    async press(wanted, typed = {}) {
      const { sent, card } = latestCard(connector.sent);
      const button = submits(card).find(({ data }) => fits(data, wanted));
      if (!button) throw new Error(`no button ${JSON.stringify(wanted)} on ${JSON.stringify(card)}`);
      const value =
        button.associatedInputs === 'none' ? button.data : { ...button.data, ...filledIn(card), ...typed };
      await person.do(pressed(value, { replyToId: `sent-${connector.sent.indexOf(sent) + 1}` }));
    },
    offers: wanted => submits(latestCard(connector.sent).card).some(({ data }) => fits(data, wanted)),
  };
  return person;
}

function latestCard(sent: readonly Sent[]): { sent: Sent; card: unknown } {
  const one = sent.findLast(({ method, activity }) => method === 'POST' && activity.attachments?.length > 0);
  if (!one) throw new Error('no card yet');
  return { sent: one, card: one.activity.attachments[0].content };
}

function fits(data: Readonly<Record<string, unknown>>, wanted: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(wanted).every(([key, value]) => data[key] === value);
}

function submits(card: unknown): Submit[] {
  return parts(card).filter((part): part is Submit => typeOf(part) === 'Action.Submit');
}

/** The first choice of every choice there is, and a number where one is asked for. */
function filledIn(card: unknown): Readonly<Record<string, unknown>> {
  const inputs = parts(card).filter((part): part is Input => String(typeOf(part)).startsWith('Input.'));
  return Object.fromEntries(inputs.map(({ id, choices }) => [id, choices?.[0]?.value ?? '81,5']));
}

function typeOf(part: object): unknown {
  return 'type' in part ? part.type : undefined;
}

/** Every object in a card. */
function parts(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(parts)];
}
