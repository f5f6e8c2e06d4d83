/** The resident's flow: two minutes, no log-in, and a result in plain words. */
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/assessment/answers.ts';
import { nameIn } from '../../src/assessment/register.ts';
import { plain } from '../../src/assessment/scoring/plain.ts';
import { walk } from '../../src/assessment/walk.ts';
import { LOCALES, type Locale } from '../../src/conversation/locale.ts';
import { newSession } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { say } from '../presentation/rendering.ts';
import { content, shipped } from '../support/content.ts';
import { shippedContext } from '../support/real-context.ts';
import { inputOf, play } from '../support/transcript.ts';

const survey = shipped('resident-survey');
const BEGUN: [string, string] = ['[open resident-survey]', 'question place 0/4'];

type Played = ReturnType<typeof play>;
const wordsOf = ({ replies }: Pick<Played, 'replies'>, locale: Locale = 'fi') =>
  replies.flatMap(reply => say(reply, { locale, screen: 'text' }).map(({ text }) => text ?? '')).join('\n');
const answersOf = ({ session }: Pick<Played, 'session'>) => session.runs['resident-survey']?.answers;

describe('the resident’s flow', () => {
  it('goes from the first press to the result without the municipality', () => {
    const played = play(shippedContext, [
      BEGUN,
      ['[form ]', 'answered place | question used 1/4'],
      ['[yes]', 'answered used=yes | question finished 2/6'],
      ['[yes]', 'answered finished=yes | question easy 3/6'],
      ['[partly]', 'answered easy=partly | question obstacle 4/7'],
      ['[hard]', 'answered obstacle=hard | question missing 5/7'],
      ['[family]', 'answered missing=family | question help 6/7'],
      ['[no]', 'answered help=no | question asked 7/7'],
      ['[no]', 'answered asked=no | summary 7 answers'],
      ['[#finish]', 'result told'],
    ]);
    const said = wordsOf(played);
    for (const words of [
      'Kokemuksesi mukaan kuntasi on portaalla 2',
      'Kunta voisi tehdä palveluista helpompia käyttää.',
      'Kunta voisi kertoa selvemmin, kuka auttaa verkkopalvelujen käytössä.',
      'Digituki auttaa',
      'Anna palautetta',
      'Digipalvelut',
    ])
      expect(said).toContain(words);
    expect(said).not.toContain('Kunta voisi tehdä palveluista helpompia löytää.');
  });

  it.each([
    [{ used: 'yes', finished: 'yes', easy: 'yes' }, 7],
    [{ used: 'partly', finished: 'no' }, 8],
    [{ used: 'no' }, 7],
    [{ used: 'none' }, 6],
    [{ used: 'unknown' }, 6],
  ])('asks six to eight things: after %j it is %i', (answers, cards) => {
    expect(walk(survey, answers).path).toHaveLength(cards);
  });

  it.each([
    [{ used: 'yes', finished: 'yes', easy: 'yes', asked: 'yes' }, 'step-four'],
    [{ used: 'yes', finished: 'yes', easy: 'yes', asked: 'no' }, 'step-three'],
    [{ used: 'yes', finished: 'yes', easy: 'yes', asked: 'unknown' }, 'step-three-or-more'],
    [{ used: 'yes', finished: 'yes', easy: 'unknown' }, 'step-two-or-more'],
    [{ used: 'yes' }, 'step-two-or-more'],
    [{ used: 'yes', finished: 'partly', easy: 'yes', asked: 'yes' }, 'step-two'],
    [{ used: 'yes', finished: 'unknown', easy: 'no' }, 'step-two'],
    [{ used: 'partly', finished: 'yes', easy: 'yes' }, 'step-two'],
    [{ used: 'no', possible: 'yes' }, 'step-one'],
    [{ used: 'none', possible: 'partly' }, 'step-one'],
    [{ used: 'no', possible: 'no' }, 'step-none'],
    [{ used: 'no', possible: 'unknown' }, 'step-open'],
    [{}, 'step-open'],
  ])('%j is %s', (answers, id) => {
    expect(outcomeOf(answers).sections[0]).toEqual({ kind: 'title', line: { id } });
  });

  it.each([
    ['kuntalaiskysely', 'fi'],
    ['olen asukas', 'fi'],
    ['invånarenkät', 'sv'],
    ['resident survey', 'en'],
  ] as const)('begins with “%s” as well', (words, locale) => {
    const session = newSession(locale);
    const turn = takeTurn({ context: shippedContext, session, now: 0 }, { kind: 'text', text: words });
    expect(turn.session.active).toBe('resident-survey');
  });

  it.each([
    ['used', 'en ole asioinut', 'none'],
    ['used', 'joo', 'yes'],
    ['obstacle', 'pankkitunnukset ei toiminut', 'sign-in'],
    ['obstacle', 'En löytänyt palvelua', 'not-found'],
    ['missing', 'kirjasto', 'leisure'],
  ])('reads typed words: %s, “%s”', (step, words, value) => {
    const at: Answers =
      step === 'used'
        ? {}
        : { used: 'no', possible: 'yes', ...(step === 'missing' && { obstacle: 'other' }) };
    const { session } = play(shippedContext, [BEGUN]);
    const run = session.runs['resident-survey'];
    if (!run) throw new Error('nothing was begun');
    const ready = {
      ...session,
      runs: { 'resident-survey': { ...run, answers: at, passed: ['place'] } },
      pending: { kind: 'step', step, nonce: '9' } as const,
    };
    const turn = takeTurn({ context: shippedContext, session: ready, now: 1 }, inputOf(words, ready));
    expect(answersOf(turn)?.[step]).toBe(value);
  });
});

describe('the municipality', () => {
  const register = survey.registers.municipalities;
  const { session } = play(shippedContext, [BEGUN]);
  const typed = (words: string) =>
    answersOf(takeTurn({ context: shippedContext, session, now: 1 }, { kind: 'text', text: words }));

  it.each(['fi', 'sv'] as const)('is found by all 308 names in %s, on the card and in words', locale => {
    const codes = Object.keys(register?.entries ?? {});
    const names = codes.map(code => [code, nameIn(register, code, locale)] as const);
    expect(names).toHaveLength(308);
    const missed = names.filter(([code, name]) => typed(name)?.municipality !== code);
    expect(missed).toEqual([]);
  });
});

describe('where it is offered', () => {
  it.each(LOCALES)('on the web page with an invitation, and not in Teams (%s)', locale => {
    const t = content.translate(locale);
    const greeting = { kind: 'greeting', returning: false } as const;
    const drawn = (screen: 'cards' | 'teams') => JSON.stringify(say(greeting, { locale, screen }));
    for (const words of [t('resident-survey:open'), t('resident-survey:invite')]) {
      expect(drawn('cards')).toContain(words);
      expect(drawn('teams')).not.toContain(words);
    }
  });

  it('is what a bare start does not begin', () => {
    const turn = takeTurn(
      { context: shippedContext, session: newSession('fi'), now: 0 },
      inputOf('aloita', newSession('fi')),
    );
    expect(turn.session.active).toBe('quick-check');
  });
});

function outcomeOf(answers: Answers) {
  return plain.outcome(survey, { answers, actions: [] });
}
