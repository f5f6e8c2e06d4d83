/** A workbook that was half filled in an earlier version goes on with the same answers, at the same card. */
import { describe, expect, it } from 'vitest';
import { fileOf } from '../../src/assessment/scoring/workbook/file-of.ts';
import { workbookOf } from '../../src/assessment/scoring/workbook/workbook-instrument.ts';
import { pressSchema } from '../../src/conversation/press.ts';
import type { Session } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { realContext, workbook } from '../support/real-context.ts';
import { play } from '../support/transcript.ts';
import { bytesOf, sessionIn } from './november-bytes.ts';

const FILLED = ['workbook-card', 'workbook-reading', 'workbook-beside', 'workbook-statuses'];

function fileIn({ runs }: Session) {
  return fileOf(workbookOf(workbook), runs.workbook?.answers ?? {});
}

describe('the answers of a workbook', () => {
  it.each(FILLED)('in record-%s are what that version exported', name => {
    expect(fileIn(sessionIn(`record-${name}`))).toEqual(JSON.parse(bytesOf(`answers-${name}`)));
  });

  it.each(['schema-1', 'schema-3'])('are the same in the versions around it (%s)', schema => {
    expect(fileIn(sessionIn(`${schema}-workbook-reading`))).toEqual(
      JSON.parse(bytesOf('answers-workbook-reading')),
    );
  });

  it('stand beside a finished quick check and its result, in hand or not', () => {
    const last = { dialog: 'quick-check', low: 0, high: 0 };
    expect(sessionIn('record-workbook-reading')).toMatchObject({ active: 'workbook', last });
    expect(sessionIn('record-workbook-beside')).toMatchObject({ active: 'quick-check', last });
    expect(sessionIn('record-workbook-beside').runs['quick-check']?.stage).toBe('finished');
  });
});

type Rows = [string, string][];

const ON_TO_THE_RESULT: Rows = [
  ['[form website=inuse e-forms=planned]', 'noted participation 2+1-0 | service website'],
  ['kaikki täysin digitaalisia, käyttöaste 90', 'noted website inuse phases(7) 90 | service feedback'],
  ['[/finish]', 'whole 56/88/79 open'],
];

const GOES_ON: readonly (readonly [record: string, rows: Rows])[] = [
  [
    'record-workbook-card',
    [
      [
        '[form hourly-price=40 yearly-cost=100 minutes-saved=12 cases=200]',
        'noted benefit | services participation 1',
      ],
      ...ON_TO_THE_RESULT,
    ],
  ],
  [
    'record-workbook-reading',
    [
      ['joo', 'noted building-permits inuse 70'],
      ['takaisin', 'services environment 1'],
    ],
  ],
  [
    'record-workbook-reading',
    [
      ['[?no]', 'kept-as-is'],
      [
        '[form hourly-price=40 yearly-cost=100 minutes-saved=12 cases=200]',
        'noted benefit | services participation 1',
      ],
    ],
  ],
  ['schema-1-workbook-reading', [['[?yes]', 'noted building-permits inuse 70']]],
  ['schema-3-workbook-reading', [['[?yes]', 'noted building-permits inuse 70']]],
  ['schema-1-workbook-erase', [['ei', 'kept-as-is | services work 0']]],
  ['schema-3-workbook-erase', [['[?no]', 'kept-as-is | services work 0']]],
  ['record-workbook-own', [['joo', 'noted Kirjastoauto inuse | service Kirjastoauto']]],
  [
    'record-workbook-statuses',
    [['[form job-matching=inuse startup-grants=none]', 'noted work 1+0-1 | service job-matching']],
  ],
  [
    'record-workbook-figures',
    [
      ['seuraava', 'services participation 1'],
      ['satamapalvelut', 'service Satamapalvelut'],
    ],
  ],
  ['record-workbook-whole', [['jatka', 'services participation 1'], ...ON_TO_THE_RESULT]],
  [
    'record-workbook-beside',
    [
      ['[/finish]', 'result 0–0'],
      ['työkirja', 'services participation 1'],
      ['[/finish]', 'whole 57/83/75 open'],
      ['aloita pikatesti', 'sure restart'],
      ['kyllä', 'question need 1/13'],
    ],
  ],
];

describe('a workbook that was open', () => {
  it.each(GOES_ON)('%s takes what comes next', (name, rows) => {
    play(realContext, rows, { session: sessionIn(name) });
  });

  it('never gives a new service the id of an earlier one', () => {
    const { session } = play(realContext, [['joo', 'noted Kirjastoauto inuse | service Kirjastoauto']], {
      session: sessionIn('record-workbook-own'),
    });
    expect(fileIn(session)).toMatchObject({
      areas: {
        work: {
          own: [
            { id: 'own-1', name: 'Satamapalvelut' },
            { id: 'own-2', name: 'Torikauppa' },
            { id: 'own-3', name: 'Kirjastoauto' },
          ],
        },
      },
    });
  });

  it('takes no press of an older card, and loses nothing by it', () => {
    const session = sessionIn('record-workbook-card');
    const press = pressSchema.parse({
      do: 'form',
      step: 'work.statuses.1',
      nonce: '3',
      'job-matching.status': 'none',
    });
    const turn = takeTurn({ context: realContext, session, now: 0 }, { kind: 'press', press });
    expect(turn.replies).toMatchObject([
      { kind: 'notice', notice: 'stale' },
      { kind: 'question', step: 'work.job-matching.benefit', nonce: session.pending?.nonce },
    ]);
    expect(turn.session.runs).toEqual(session.runs);
  });
});

const SOMEWHERE_ELSE = {
  do: 'workbook-form',
  place: 'service:work:job-matching',
  nonce: '5',
  usageRate: '10',
};
const BENEFIT = { kind: 'question', step: 'work.job-matching.benefit', nonce: 'n' };

const STALE = { kind: 'notice', notice: 'stale' };
const ALREADY_OPEN = { kind: 'notice', notice: 'already-open' };

describe('the buttons that an earlier workbook left on the screen', () => {
  it.each([
    ['its command', { do: 'command', name: 'workbook' }, [ALREADY_OPEN, BENEFIT]],
    ['a card of long ago', SOMEWHERE_ELSE, [STALE, BENEFIT]],
    ['a way to another card', { do: 'workbook-go', to: 'service:work:integration' }, [STALE, BENEFIT]],
    ['the way onward', { do: 'workbook-go', to: 'next', nonce: 'k' }, [STALE, BENEFIT]],
    [
      'the whole result',
      { do: 'workbook-go', to: 'whole' },
      [{ kind: 'result', dialog: 'workbook', open: true }],
    ],
  ])('%s leads to what is open, or to the result', (_, pressed, shown) => {
    const session = sessionIn('record-workbook-card');
    const turn = takeTurn(
      { context: realContext, session, now: 0 },
      { kind: 'press', press: pressSchema.parse(pressed) },
    );
    expect(turn.replies).toMatchObject(shown);
    expect(fileIn(turn.session)).toEqual(fileIn(session));
  });

  it('leads back into the workbook where the quick check was in hand', () => {
    const press = pressSchema.parse({ do: 'command', name: 'workbook' });
    const turn = takeTurn(
      { context: realContext, session: sessionIn('record-workbook-beside'), now: 0 },
      { kind: 'press', press },
    );
    expect(turn.replies).toMatchObject([{ kind: 'question', step: 'participation.statuses.1' }]);
    expect(turn.session.active).toBe('workbook');
  });
});
