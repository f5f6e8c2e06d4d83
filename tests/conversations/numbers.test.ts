/** Numbers in cards and in the chat mean the same, and none is made of what may be read in two ways. */
import { describe, expect, it } from 'vitest';
import type { Locale } from '../../src/conversation/locale.ts';
import { realContext } from '../support/real-context.ts';
import { play } from '../support/transcript.ts';

const NBSP = '\u00a0';
const TO_SERVICE: [string, string][] = [
  ['työkirja', 'areas?'],
  ['[form areas=work]', 'noted areas work | services work 0'],
  ['[form job-matching=inuse]', 'noted work 1+0-0 | service job-matching'],
];
const TO_BENEFIT: [string, string][] = [
  ...TO_SERVICE,
  ['[form onward=BENEFIT]', 'noted job-matching inuse | benefit job-matching'],
];

describe('in a card', () => {
  it.each([
    ['fi', '12.000', 12_000],
    ['fi', "12'000", 12_000],
    ['fi', `12${NBSP}000${NBSP}€`, 12_000],
    ['fi', '12te', 12_000],
    ['fi', '1,200', 1.2],
    ['en', '1,200', 1200],
    ['en', '12,000.50', 12_000.5],
    ['sv', '12.000', 12_000],
  ] as const)('euros in %s: %s', (locale: Locale, typed, yearlyCost) => {
    const rows: [string, string][] = [
      ...TO_BENEFIT,
      [`[form yearly-cost=${typed}]`, 'noted benefit | area work 100/–/–'],
    ];
    const { session } = play(realContext, rows, { locale });
    expect(session.runs.workbook?.answers['work.job-matching.yearly-cost']).toBe(yearlyCost);
  });

  it.each([
    ['usage-rate=0,85', 'usage-rate:ambiguous-share'],
    ['usage-rate=.85', 'usage-rate:ambiguous-share'],
    ['usage-rate=80-90', 'usage-rate:not-a-number'],
    ['usage-rate=80–90', 'usage-rate:not-a-number'],
    ['usage-rate=8O', 'usage-rate:not-a-number'],
    [`usage-rate=30${NBSP}asukasta`, 'usage-rate:not-a-number'],
    [`usage-rate=noin${NBSP}30${NBSP}asukasta`, 'usage-rate:not-a-number'],
    [`usage-rate=yli${NBSP}80`, 'usage-rate:not-a-number'],
    ['cases=1,200', 'cases:ambiguous-mark'],
    ['cases=12€', 'cases:not-a-number'],
    ['cases=1.5.2026', 'cases:not-a-number'],
    [`cases=80${NBSP}90`, 'cases:not-a-number'],
  ])('asks back: %s', (inputs, refused) => {
    play(realContext, [...TO_SERVICE, [`[form ${inputs}]`, `refused ${refused}`]]);
  });

  it.each([
    ['minutes-saved=2v', 'minutes-saved:not-a-number'],
    ['minutes-saved=1.200', 'minutes-saved:ambiguous-mark'],
    ['yearly-cost=12%', 'yearly-cost:not-a-number'],
    [`yearly-cost=noin${NBSP}2${NBSP}tuntia`, 'yearly-cost:not-a-number'],
  ])('asks back: %s', (inputs, refused) => {
    play(realContext, [...TO_BENEFIT, [`[form ${inputs}]`, `refused ${refused}`]]);
  });

  it('takes minus signs, per cents with their sign and words', () => {
    const { session } = play(realContext, [
      ...TO_BENEFIT,
      [`[form minutes-saved=\u22125${NBSP}min]`, 'noted benefit | area work 100/–/–'],
      ['[go:work.job-matching.details]', 'service job-matching'],
      [`[form usage-rate=0,85${NBSP}%]`, 'noted job-matching inuse 0.85 | area work 100/–/1'],
      ['[go:work.job-matching.details]', 'service job-matching'],
      [`[form usage-rate=en${NBSP}tiedä]`, 'noted job-matching inuse unknown | area work 100/–/–'],
    ]);
    expect(session.runs.workbook?.answers['work.job-matching.minutes-saved']).toBe(-5);
  });

  it('makes minutes of hours', () => {
    const { session } = play(realContext, [
      ...TO_BENEFIT,
      ['[form minutes-saved=2h]', 'noted benefit | area work 100/–/–'],
    ]);
    expect(session.runs.workbook?.answers['work.job-matching.minutes-saved']).toBe(120);
  });
});

describe('in the chat', () => {
  it('makes no number of a range, a slip or a number of something else', () => {
    const { session } = play(realContext, [
      ...TO_SERVICE,
      ['käyttöaste 80 - 90', 'rejected not-understood 1'],
      ['käyttöaste 80–90 %', 'rejected not-understood 2'],
      ['käyttöaste 8O %', 'rejected not-understood 3'],
    ]);
    expect(session.runs.workbook?.answers).toEqual({ areas: ['work'], 'work.job-matching.status': 'inuse' });
  });

  it('reads cases as cards do', () => {
    play(realContext, [
      ...TO_SERVICE,
      ['tapauksia 12.000 vuodessa', 'noted job-matching inuse 12000'],
      ["tapauksia on 13'000", 'noted job-matching inuse 13000'],
      ['tapauksia noin 14 te', 'noted job-matching inuse 14000'],
      ['käyttöaste 0,85', 'mean? job-matching 85'],
    ]);
  });

  const TO_RATE: [string, string][] = [
    ['[/start]', 'question need 1/13'],
    ...['need', 'started', 'plan', 'leadership', 'money', 'work-time', 'market-services', 'resident-use'].map(
      (step, at, all): [string, string] => [
        '[yes]',
        `answered ${step}=yes | question ${all[at + 1] ?? 'usage-rate'} ${at + 2}/13`,
      ],
    ),
  ];

  it.each([
    ['80-90', 'rejected not-understood 1'],
    ['80 – 90 %', 'rejected not-understood 1'],
    ['8O', 'rejected not-understood 1'],
    ['30 asukasta', 'rejected not-understood 1'],
    ['0,85', 'did-you-mean 85'],
    // Residents were said to use the channels: such a rate is asked about.
    ['0,85 %', 'answered usage-rate=0.85 | question use-or-rate 10/14'],
    [`85,5\u202f%`, 'answered usage-rate=85.5 | question phases 10/13'],
  ])('the usage rate of the quick check: %s', (typed, said) => {
    play(realContext, [...TO_RATE, [typed, said]]);
  });
});
