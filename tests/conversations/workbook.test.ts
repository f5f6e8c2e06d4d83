/** The workbook by cards and buttons: from the choice of areas to the whole municipality, and every detour. */
import { describe, expect, it } from 'vitest';
import { sectionOf } from '../../src/assessment/outcome.ts';
import { assessWorkbook } from '../../src/assessment/scoring/workbook/assess-workbook.ts';
import { workbookOf } from '../../src/assessment/scoring/workbook/workbook-instrument.ts';
import { measureLines, stairLine } from '../../src/assessment/scoring/workbook/workbook-lines.ts';
import type { Section } from '../../src/assessment/sections/section.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import { sessionSchema } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { realContext, workbook } from '../support/real-context.ts';
import { type Played, play } from '../support/transcript.ts';

type Rows = [string, string][];

const FULL =
  'application=full initiation=full handling=full decision=full invoicing=full archiving=full supervision=full';

const TO_FIRST_AREA: Rows = [
  ['[open workbook]', 'areas?'],
  ['[form areas=work,participation]', 'noted areas work,participation | services work 0'],
];

const FIRST_AREA: Rows = [
  ...TO_FIRST_AREA,
  [
    '[form jobseeker-meetings=inuse job-matching=inuse recruitment=planned startup-grants=none]',
    'noted work 2+1-1 | service jobseeker-meetings',
  ],
  [
    `[form ${FULL} usage-rate=85 cases=1000]`,
    'noted jobseeker-meetings inuse phases(7) 85 1000 | service job-matching',
  ],
  [
    '[form application=full invoicing=na archiving=manual usage-rate=80 cases=3000]',
    'noted job-matching inuse phases(3) 80 3000 | area work 50/75/81',
  ],
];

const WHOLE: Rows = [
  ...FIRST_AREA,
  ['[go:next]', 'services participation 0'],
  ['[form feedback=inuse]', 'noted participation 1+0-0 | service feedback'],
  [
    `[form ${FULL} usage-rate=90 cases=100]`,
    'noted feedback inuse phases(7) 90 100 | area participation 100/100/90',
  ],
  ['[go:next]', 'whole 60/83/81'],
];

describe('the workbook by cards', () => {
  it('goes from the choice of areas to the whole municipality, with the measures of the model', () => {
    const played = play(realContext, WHOLE);
    const result = assessWorkbook(workbookOf(workbook), answersIn(played));
    const { sections } = wholeOf(played).outcome;
    expect(sections.filter(({ kind }) => kind === 'headline').at(-1)).toEqual({
      kind: 'headline',
      line: stairLine(result.stair),
    });
    expect(linesIn(sections)).toEqual(expect.arrayContaining(measureLines(result)));
    expect(sectionOf({ sections }, 'rows')?.rows.map(({ item, remark }) => [item.id, remark])).toEqual([
      ['work', stairLine(result.areas[4]?.evidence.stair ?? null)],
      ['participation', stairLine(result.areas[5]?.evidence.stair ?? null)],
    ]);
    const counted = played.effects.flatMap(effect => (effect.kind === 'count' ? [effect.counter] : []));
    expect(counted.filter(one => one === 'started' || one === 'finished')).toEqual(['started', 'finished']);
  });

  it('keeps the quick check beside it, and says where the evidence differs', () => {
    const quick = play(realContext, [
      ['[/start]', 'question need 1/13'],
      ['[yes]', 'answered need=yes | question started 2/13'],
    ]);
    const begun = quick.session.runs['quick-check'];
    if (!begun) throw new Error('no quick check');
    const run = { ...begun, answers: { ...begun.answers, 'usage-rate': 95, 'phase-application': 'manual' } };
    const session = { ...quick.session, runs: { 'quick-check': run } };
    const played = play(realContext, WHOLE, { session });
    expect(sectionOf(wholeOf(played).outcome, 'compare')?.differences).toEqual([
      { input: 'usage-rate', selfEstimate: 95, evidence: expect.closeTo(81.463, 2) },
      { input: 'phase-application', selfEstimate: 'manual', evidence: 'full' },
    ]);
    const back = play(realContext, [['[open quick-check]', 'question started 2/13']], {
      session: played.session,
    });
    expect(back.session.runs).toMatchObject({
      'quick-check': { answers: { need: 'yes' } },
      workbook: { answers: { areas: ['work', 'participation'] } },
    });
  });

  it('asks for the benefit on a second card, and leaves out what lacks an input', () => {
    const played = play(realContext, [
      ...TO_FIRST_AREA,
      ['[form job-matching=inuse recruitment=inuse]', 'noted work 2+0-0 | service job-matching'],
      ['[form usage-rate=85 onward=BENEFIT]', 'noted job-matching inuse 85 | benefit job-matching'],
      [
        '[form cases=1200 hourly-price=40 minutes-saved=15 minutes-handling=3]',
        'refused minutes-saved:twice',
      ],
      [
        '[form cases=1200 hourly-price=40 yearly-cost=5000 minutes-saved=15]',
        'noted benefit | service recruitment',
      ],
      ['[form usage-rate=50 onward=BENEFIT]', 'noted recruitment inuse 50 | benefit recruitment'],
      ['[form hourly-price=40]', 'noted benefit | area work 100/–/68'],
      ['[#finish]', 'whole 100/–/68 open'],
    ]);
    const lines = linesIn(wholeOf(played).outcome.sections);
    expect(lines).toContainEqual({ id: 'saving', count: 1, amounts: { saving: { euros: 7000 } } });
    expect(lines).toContainEqual({
      id: 'left-out-benefit',
      amounts: {
        service: { items: [{ list: 'services', id: 'recruitment' }] },
        missing: {
          terms: ['benefit-inputs.cases', 'benefit-inputs.minutesSaved', 'benefit-inputs.yearlyCost'],
        },
      },
    });
  });

  it('takes a service of the municipality, and targets', () => {
    const { session } = play(realContext, [
      ...FIRST_AREA,
      ['[go:work.statuses.own]', 'own? work'],
      ['[form status=inuse]', 'refused name:missing'],
      ['[form name=Satama status=inuse]', 'noted Satama inuse | service Satama'],
      ['[form usage-rate=70]', 'noted Satama inuse 70 | area work 60/75/78'],
      ['[go:target]', 'target?'],
      ['[form target-services=0]', 'refused target-services:out-of-range'],
      ['[form target-services=40 target-savings=100000]', 'noted target | area work 60/75/78'],
    ]);
    expect(session.runs.workbook?.answers).toMatchObject({
      'target-services': 40,
      'target-savings': 100_000,
    });
  });

  it('refuses a card with a number that does not fit, and keeps everything as it was', () => {
    const { session } = play(realContext, [
      ...TO_FIRST_AREA,
      ['[form feedback=inuse job-matching=inuse]', 'noted work 1+0-0 | service job-matching'],
      ['[form usage-rate=101 cases=1,5 application=full]', 'refused usage-rate:out-of-range cases:not-whole'],
      ['[form usage-rate=paljon]', 'refused usage-rate:not-a-number'],
      ['[form usage-rate=100]', 'noted job-matching inuse 100 | area work 100/–/100'],
    ]);
    expect(session.runs.workbook?.answers).toMatchObject({
      'work.job-matching.status': 'inuse',
      'work.job-matching.usage-rate': 100,
    });
    expect(session.runs.workbook?.answers).not.toHaveProperty(['work.job-matching.application']);
  });
});

describe('detours', () => {
  it('goes back, skips, explains, tells the place, pauses and goes on', () => {
    play(realContext, [
      ...TO_FIRST_AREA,
      ['[#back]', 'areas? work,participation'],
      ['[#cancel]', 'services work 0'],
      ['[#why]', 'explained services'],
      ['[#skip]', 'noted skipped work | area work –/–/–'],
      ['[#back]', 'services work 0'],
      ['[form job-matching=inuse]', 'noted work 1+0-0 | service job-matching'],
      ['[/status]', 'status 2/6'],
      ['[/pause]', 'paused'],
      ['<joined>', 'greeting again | service job-matching'],
      ['[/about]', 'about'],
      ['[/help]', 'help'],
      ['[/export]', 'files'],
      ['[#skip]', 'noted skipped job-matching | area work 100/–/–'],
    ]);
  });

  it('jumps to any service and comes back to where it was', () => {
    play(realContext, [
      ...FIRST_AREA,
      ['[go:work.integration.details]', 'service integration'],
      ['[form usage-rate=50]', 'refused status:missing'],
      ['[form status=planned]', 'noted integration planned | area work 40/75/81'],
      ['[go:culture.museums.details]', 'service museums'],
      ['[form status=inuse usage-rate=50]', 'noted museums inuse 50 | services culture 1'],
    ]);
  });

  it('changes the language and keeps the place', () => {
    const { session } = play(realContext, [
      ...FIRST_AREA.slice(0, 3),
      ['[@sv]', 'language-changed | service jobseeker-meetings'],
      ['[form usage-rate=81,5]', 'noted jobseeker-meetings inuse 81.5 | service job-matching'],
    ]);
    expect(session.locale).toBe('sv');
  });

  it('asks before starting over, and before erasing', () => {
    const { session } = play(realContext, [
      ...FIRST_AREA,
      ['[#restart]', 'sure restart'],
      ['[?no]', 'kept-as-is | area work 50/75/81'],
      ['[#restart]', 'sure restart'],
      ['[?yes]', 'areas?'],
      ['[#erase]', 'sure erase'],
      ['[?yes]', 'erased'],
    ]);
    // The question stays open: a yes that is sent again hears the same word.
    const pending = { kind: 'confirm', what: 'erase', nonce: expect.any(String) };
    expect(session).toEqual({ locale: 'fi', serial: expect.any(Number), misses: 0, runs: {}, pending });
  });

  it('greets whoever comes back to the quick check with the workbook begun', () => {
    const { session } = play(realContext, [...TO_FIRST_AREA, ['[/start]', 'question need 1/13']]);
    const { replies } = play(realContext, [['<joined>', 'greeting again | question need 1/13']], { session });
    expect(replies[0]).toMatchObject({ begun: ['workbook'] });
    play(realContext, [['[open workbook]', 'services work 0']], { session });
  });
});

describe('presses that come late or twice', () => {
  it('a card sent in twice counts once', () => {
    const { session } = play(realContext, TO_FIRST_AREA);
    const nonce = session.pending?.nonce ?? '';
    const press = {
      do: 'form',
      step: 'work.statuses.1',
      nonce,
      'job-matching.status': 'inuse',
    } as const;
    const first = takeTurn({ context: realContext, session, now: 0 }, { kind: 'press', press });
    expect(first.replies.map(({ kind }) => kind)).toEqual(['answered', 'question']);
    const second = takeTurn(
      { context: realContext, session: first.session, now: 0 },
      { kind: 'press', press: { ...press, 'job-matching.status': 'none' } },
    );
    expect(second.replies.map(({ kind }) => kind)).toEqual(['notice', 'question']);
    expect(second.session.runs).toEqual(first.session.runs);
  });

  it('a button of the quick check is stale here, and one of the workbook there', () => {
    play(realContext, [
      ['[/start]', 'question need 1/13'],
      ['[open workbook]', 'areas?'],
      ['[1!yes]', 'stale | areas?'],
      ['[form areas=nowhere]', 'refused areas:not-an-option'],
      ['[go:work.nowhere.details]', 'stale | areas?'],
      ['[/start]', 'question need 1/13'],
    ]);
  });
});

describe('what is kept', () => {
  it('stays small: a full area with every detail is a few kilobytes', () => {
    const { session } = play(realContext, FIRST_AREA);
    expect(JSON.stringify(sessionSchema.parse(session)).length).toBeLessThan(2000);
  });

  it('moves to the version in force with the answers that still fit', () => {
    const { session } = play(realContext, FIRST_AREA);
    const run = session.runs.workbook;
    if (!run) throw new Error('no workbook');
    const old = {
      ...run,
      version: '0.1.0',
      answers: {
        ...run.answers,
        areas: ['gone', 'work', 'participation'],
        'gone.gone.status': 'inuse',
        'work.gone.status': 'inuse',
      },
    };
    const moved = play(realContext, [['[/resume]', 'version-moved | area work 50/75/81']], {
      session: { ...session, runs: { workbook: old } },
    });
    expect(moved.session.runs.workbook).toMatchObject({
      version: workbook.version,
      answers: { areas: ['work', 'participation'] },
    });
    expect(
      Object.keys(moved.session.runs.workbook?.answers ?? {}).filter(key => key.includes('gone')),
    ).toEqual([]);
  });
});

function wholeOf({ replies }: Played): Extract<Reply, { kind: 'result' }> {
  const whole = replies.find(reply => reply.kind === 'result');
  if (whole?.kind !== 'result') throw new Error('the whole was not shown');
  return whole;
}

function answersIn({ session }: Played) {
  return session.runs.workbook?.answers ?? {};
}

function linesIn(sections: readonly Section[]) {
  return sections.flatMap(section => ('lines' in section ? section.lines : []));
}
