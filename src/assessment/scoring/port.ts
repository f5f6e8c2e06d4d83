import type { z } from 'zod';
import type { Action } from '../actions.ts';
import type { Answers, Entry } from '../answers.ts';
import type { Card } from '../card.ts';
import type { Instrument } from '../instrument.ts';
import type { Line } from '../line.ts';
import type { Outcome } from '../outcome.ts';
import type { Place } from '../places.ts';
import type { Section } from '../sections/section.ts';
import type { WorkbookFigures } from './workbook/figures-of.ts';

/** What an outcome is worked out from. */
export interface Given {
  readonly answers: Answers;
  /** The maturity model's actions; an instrument that recommends none ignores them. */
  readonly actions: readonly Action[];
  /** Answers of the same instrument about other areas, which stand beside these. */
  readonly others?: readonly Answers[];
  /** What the person answered to the instrument that these figures stand for, if they did. */
  readonly beside?: { readonly instrument: Instrument; readonly answers: Answers };
  /** What the person answered to the instruments that this one looks at. */
  readonly seen?: readonly Seen[];
}

/** Another instrument's answers, with the instrument they were given to. */
export interface Seen {
  readonly instrument: Instrument;
  readonly answers: Answers;
}

/** Something wrong with an instrument's rules: where in its file, and what. */
export interface RuleProblem {
  readonly path: string;
  readonly problem: string;
}

/** A way of scoring: the only place where one instrument may have code of its own. All of it is pure. */
export interface Scoring {
  /** The name that instruments call it by. */
  readonly by: string;
  /** The shape of the rules, as they stand in the instrument's file. */
  readonly rules: z.ZodType;
  /** What is wrong with rules of this shape; the rest of the instrument has been checked. */
  check(instrument: Instrument): readonly RuleProblem[];
  /** What the answers come to. They have been checked. */
  outcome(instrument: Instrument, given: Given): Outcome;
  /** The same as other tools read it (`npm run assess`). */
  report(instrument: Instrument, given: Given): object;
  /** The texts that outcomes need, as keys of the instrument's own file. */
  texts(instrument: Instrument): readonly string[];
  /** What is known from elsewhere when somebody begins, or comes back: written where it says another thing by now. */
  opening?(instrument: Instrument, seen: readonly Seen[], answers: Answers): readonly Entry[];
  /** Figures on the way, at a `show` step. */
  interim?(instrument: Instrument, answers: Answers, at: readonly Place[]): readonly Section[];
  /** How an item's figures stand after something was answered there, in a line. */
  growing?(instrument: Instrument, answers: Answers, at: readonly Place[]): Line | undefined;
  /** A card just answered, in a line of the instrument's own, where listing its answers would say less. */
  noted?(instrument: Instrument, answers: Answers, card: Card): Line | undefined;
  /** A figure of these answers by its name, in per cent; left out, it is the number answered under that name. */
  own?(instrument: Instrument, answers: Answers, id: string): number | undefined;
  /** Share (0–1) of what is counted that has an answer, where that is not the share of cards; undefined for nothing yet. */
  covered?(instrument: Instrument, answers: Answers): number | undefined;
  /** The figures that stand beside another year's; left out where answers of two years are not compared so. */
  year?(instrument: Instrument, answers: Answers): WorkbookFigures;
  /** The text key of the heading that a card stands under when all answers are shown. */
  group?(instrument: Instrument, card: Card): string | undefined;
}
