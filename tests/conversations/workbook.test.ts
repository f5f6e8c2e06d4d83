/** The workbook by cards and buttons: from the choice of areas to the whole municipality, and every detour. */
import { describe, expect, it } from 'vitest';
import { assessWorkbook } from '../../src/assessment/workbook/assess-workbook.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import { sessionSchema } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { answersOf } from '../../src/conversation/workbook/workbook-run.ts';
import { realContext, workbook } from '../support/real-context.ts';
import { type Played, play } from '../support/transcript.ts';

type Rows = [string, string][];

const FULL =
  'phase-application=full phase-initiation=full phase-handling=full phase-decision=full phase-invoicing=full phase-archiving=full phase-supervision=full';

const TO_FIRST_AREA: Rows = [
  ['[/workbook]', 'areas?'],
  ['[form areas=work,participation]', 'noted areas work,participation | services work 0/13'],
];

const FIRST_AREA: Rows = [
  ...TO_FIRST_AREA,
  [
    '[form jobseeker-meetings=inuse job-matching=inuse recruitment=planned startup-grants=none]',
    'noted work 2+1-1 | service jobseeker-meetings',
  ],
  [
    `[form ${FULL} usageRate=85 cases=1000]`,
    'noted jobseeker-meetings inuse phases(7) 85 1000 | service job-matching',
  ],
  [
    '[form phase-application=full phase-invoicing=na phase-archiving=manual usageRate=80 cases=3000]',
    'noted job-matching inuse phases(3) 80 3000 | area work 67/75/81',
  ],
];

const WHOLE: Rows = [
  ...FIRST_AREA,
  ['[go:next]', 'services participation 0/15'],
  ['[form feedback=inuse]', 'noted participation 1+0-0 | service feedback'],
  [
    `[form ${FULL} usageRate=90 cases=100]`,
    'noted feedback inuse phases(7) 90 100 | area participation 100/100/90',
  ],
  ['[go:next]', 'whole 75/83/81'],
];

describe('the workbook by cards', () => {
  it('goes from the choice of areas to the whole municipality, with the measures of the model', () => {
    const played = play(realContext, WHOLE);
    const run = played.session.workbook;
    if (!run) throw new Error('no workbook');
    const result = assessWorkbook(workbook.definition, answersOf(run));
    expect(wholeOf(played)).toMatchObject({
      figures: {
        counts: result.counts,
        coverage: result.coverage,
        degree: result.degree,
        usage: result.usage,
        developFirst: result.developFirst,
        benefit: result.benefit,
        stair: result.stair,
      },
      areas: [
        { area: 'work', coverage: result.areas[4]?.coverage, stair: result.areas[4]?.evidence.stair },
        { area: 'participation', degree: result.areas[5]?.degree },
      ],
    });
    const counted = played.effects.flatMap(effect => (effect.kind === 'count' ? [effect.counter] : []));
    expect(counted.filter(one => one === 'started' || one === 'finished')).toEqual(['started', 'finished']);
  });

  it('keeps the quick check beside it, and says where the evidence differs', () => {
    const quick = play(realContext, [
      ['[/start]', 'question need 1/13'],
      ['[yes]', 'answered need=yes | question started 2/13'],
    ]);
    const run = quick.session.run && {
      ...quick.session.run,
      answers: { ...quick.session.run.answers, 'usage-rate': 95, 'phase-application': 'manual' },
    };
    const played = play(realContext, WHOLE, { session: { ...quick.session, run } });
    const whole = wholeOf(played);
    expect(whole.quickCheck?.differences).toEqual([
      { input: 'usage-rate', selfEstimate: 95, evidence: expect.closeTo(81.463, 2) },
      { input: 'phase-application', selfEstimate: 'manual', evidence: 'full' },
    ]);
    expect(
      play(realContext, [['[/start]', 'question started 2/13']], { session: played.session }).session,
    ).toMatchObject({
      run: { answers: { need: 'yes' } },
      workbook: { areas: ['work', 'participation'] },
    });
  });

  it('asks for the benefit on a second card, and leaves out what lacks an input', () => {
    const played = play(realContext, [
      ...TO_FIRST_AREA,
      ['[form job-matching=inuse recruitment=inuse]', 'noted work 2+0-0 | service job-matching'],
      ['[form usageRate=85 onward=benefit]', 'noted job-matching inuse 85 | benefit job-matching'],
      [
        '[form cases=1200 hourlyPrice=40 minutesSaved=15 minutes-handling=3]',
        'refused minutesSaved:minutes-twice',
      ],
      [
        '[form cases=1200 hourlyPrice=40 yearlyCost=5000 minutesSaved=15]',
        'noted benefit | service recruitment',
      ],
      ['[form usageRate=50 onward=benefit]', 'noted recruitment inuse 50 | benefit recruitment'],
      ['[form hourlyPrice=40]', 'noted benefit | area work 100/–/68'],
      ['[#finish]', 'whole 100/–/68 open'],
    ]);
    expect(wholeOf(played).figures).toMatchObject({
      benefit: { saving: 7000, services: 1, incomplete: 1 },
      leftOut: { benefit: [{ id: 'recruitment', missing: ['cases', 'minutesSaved', 'yearlyCost'] }] },
    });
  });

  it('takes a service of the municipality, and targets', () => {
    const { session } = play(realContext, [
      ...FIRST_AREA,
      ['[go:own:work]', 'own? work'],
      ['[form status=inuse]', 'refused name:missing'],
      ['[form name=Satama status=inuse]', 'noted Satama inuse | service Satama'],
      ['[form usageRate=70]', 'noted Satama inuse 70 | area work 75/75/78'],
      ['[go:target]', 'target?'],
      ['[form services=0]', 'refused services:out-of-range'],
      ['[form services=40 savings=100000]', 'noted target | area work 75/75/78'],
    ]);
    expect(session.workbook?.target).toEqual({ services: 40, savings: 100_000 });
  });

  it('refuses a card with a number that does not fit, and keeps everything as it was', () => {
    const { session } = play(realContext, [
      ...TO_FIRST_AREA,
      ['[form feedback=inuse job-matching=inuse]', 'noted work 1+0-0 | service job-matching'],
      [
        '[form usageRate=101 cases=1,5 phase-application=full]',
        'refused usageRate:out-of-range cases:not-whole',
      ],
      ['[form usageRate=paljon]', 'refused usageRate:not-a-rate'],
      ['[form usageRate=100]', 'noted job-matching inuse 100 | area work 100/–/100'],
    ]);
    expect(session.workbook?.answers.work?.services).toEqual({
      'job-matching': { status: 'inuse', usageRate: 100 },
    });
  });
});

describe('detours', () => {
  it('goes back, skips, explains, tells the place, pauses and goes on', () => {
    play(realContext, [
      ...TO_FIRST_AREA,
      ['[#back]', 'areas? work,participation'],
      ['[#cancel]', 'services work 0/13'],
      ['[#why]', 'explained services'],
      ['[#skip]', 'noted skipped work | area work –/–/–'],
      ['[#back]', 'services work 0/13'],
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
      ['[go:service:work:integration]', 'service integration'],
      ['[form usageRate=50]', 'refused status:missing'],
      ['[form status=planned]', 'noted integration planned | area work 50/75/81'],
      ['[go:service:culture:museums]', 'service museums'],
      ['[form status=inuse usageRate=50]', 'noted museums inuse 50 | services culture 1/14'],
    ]);
  });

  it('changes the language and keeps the place', () => {
    const { session } = play(realContext, [
      ...FIRST_AREA.slice(0, 3),
      ['[@sv]', 'language-changed | service jobseeker-meetings'],
      ['[form usageRate=81,5]', 'noted jobseeker-meetings inuse 81.5 | service job-matching'],
    ]);
    expect(session.locale).toBe('sv');
  });

  it('asks before starting over, and before erasing', () => {
    const { session } = play(realContext, [
      ...FIRST_AREA,
      ['[#restart]', 'sure restart'],
      ['[?no]', 'kept-as-is | area work 67/75/81'],
      ['[#restart]', 'sure restart'],
      ['[?yes]', 'areas?'],
      ['[#erase]', 'sure erase'],
      ['[?yes]', 'erased'],
    ]);
    // The question stays open: a yes that is sent again hears the same word.
    const pending = { kind: 'confirm', what: 'erase', nonce: expect.any(String) };
    expect(session).toEqual({ locale: 'fi', serial: expect.any(Number), misses: 0, pending });
  });

  it('greets whoever comes back to the quick check with the workbook begun', () => {
    const { session } = play(realContext, [...TO_FIRST_AREA, ['[/start]', 'question need 1/13']]);
    const { replies } = play(realContext, [['<joined>', 'greeting again | question need 1/13']], { session });
    expect(replies[0]).toMatchObject({ workbook: 'begun' });
    play(realContext, [['[/workbook]', 'services work 0/13']], { session });
  });
});

describe('presses that come late or twice', () => {
  it('a card sent in twice counts once', () => {
    const { session } = play(realContext, TO_FIRST_AREA);
    const nonce = session.pending?.nonce ?? '';
    const press = {
      do: 'workbook-form',
      place: 'services:work:1',
      nonce,
      'service-job-matching': 'inuse',
    } as const;
    const first = takeTurn(realContext, session, { kind: 'press', press }, 0);
    expect(first.replies.map(({ kind }) => kind)).toEqual(['workbook-noted', 'workbook-service']);
    const second = takeTurn(
      realContext,
      first.session,
      { kind: 'press', press: { ...press, 'service-job-matching': 'none' } },
      0,
    );
    expect(second.replies.map(({ kind }) => kind)).toEqual(['notice', 'workbook-service']);
    expect(second.session.workbook).toEqual(first.session.workbook);
  });

  it('a button of the quick check is stale here, and one of the workbook there', () => {
    play(realContext, [
      ['[/start]', 'question need 1/13'],
      ['[/workbook]', 'areas?'],
      ['[1!yes]', 'stale | areas?'],
      ['[form areas=nowhere]', 'refused areas:missing'],
      ['[go:service:work:nowhere]', 'stale | areas?'],
      ['[/start]', 'question need 1/13'],
    ]);
  });
});

describe('what is kept', () => {
  it('reads sessions from before there was a workbook', () => {
    expect(sessionSchema.parse({ locale: 'fi', serial: 3, misses: 0 }).workbook).toBeUndefined();
  });

  it('stays small: a full area with every detail is a few kilobytes', () => {
    const { session } = play(realContext, FIRST_AREA);
    expect(JSON.stringify(sessionSchema.parse(session)).length).toBeLessThan(2000);
  });

  it('moves to the version in force with the answers that still fit', () => {
    const { session } = play(realContext, FIRST_AREA);
    const old = session.workbook && {
      ...session.workbook,
      version: '0.1.0',
      areas: ['gone', ...session.workbook.areas],
      answers: { ...session.workbook.answers, gone: { services: { gone: { status: 'inuse' as const } } } },
    };
    const moved = play(realContext, [['[/resume]', 'version-moved | area work 67/75/81']], {
      session: { ...session, workbook: old },
    });
    expect(moved.session.workbook).toMatchObject({
      version: workbook.definition.version,
      areas: ['work', 'participation'],
    });
    expect(moved.session.workbook?.answers).not.toHaveProperty('gone');
  });
});

function wholeOf({ replies }: Played): Extract<Reply, { kind: 'workbook-whole' }> {
  const whole = replies.find(reply => reply.kind === 'workbook-whole');
  if (whole?.kind !== 'workbook-whole') throw new Error('the whole was not shown');
  return whole;
}
