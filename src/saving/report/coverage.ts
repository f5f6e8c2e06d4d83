import type { Answers, Value } from '../../assessment/answers.ts';
import type { Card } from '../../assessment/card.ts';
import { fieldsOf, isAnswered } from '../../assessment/fields-of.ts';
import { cardSteps, type Instrument, inputsOf, isFrame } from '../../assessment/instrument.ts';
import { type Outcome, sectionOf } from '../../assessment/outcome.ts';
import { scoringOf } from '../../assessment/scoring/scoring.ts';
import { walk } from '../../assessment/walk.ts';
import type { Told } from '../../conversation/session.ts';

/**
 * How much of what was asked was answered, from 0 to 1: by the instrument's own measure where that speaks of all that it
 * asks. The levels of a profile speak of their statements alone: of an instrument that asks other things beside them
 * (a table of services), each field counts. Undefined where it cannot be told, as of a shared result of such a one.
 */
export function coverageOf(
  instrument: Instrument,
  outcome: Outcome,
  told: Told | undefined,
): number | undefined {
  const standing = sectionOf(outcome, 'standing');
  if (standing) return standing.coverage;
  const axes = sectionOf(outcome, 'profile')?.axes ?? [];
  if (axes.length === 0) return told && answeredShare(instrument, told);
  return asksBeside(instrument)
    ? told && knownShare(instrument, told)
    : meanOf(axes.map(({ coverage }) => coverage));
}

/** Whether something has to be answered that no level of a profile counts. */
function asksBeside(instrument: Instrument): boolean {
  return cardSteps(instrument).some(
    ({ step }) =>
      step.type !== 'climb' &&
      !isFrame(step) &&
      inputsOf(step).some(input => input.type !== 'choose' && input.blank !== 'fine'),
  );
}

/** By fields, as the statements of a profile are counted: whoever does not know has not told. */
function knownShare(instrument: Instrument, { answers, passed }: Told): number | undefined {
  const fields = walk(instrument, answers, passed)
    .path.filter(({ step }) => step.type !== 'show')
    .flatMap(card => fieldsOf(instrument, card, answers))
    .filter(({ input }) => input.type !== 'choose' && input.blank !== 'fine');
  return meanOf(fields.map(({ key }) => (isKnown(answers[key]) ? 1 : 0)));
}

function isKnown(value: Value | undefined): boolean {
  return value !== undefined && value !== 'unknown';
}

/** By the cards that were answered of those on the way. */
function answeredShare(instrument: Instrument, { answers, passed }: Told): number | undefined {
  const { covered } = scoringOf(instrument);
  if (covered) return covered(instrument, answers);
  const cards = walk(instrument, answers, passed).path.filter(({ step }) => step.type !== 'show');
  const needed = cards.filter(card => isAsked(instrument, card, answers));
  return meanOf((needed.length > 0 ? needed : cards).map(card => shareOf(instrument, card, answers)));
}

/** Whether it has a field that may not stay empty. */
function isAsked(instrument: Instrument, card: Card, answers: Answers): boolean {
  return fieldsOf(instrument, card, answers).some(
    ({ input }) => input.type === 'choose' || input.blank !== 'fine',
  );
}

/** A grid can be filled in by half; any other card was answered or not. */
function shareOf(instrument: Instrument, card: Card, answers: Answers): number {
  if (isAnswered(instrument, card, answers)) return 1;
  if (card.step.type !== 'table') return 0;
  return (
    meanOf(fieldsOf(instrument, card, answers).map(({ key }) => (answers[key] === undefined ? 0 : 1))) ?? 0
  );
}

function meanOf(shares: readonly number[]): number | undefined {
  return shares.length === 0 ? undefined : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
