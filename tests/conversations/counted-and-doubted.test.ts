/** Two questions of the quick check that only some answers lead to: the numbers behind one, and which of two is right. */
import { describe, expect, it } from 'vitest';
import { realContext } from '../support/real-context.ts';
import { play } from '../support/transcript.ts';

const FIRST = ['need', 'started', 'plan', 'leadership', 'money', 'work-time'];

const STARTED: [string, string][] = [
  ['[/start]', 'question need 1/13'],
  ...FIRST.map((step, at): [string, string] => [
    '[yes]',
    `answered ${step}=yes | question ${FIRST[at + 1] ?? 'market-services'} ${at + 2}/13`,
  ]),
];

const answersOf = (played: ReturnType<typeof play>) => played.session.runs['quick-check']?.answers;

describe('how many digital services are in use', () => {
  it('is asked on a card of its own when the numbers are promised', () => {
    const played = play(realContext, [
      ...STARTED,
      ['[counted]', 'answered market-services=counted | question market-counts 8/14'],
      ['[form market-target=40 market-in-use=28]', 'answered market-counts (2) | question resident-use 9/14'],
    ]);
    expect(answersOf(played)).toMatchObject({ 'market-target': 40, 'market-in-use': 28 });
  });

  it('can be typed, by the label and one number after the other', () => {
    const played = play(realContext, [
      ...STARTED,
      ['kerron luvut', 'answered market-services=counted | question market-counts 8/14'],
      ['40', 'input market-in-use'],
      ['28', 'answered market-counts (2) | question resident-use 9/14'],
    ]);
    expect(answersOf(played)).toMatchObject({ 'market-target': 40, 'market-in-use': 28 });
  });

  it('is forgotten when the answer is put in words after all', () => {
    const played = play(realContext, [
      ...STARTED,
      ['[counted]', 'answered market-services=counted | question market-counts 8/14'],
      ['[form market-target=40 market-in-use=28]', 'answered market-counts (2) | question resident-use 9/14'],
      ['[edit:market-services]', 'question market-services 7/14=counted'],
      ['[partly]', 'answered market-services=partly | question resident-use 8/13'],
    ]);
    expect(answersOf(played)).not.toHaveProperty('market-target');
  });

  it('is asked at once where the answer is changed in the summary', () => {
    play(realContext, [
      ['[/start]', 'question need 1/13'],
      ['[/summary]', 'summary 0 answers'],
      ['[edit:market-services]', 'question market-services 7/13'],
      ['[counted]', 'answered market-services=counted | question market-counts 8/14'],
      ['[form market-target=40 market-in-use=28]', 'answered market-counts (2) | summary 3 answers'],
    ]);
  });

  it('is no share, no part of a service and no fewer than none', () => {
    const { replies } = play(realContext, [
      ...STARTED,
      ['[counted]', 'answered market-services=counted | question market-counts 8/14'],
      ['[form market-target=0 market-in-use=2,5]', 'refused'],
    ]);
    expect(replies).toMatchObject([
      {
        problems: [
          { key: 'market-target', rejection: { problem: 'out-of-range' } },
          { key: 'market-in-use', rejection: { problem: 'not-whole' } },
        ],
      },
    ]);
  });
});

describe('a use and a usage rate that contradict each other', () => {
  const TO_RATE: [string, string][] = [
    ['[/start]', 'question need 1/13'],
    ['[edit:resident-use]', 'question resident-use 8/13'],
  ];

  it.each([
    ['no', '90', 'question use-or-rate 10/14'],
    ['no', '50', 'question use-or-rate 10/14'],
    ['yes', '49,9', 'question use-or-rate 10/14'],
    ['yes', '0', 'question use-or-rate 10/14'],
    ['no', '49', 'question need 1/13'],
    ['yes', '50', 'question need 1/13'],
    ['partly', '90', 'question need 1/13'],
    ['partly', '5', 'question need 1/13'],
  ])('%s and %s %%', (use, rate, next) => {
    const value = Number(rate.replace(',', '.'));
    const shown = next.startsWith('question use') ? 'question need 1/14' : next;
    play(realContext, [
      ...TO_RATE,
      [`[${use}]`, `answered resident-use=${use} | question need 1/13`],
      ['[edit:usage-rate]', 'question usage-rate 9/13'],
      [rate, `answered usage-rate=${value} | ${shown}`],
    ]);
  });

  it('are asked about on the way, and which is right can be said in words', () => {
    const rows = (said: string, value: string): [string, string][] => [
      ...TO_RATE,
      ['[no]', 'answered resident-use=no | question need 1/13'],
      ['[edit:usage-rate]', 'question usage-rate 9/13'],
      ['90', 'answered usage-rate=90 | question need 1/14'],
      ['[edit:use-or-rate]', 'question use-or-rate 10/14'],
      [said, `answered use-or-rate=${value} | question need 1/14`],
    ];
    play(realContext, rows('käyttöaste', 'rate'));
    play(realContext, rows('arvio käytöstä', 'use'));
    play(realContext, rows('en tiedä', 'unknown'));
  });

  it('are no longer asked about once one is mended', () => {
    const played = play(realContext, [
      ...TO_RATE,
      ['[no]', 'answered resident-use=no | question need 1/13'],
      ['[edit:usage-rate]', 'question usage-rate 9/13'],
      ['90', 'answered usage-rate=90 | question need 1/14'],
      ['[edit:use-or-rate]', 'question use-or-rate 10/14'],
      ['[rate]', 'answered use-or-rate=rate | question need 1/14'],
      ['[edit:resident-use]', 'question resident-use 8/14=no'],
      ['[yes]', 'answered resident-use=yes | question need 1/13'],
    ]);
    expect(answersOf(played)).toEqual({ 'resident-use': 'yes', 'usage-rate': 90 });
  });
});

it.each(['ei koske meitä', 'ei kuulu meille'])('“%s” is no answer to what concerns everyone', said => {
  const { session } = play(realContext, [
    ['[/start]', 'question need 1/13'],
    [said, 'rejected applies'],
  ]);
  expect(session.runs['quick-check']?.answers).toEqual({});
});
