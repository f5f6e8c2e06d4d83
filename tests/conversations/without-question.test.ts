/** What is typed on the summary and after the result, where no question is open. */
import { describe, expect, it } from 'vitest';
import { realContext } from '../support/real-context.ts';
import { play } from '../support/transcript.ts';

type Rows = [string, string][];

const SUMMARY: Rows = [
  ['[/start]', 'question need 1/13'],
  ['[yes]', 'answered need=yes | question started 2/13'],
  ['[/summary]', 'summary 1 answers'],
];
const RESULT: Rows = [...SUMMARY, ['[/finish]', 'result 0–4']];

describe('“Oliko tästä apua?”', () => {
  it.each([
    ['kyllä', 'up'],
    ['🙂', 'up'],
    ['joo kiitos', 'up'],
    ['kyllä oli', 'up'],
    ['Kyllä oli', 'up'],
    ['ja', 'up'],
    ['yes', 'up'],
    ['ei', 'down'],
    ['Ei ollut', 'down'],
    ['nej', 'down'],
    ['no, it was not', 'down'],
    ['kyllä oli apua', 'up'],
    ['ei ollut mitään apua', 'down'],
    ['ei auttanut', 'down'],
    ['det hjälpte inte', 'down'],
    ['it did not help', 'down'],
  ])('takes “%s”', (text, value) => {
    const { effects, session } = play(realContext, [...RESULT, [text, 'feedback-thanks']]);
    expect(effects).toContainEqual({ kind: 'count', counter: `feedback-${value}` });
    expect(session.runs['quick-check']).toMatchObject({ stage: 'finished', answers: { need: 'yes' } });
  });
});

describe('the summary', () => {
  it.each(['ok', 'okei', 'kyllä', 'joo', 'Näytä tulos', 'näytä tulos', 'ja', 'okay', 'bra', 'selvä', '🙂'])(
    '“%s” shows the result',
    text => {
      play(realContext, [...SUMMARY, [text, 'result 0–4']]);
    },
  );

  it.each(['paljon', 'mukana', 'mycket', 'pågår', 'running', 'pretty good'])(
    '“%s” is asked back, and the result shown on a yes',
    text => {
      play(realContext, [...SUMMARY, [text, 'command-suggested'], ['joo', 'result 0–4']]);
      play(realContext, [...SUMMARY, [text, 'command-suggested'], ['ei', 'summary 1 answers']]);
    },
  );

  it('takes no smile for a yes where the result adds the answers to those of many', () => {
    const survey: Rows = [
      ['[open resident-survey]', 'question place 0/4'],
      ['[/summary]', 'summary 0 answers'],
    ];
    play(realContext, [...survey, ['🙂', 'command-suggested'], ['🙂', 'result told']]);
    play(realContext, [...survey, ['ok', 'result told']]);
  });

  it.each([
    ['muuta 2', 'question started 2/13'],
    ['muuta 1', 'question need 1/13=yes'],
  ])('“%s” opens the answer', (text, says) => {
    play(realContext, [...SUMMARY, [text, says]]);
  });

  it.each(['ei', 'miksi', 'miksi?', 'varför', '7'])('“%s” is helped', text => {
    play(realContext, [...SUMMARY, [text, 'about-summary']]);
  });
});

describe('the result', () => {
  it.each(['miksi', 'miksi näin?', 'why', 'ok', 'osittain', 'paljon'])('“%s” is helped', text => {
    play(realContext, [...RESULT, [text, 'about-result']]);
  });
});

describe('a question that names something of ours', () => {
  it.each(['mikä on käyttöaste', 'vad är användningsgrad', 'what does usage rate mean'])('“%s”', text => {
    play(realContext, [...RESULT, [text, 'explanation usage-rate']]);
    play(realContext, [
      ['[/start]', 'question need 1/13'],
      [`${text}?`, 'explanation usage-rate'],
    ]);
  });
});

describe('a term', () => {
  it.each([
    'mitä tarkoittaa vireillepano',
    'Mitä vireillepano tarkoittaa?',
    'vad betyder inledande',
    'what does initiation mean',
  ])('is explained wherever it is asked: %s', text => {
    play(realContext, [
      ['[/start]', 'question need 1/13'],
      [text, 'explanation phases'],
      ['1', 'answered need=yes | question started 2/13'],
    ]);
    play(realContext, [...SUMMARY, [text, 'explanation phases']]);
    play(realContext, [...RESULT, [text, 'explanation phases']]);
    play(realContext, [
      ['[open workbook]', 'areas?'],
      [text, 'explanation phases'],
    ]);
  });

  it.each([
    'miksi?',
    'mitä tämä tarkoittaa',
    'miksi kysyt tätä',
    'en ymmärrä kysymystä',
    'anna esimerkki',
    'what do you mean',
    'mistä tämä tulee',
  ])('“%s” is about the open question', text => {
    play(realContext, [
      ['[/start]', 'question need 1/13'],
      ['[yes]', 'answered need=yes | question started 2/13'],
      [text, 'explanation started'],
    ]);
  });

  it('that is not ours leaves the open question explained', () => {
    play(realContext, [
      ['[/start]', 'question need 1/13'],
      ['mitä tarkoittaa kissa', 'explanation need'],
    ]);
  });
});
