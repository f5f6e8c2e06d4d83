/** Words that throw something away, misspelt: whatever is made of them, nothing goes before it was asked about. */
import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '../../src/conversation/locale.ts';
import { newSession, type Session } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { vocabularies } from '../conversation/understanding/vocabularies.ts';
import { shippedContext } from '../support/real-context.ts';
import { inputOf } from '../support/transcript.ts';

/** Every phrase that erases or starts over, and the same with two letters of a word in the wrong order: "poista teitoni". */
function slipsOf(locale: Locale): string[] {
  const { erase, restart } = vocabularies[locale].commands;
  const phrases = [...erase.sure, ...erase.likely, ...restart.sure].map(phrase => phrase.replaceAll('*', ''));
  return phrases.flatMap(phrase => [
    phrase,
    swapped(phrase, 0),
    swapped(phrase, phrase.lastIndexOf(' ') + 1),
  ]);
}

function swapped(phrase: string, from: number): string {
  const [at, next] = [from + 1, from + 2];
  return phrase.slice(0, at) + phrase.charAt(next) + phrase.charAt(at) + phrase.slice(next + 1);
}

function turned(session: Session, does: string) {
  return takeTurn({ context: shippedContext, session, now: 1 }, inputOf(does, session));
}

/** On a question, on a card of rows, on the summary and on the result. */
const PLACES: readonly (readonly string[])[] = [
  ['[open quick-check]', 'ohita', '[yes]'],
  ['[open workbook]', '[form areas=work]', 'ohita', '1 käytössä'],
  ['[open quick-check]', 'ohita', '[yes]', '[/summary]'],
  ['[open quick-check]', 'ohita', '[yes]', '[/finish]'],
];

describe.each(LOCALES)('in %s', locale => {
  it.each(PLACES)('nothing goes unasked: %s, %s …', (...does) => {
    const session = does.reduce((now, one) => turned(now, one).session, newSession('fi'));
    const answers = ({ runs }: Session) =>
      Object.values(runs).reduce((count, run) => count + Object.keys(run.answers).length, 0);
    const said = { ...session, locale };
    const lost = slipsOf(locale).filter(text => {
      const turn = turned(said, text);
      return (
        answers(turn.session) < answers(said) || turn.effects.some(({ kind }) => kind === 'erase-everything')
      );
    });
    expect(lost).toEqual([]);
  });
});
