/** Log lines, outbox entries and shares: each bears the version it was written in, and is read in every one that was. */
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readReminder, writeReminder } from '../../src/bot/kept-reminder.ts';
import { createTurns } from '../../src/turns/create-turns.ts';
import { readShare, writeShare } from '../../src/turns/kept-share.ts';
import { readLine, writeLine } from '../../src/turns/log-line.ts';
import { readEntry, writeEntry } from '../../src/turns/outbox-entry.ts';
import type { Delivery, LogLine } from '../../src/turns/turns.ts';
import { embeddedStore } from '../support/embedded-store.ts';
import { realContext } from '../support/real-context.ts';
import { bytesOf, linesOf } from './november-bytes.ts';

const contact = { kind: 'contact' } as const;
const line: LogLine = { id: 'a', at: 1, heard: { text: 'hei\n"ä"' }, locale: 'sv', said: [contact] };
const entry = { said: { locale: 'en', reply: contact }, reference: '{"to":"Aino"}' } as const;
const reminder = {
  reference: {
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    conversation: { id: 'a' },
    bot: 'b',
    user: 'c',
    at: 1,
  },
  until: 2,
};
const share = {
  dialog: 'quick-check',
  version: '1.0.0',
  outcome: {
    dialog: 'quick-check',
    version: '1.0.0',
    sections: [{ kind: 'actions' as const, ids: ['roadmap'] }],
  },
};

const FORMATS = [
  { name: 'a log line', read: readLine, written: writeLine(line), value: line, kept: linesOf('log-later') },
  { name: 'a log line with nothing heard', read: readLine, ...withoutHeard(), kept: linesOf('log-earlier') },
  {
    name: 'an outbox entry',
    read: readEntry,
    written: writeEntry(entry),
    value: entry,
    kept: linesOf('outbox'),
  },
  {
    name: 'a reminder',
    read: readReminder,
    written: writeReminder(reminder),
    value: reminder,
    // As it was written before reminders bore a version.
    kept: [JSON.stringify(reminder)],
  },
  { name: 'a share', read: readShare, written: writeShare(share), value: share, kept: [bytesOf('share')] },
];

function withoutHeard() {
  const { heard: _, ...value } = line;
  return { written: writeLine(value), value };
}

const stored = z.looseObject({ schema: z.unknown().optional() });
const withSchema = (text: string, schema: unknown) =>
  JSON.stringify({ ...stored.parse(JSON.parse(text)), schema });

describe.each(FORMATS)('$name', ({ read, written, value, kept }) => {
  it('bears its version, on one line, and reads back as it was', () => {
    expect(written).toMatch(/^\{"schema":2,/);
    expect(written).not.toContain('\n');
    expect(read(written)).toEqual(value);
  });

  it('is read as one of November where it bears no version', () => {
    expect(kept.filter(text => 'schema' in stored.parse(JSON.parse(text)))).toEqual([]);
    expect(kept.filter(text => read(text) === undefined)).toEqual([]);
  });

  it.each([3, 99, 0, -1, 1.5, '2', null, {}])('is of no form known here under the version %j', schema => {
    expect(read(withSchema(written, schema))).toBeUndefined();
  });

  it.each(['', '{', 'null', '[]', '"x"', '{}', '{"schema":2}', '{"schema":1}', '{"__proto__":{"schema":2}}'])(
    'is not read out of %s',
    text => {
      expect(read(text)).toBeUndefined();
    },
  );
});

describe('what only November could say', () => {
  const areas = { kind: 'workbook-explained', dialog: 'workbook', version: '1.0.0', card: 'areas' };
  const written = JSON.stringify({ ...line, said: [areas, contact] });

  it('is carried over from November alone: in a line of today it is a reply withdrawn, beside the others', () => {
    expect(readLine(written)?.said.map(({ kind }) => kind)).toEqual(['explanation', 'contact']);
    expect(readLine(withSchema(written, 2))?.said).toEqual([
      { kind: 'notice', notice: 'withdrawn' },
      contact,
    ]);
  });

  it('takes an entry of today off the outbox, as does a reply that is damaged in one of November', () => {
    const now = { said: { locale: 'fi', reply: areas }, reference: '{}' };
    expect(readEntry(JSON.stringify(now))?.said.reply.kind).toBe('explanation');
    expect(readEntry(JSON.stringify({ ...now, schema: 2 }))).toBeUndefined();
    expect(readEntry(JSON.stringify({ ...now, said: { locale: 'fi', reply: null } }))).toBeUndefined();
  });
});

describe('a turn', () => {
  const said = (out: Delivery['out']): Delivery => ({
    key: { channel: 'c', conversation: 'v' },
    deliveryId: '1',
    input: { kind: 'text', text: 'yhteystiedot' },
    locale: 'fi',
    out,
  });

  it('leaves entries in the outbox and lines in the log with their versions', async () => {
    const store = await embeddedStore();
    const turns = createTurns({ store, context: realContext, now: () => 7, count: () => undefined });
    await turns.process(said({ to: 'outbox', reference: 'there' }));
    await turns.process({ ...said({ to: 'log' }), deliveryId: '2' });
    const { outbox } = await store.load(said({ to: 'caller' }).key);
    const [logged] = await store.readLog(said({ to: 'caller' }).key, undefined, 1);
    expect(outbox.map(({ value }) => value)).toEqual([
      writeEntry({ said: { locale: 'fi', reply: contact }, reference: 'there' }),
    ]);
    expect(readLine(logged?.value ?? '')).toMatchObject({ at: 7, locale: 'fi', said: [contact] });
    expect(logged?.value).toMatch(/^\{"schema":2,/);
  });

  it('passes over a share of a newer version as over a code that nobody gave', async () => {
    const store = await embeddedStore();
    await store.claim('share\nABCD-2345', withSchema(writeShare(share), 99), 60_000);
    await store.claim('share\nABCD-2346', bytesOf('share'), 60_000);
    const turns = createTurns({ store, context: realContext, now: () => 7, count: () => undefined });
    const given = async (code: string, deliveryId: string) => {
      const outcome = await turns.process({
        ...said({ to: 'caller' }),
        deliveryId,
        input: { kind: 'share-code', code },
      });
      return 'said' in outcome ? outcome.said.map(({ reply }) => reply) : [];
    };
    expect(await given('ABCD-2345', '1')).toEqual(await given('ABCD-2347', '2'));
    expect(await given('ABCD-2346', '3')).toMatchObject([{ kind: 'result-shared', dialog: 'quick-check' }]);
  });
});
