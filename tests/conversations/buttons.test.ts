/** The quick check by buttons alone, and everything a person may do on the way. */
import { describe, expect, it } from 'vitest';
import type { ConversationContext } from '../../src/conversation/context.ts';
import { realContext } from '../support/real-context.ts';
import { play } from '../support/transcript.ts';

const context: ConversationContext = {
  ...realContext,
  findPress: () => undefined,
  findCard: () => undefined,
  understand: text => {
    throw new Error(`a table of presses has no text: ${text}`);
  },
};

const FIRST_STAIR: [string, string][] = [
  ['<joined>', 'greeting'],
  ['[#start]', 'question need 1/13'],
  ['[yes]', 'answered need=yes | question started 2/13'],
  ['[yes]', 'answered started=yes | question plan 3/13'],
  ['[partly]', 'answered plan=partly | question leadership 4/13'],
  ['[yes]', 'answered leadership=yes | question money 5/13'],
  ['[yes]', 'answered money=yes | question work-time 6/13'],
  ['[yes]', 'answered work-time=yes | question market-services 7/13'],
];

const TO_SUMMARY: [string, string][] = [
  ...FIRST_STAIR,
  ['[yes]', 'answered market-services=yes | question resident-use 8/13'],
  ['[yes]', 'answered resident-use=yes | question usage-rate 9/13'],
  ['[unknown]', 'answered usage-rate=unknown | question phases 10/13'],
  ['[form phase-application=full phase-invoicing=full]', 'answered phases (7) | question new-targets 11/13'],
  ['[yes]', 'answered new-targets=yes | question analysed-data 12/13'],
  ['[no]', 'answered analysed-data=no | question ecosystem 13/13'],
  ['[no]', 'answered ecosystem=no | summary 19 answers'],
];

describe('the quick check by buttons', () => {
  it('goes from the greeting to the result', () => {
    const { session, effects } = play(context, [...TO_SUMMARY, ['[#finish]', 'result 0–0']]);
    expect(session.runs['quick-check']).toMatchObject({
      stage: 'finished',
      answers: { plan: 'partly', 'phase-decision': 'unknown' },
    });
    const counted = effects.map(effect => (effect.kind === 'count' ? effect.counter : effect.kind));
    const times = (counter: string) => counted.filter(one => one === counter).length;
    expect({ asked: times('asked'), answered: times('answered'), finished: times('finished') }).toEqual({
      asked: 13,
      answered: 13,
      finished: 1,
    });
  });

  it('changes an answer from the summary and comes back to it', () => {
    play(context, [
      ...TO_SUMMARY,
      ['[edit:plan]', 'question plan 3/13=partly'],
      ['[yes]', 'answered plan=yes | summary 19 answers'],
      ['[#finish]', 'result 1–3'],
      ['[#summary]', 'summary 19 answers'],
    ]);
  });

  it('goes back, and on from where the answers end', () => {
    play(context, [
      ...FIRST_STAIR,
      ['[#back]', 'question work-time 6/13=yes'],
      ['[#back]', 'question money 5/13=yes'],
      ['[no]', 'answered money=no | question market-services 7/13'],
    ]);
  });

  it('has nothing before the first question', () => {
    play(context, [
      ['[#start]', 'question need 1/13'],
      ['[#back]', 'nothing-to-go-back-to'],
    ]);
  });

  it('skips: the step stays open for the summary and counts as unknown', () => {
    const { session } = play(context, [
      ...FIRST_STAIR,
      ['[#skip]', 'answered market-services skipped | question resident-use 8/13'],
      ['[#finish]', 'result 0–0'],
      ['[#resume]', 'question resident-use 8/13'],
      ['[#summary]', 'summary 6 answers'],
      ['[edit:market-services]', 'question market-services 7/13'],
      ['[no]', 'answered market-services=no | summary 7 answers'],
    ]);
    expect(session.runs['quick-check']?.passed).toEqual([]);
  });

  it('asks why something does not apply, and keeps the reason', () => {
    const { session } = play(context, [
      ...FIRST_STAIR,
      ['[na]', 'answered market-services=na | reason market-services'],
      ['[reason: kuntayhtymä hoitaa]', 'question resident-use 8/13'],
      ['[na]', 'answered resident-use=na | reason resident-use'],
      ['[reason:]', 'question usage-rate 9/13'],
    ]);
    expect(session.runs['quick-check']?.reasons).toEqual({ 'market-services': 'kuntayhtymä hoitaa' });
  });

  it('drops the reason when the answer is changed', () => {
    const { session } = play(context, [
      ...FIRST_STAIR,
      ['[na]', 'answered market-services=na | reason market-services'],
      ['[reason: kuntayhtymä hoitaa]', 'question resident-use 8/13'],
      ['[#back]', 'question market-services 7/13=na'],
      ['[yes]', 'answered market-services=yes | question resident-use 8/13'],
    ]);
    expect(session.runs['quick-check']?.reasons).toEqual({});
  });

  it('explains without moving', () => {
    play(context, [
      ['[#start]', 'question need 1/13'],
      ['[#why]', 'explanation need'],
      ['[yes]', 'answered need=yes | question started 2/13'],
    ]);
  });

  it('stops at any point with an interval', () => {
    play(context, [...FIRST_STAIR.slice(0, 3), ['[#finish]', 'result 0–4']]);
  });

  it('switches the language in mid-question and keeps the place', () => {
    const { session } = play(context, [
      ['[#start]', 'question need 1/13'],
      ['[yes]', 'answered need=yes | question started 2/13'],
      ['[@sv]', 'language-changed | question started 2/13'],
      ['[yes]', 'answered started=yes | question plan 3/13'],
    ]);
    expect(session.locale).toBe('sv');
  });

  it('asks before starting over', () => {
    const { session } = play(context, [
      ...FIRST_STAIR,
      ['[#restart]', 'sure restart'],
      ['[?no]', 'kept-as-is | question market-services 7/13'],
      ['[#restart]', 'sure restart'],
      ['[?yes]', 'question need 1/13'],
    ]);
    expect(session.runs['quick-check']?.answers).toEqual({});
  });

  it('marks a question for a colleague and goes on', () => {
    const { session } = play(context, [
      ['[#start]', 'question need 1/13'],
      ['[#ask-colleague]', 'colleague-marked | answered need=unknown | question started 2/13'],
    ]);
    expect(session.runs['quick-check']?.colleague).toEqual(['need']);
  });

  it('pauses and goes on with a fresh card', () => {
    play(context, [
      ...FIRST_STAIR,
      ['[#pause]', 'paused'],
      ['<joined>', 'greeting again | question market-services 7/13'],
      ['[#status]', 'status 6/13'],
    ]);
  });
});

describe('presses that come late or twice', () => {
  it('a second press on an answered question changes nothing', () => {
    const { session } = play(context, [
      ['[#start]', 'question need 1/13'],
      ['[yes]', 'answered need=yes | question started 2/13'],
      ['[1!no]', 'stale | question started 2/13'],
    ]);
    expect(session.runs['quick-check']?.answers).toEqual({ need: 'yes' });
  });

  it('a double press on skip skips one', () => {
    const rows: [string, string][] = [['[#start]', 'question need 1/13']];
    const { session } = play(context, rows);
    const skip = { do: 'command', name: 'skip', nonce: session.pending?.nonce };
    expect(skip.nonce).toBe('1');
    play(context, [['[#skip]', 'answered need skipped | question started 2/13']], { session });
  });

  it('a press before anything was started says so', () => {
    play(context, [
      ['[1!yes]', 'stale'],
      ['[#skip]', 'nothing-started'],
    ]);
  });

  it('a value that the question does not take is refused, and the question stays open', () => {
    play(context, [
      ['[#start]', 'question need 1/13'],
      ['[full]', 'rejected not-an-option'],
      ['[__proto__]', 'rejected not-an-option'],
      ['[yes]', 'answered need=yes | question started 2/13'],
    ]);
  });
});

describe('an assessment on a version that is no longer kept', () => {
  it('moves to the one in force with the answers that still fit', () => {
    const { session } = play(context, FIRST_STAIR);
    const run = session.runs['quick-check'];
    if (!run) throw new Error('nothing was begun');
    const old = { ...run, version: '0.1.0', answers: { ...run.answers, gone: 'yes' } };
    const moved = play(context, [['[/resume]', 'version-moved | question market-services 7/13']], {
      session: { ...session, runs: { 'quick-check': old } },
    });
    expect(moved.session.runs['quick-check']?.answers).not.toHaveProperty('gone');
    expect(moved.session.runs['quick-check']?.version).toBe(context.current('quick-check')?.version);
  });
});

describe('erasing', () => {
  it('asks, then forgets everything and says so', () => {
    const { session, effects } = play(context, [
      ...FIRST_STAIR,
      ['[#erase]', 'sure erase'],
      ['[?yes]', 'erased'],
    ]);
    expect(session.runs['quick-check']).toBeUndefined();
    expect(effects).toContainEqual({ kind: 'erase-everything' });
  });
});
