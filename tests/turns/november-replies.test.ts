/** Everything that earlier versions said is read, and says the same as it did. */
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readOutboxEntry } from '../../src/bot/outbox-entry.ts';
import { LOCALES } from '../../src/conversation/locale.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import { render } from '../../src/presentation/render.ts';
import { readShare } from '../../src/turns/kept-share.ts';
import { readLine } from '../../src/turns/log-line.ts';
import { readReply } from '../../src/turns/stored-reply.ts';
import { content } from '../support/content.ts';
import { renderContext } from '../support/real-context.ts';
import { bytesOf, linesOf } from './november-bytes.ts';

const LOGS = ['log-conversations', 'log-every-reply', 'log-earlier', 'log-later'];
const SCREENS = ['cards', 'teams', 'text'] as const;
const storedSchema = z.object({
  said: z.array(z.looseObject({ kind: z.string(), notice: z.string().optional() })),
});

/** Each reply of a log as it was stored, and as it is read. */
function repliesIn(log: string) {
  return linesOf(log).flatMap(line => {
    const read = readLine(line)?.said ?? [];
    return storedSchema.parse(JSON.parse(line)).said.map((stored, index) => ({ stored, read: read[index] }));
  });
}

function textOf(reply: Reply): string {
  const said = render({ locale: 'fi', reply }, 'text', renderContext);
  return said.flatMap(({ text }) => text ?? []).join('\n');
}

describe.each(LOGS)('the lines of %s', log => {
  const replies = repliesIn(log);
  const read = replies.flatMap(one => one.read ?? []);

  it('are all read, and none is a reply withdrawn', () => {
    expect(linesOf(log).filter(line => readLine(line) === undefined)).toEqual([]);
    const lost = replies.filter(
      one => !one.read || (one.read.kind === 'notice' && one.read.notice === 'withdrawn'),
    );
    expect(lost).toEqual([]);
  });

  it.each(SCREENS)('are drawn on the screen %s in every language', screen => {
    const messages = read.flatMap(reply =>
      LOCALES.flatMap(locale => {
        const withdrawn = content.translate(locale)('bot:notices.withdrawn');
        const drawn = render({ locale, reply }, screen, renderContext).filter(
          ({ type }) => type === 'message',
        );
        return drawn.map(message => ({ kind: reply.kind, withdrawn: message.text === withdrawn, message }));
      }),
    );
    expect(messages.length).toBeGreaterThanOrEqual(read.length * LOCALES.length);
    expect(messages.filter(one => one.withdrawn)).toEqual([]);
    const unsaid = /\b(bot|quick-check|actions|sources|workbook):[a-z]|\{\{|undefined|NaN/;
    expect(messages.filter(({ message }) => unsaid.test(JSON.stringify(message)))).toEqual([]);
  });

  it('are read the same again once they have been carried', () => {
    expect(read.map(reply => readReply(JSON.parse(JSON.stringify(reply))))).toEqual(read);
  });
});

/** What each kind of that version's workbook is now. */
const NOW: Readonly<Record<string, readonly string[]>> = {
  'workbook-areas': ['question'],
  'workbook-services': ['question'],
  'workbook-service': ['question'],
  'workbook-benefit': ['question'],
  'workbook-own': ['question'],
  'workbook-target': ['question'],
  'workbook-area': ['question'],
  'workbook-whole': ['result'],
  'workbook-noted': ['answered', 'noted'],
  'workbook-did-you-mean': ['did-you-mean'],
  'workbook-refused': ['refused'],
  'workbook-status': ['status'],
  'workbook-explained': ['explanation'],
  'workbook-imported': ['imported'],
};

describe('every reply of November', () => {
  const then = linesOf('every-reply-in-finnish').map(line => z.string().parse(JSON.parse(line)));
  const pairs = repliesIn('log-every-reply').map((pair, index) => ({ ...pair, text: then[index] ?? '' }));

  it('has kept its kind, or the one that all instruments share now', () => {
    const wrong = pairs.filter(
      ({ stored, read }) => read && !(NOW[stored.kind] ?? [stored.kind]).includes(read.kind),
    );
    expect(wrong).toEqual([]);
    const kinds = pairs.map(({ stored }) => stored.kind);
    expect(Object.keys(NOW).filter(kind => !kinds.includes(kind))).toEqual([]);
  });

  /** Their figures are all that matters of them. */
  const FIGURES = ['workbook-area', 'workbook-whole', 'workbook-imported', 'result', 'result-shared'];

  it.each(FIGURES)('bears the same figures: %s', kind => {
    for (const { stored, read, text } of pairs) {
      if (stored.kind !== kind || !read) continue;
      expect(figuresIn(textOf(read))).toEqual(expect.arrayContaining(figuresIn(text)));
    }
  });

  it('names the services it named: own ones, and those of a list that comes in parts', () => {
    const own = pairs.filter(({ text }) => text.includes('Kunnan oma palvelu'));
    expect(own.length).toBe(2);
    for (const { read, text } of own) {
      const names = text.match(/Kunnan oma palvelu, jolla on pitkä nimi ja numero \d+/g) ?? [];
      expect(read && textOf(read).match(/Kunnan oma palvelu, jolla on pitkä nimi ja numero \d+/g)).toEqual(
        names,
      );
    }
  });
});

/** Shares and sums with their signs. */
/** Whichever space stands between a figure and its sign: November could break a line before the euro sign. */
function figuresIn(text: string): string[] {
  const figures = text.match(/[\d\u00a0 ,]*\d[\u00a0 ](%|€)|\d+\/\d+/g) ?? [];
  return figures.map(one => one.replaceAll('\u00a0', ' ').trim());
}

describe('what waits in the outbox', () => {
  it('is read, with where it goes', () => {
    const entries = linesOf('outbox').map(readOutboxEntry);
    expect(entries.filter(entry => entry === undefined)).toEqual([]);
    expect(entries.map(entry => entry?.said.reply.kind)).toContain('share-offered');
    for (const entry of entries) {
      if (entry) expect(render(entry.said, 'teams', renderContext).length).toBeGreaterThan(0);
    }
  });
});

describe('a result kept under a code', () => {
  it('is shown as it was', () => {
    const shared = readShare(bytesOf('share'));
    if (!shared) throw new Error('not read');
    const text = textOf({ kind: 'result-shared', ...shared });
    expect(shared.outcome.sections).toMatchObject([
      { kind: 'standing', stair: { low: 0, high: 0 } },
      { kind: 'actions' },
    ]);
    expect(text).toContain('25\u00a0%');
  });
});

const REF = { dialog: 'workbook', version: '1.0.0' };

/** What the conversations above did not happen to say. */
const MORE: readonly (readonly [string, object, string])[] = [
  [
    'a line that says itself whose place it takes',
    { kind: 'workbook-noted', ...REF, replaces: 'a', noted: { what: 'areas', areas: ['work'] } },
    'Palvelualueet: Työ ja yrittäminen',
  ],
  [
    'services of two areas that are both called own-1',
    {
      kind: 'workbook-noted',
      ...REF,
      noted: {
        what: 'services',
        services: [
          { id: 'own-1', name: 'Torit', answer: { status: 'planned' } },
          { id: 'own-1', name: 'Satama', answer: { status: 'inuse' } },
        ],
      },
    },
    'Torit: suunnitteilla; Satama: käytössä',
  ],
  [
    'a new service that was asked about',
    {
      kind: 'workbook-did-you-mean',
      ...REF,
      nonce: 'b',
      noted: { what: 'services', services: [{ id: 'own', name: 'Torit', answer: { status: 'none' } }] },
    },
    'Torit: ei käytössä eikä suunnitteilla',
  ],
  [
    'a name too long and a list too full',
    {
      kind: 'workbook-refused',
      ...REF,
      problems: [
        { field: 'name', code: 'too-long' },
        { field: 'own', code: 'too-many' },
      ],
    },
    'Palvelun nimi: Teksti on liian pitkä. Enimmäispituus on 120 merkkiä.',
  ],
  ['targets that were saved', { kind: 'workbook-noted', ...REF, nonce: 'c', noted: { what: 'target' } }, '…'],
  [
    'a card passed when none was on the screen',
    { kind: 'workbook-noted', ...REF, noted: { what: 'skipped', service: { id: 'own-2', name: 'Torit' } } },
    'Ohitettu: Torit',
  ],
];

describe('a reply of that month', () => {
  it.each(MORE)('%s', (_, stored, said) => {
    const reply = readReply(stored);
    if (!reply) throw new Error('not read');
    expect(textOf(reply)).toContain(said);
  });

  it('takes the place of the card that it took the place of', () => {
    const noted = { kind: 'workbook-noted', ...REF, noted: { what: 'target' } };
    expect(readReply({ ...noted, nonce: 'c' })).toMatchObject({ replaces: 'c' });
    expect(readReply({ ...noted, replaces: 'd' })).toMatchObject({ replaces: 'd' });
  });

  it('keeps the numbers that may have been meant', () => {
    const problems = [{ field: 'usageRate', code: 'ambiguous-share', candidates: [0.85, 85] }];
    expect(readReply({ kind: 'workbook-refused', ...REF, problems })).toMatchObject({
      problems: [{ key: 'usage-rate', rejection: { problem: 'ambiguous-share', candidates: [0.85, 85] } }],
    });
  });

  it.each([
    [{ kind: 'workbook-area', ...REF, nonce: '1', place: 'area:work', progress: { done: 1, total: 2 } }],
    [{ kind: 'workbook-noted', ...REF, noted: { what: 'everything' } }],
    [{ kind: 'workbook-explained', ...REF, card: 'constructor' }],
    [{ kind: 'workbook-own', ...REF, nonce: '1', place: 'nowhere', progress: { done: 1, total: 2 } }],
    [{ kind: 'help', commands: 'all' }],
    [{ kind: 'did-you-mean', ...REF, nonce: '1' }],
  ])('that is damaged is none: %j', stored => {
    expect(readReply(stored)).toBeUndefined();
  });
});
