/** One item with its chain, its end, and what came of it. */
import { type Answers, keyOf, numberAt, textAt } from '../../answers.ts';
import { valueIn } from '../../condition.ts';
import type { Instrument } from '../../instrument.ts';
import { ownName } from '../../places.ts';
import { type Benefit, benefitOf } from '../workbook/benefit.ts';
import { chainRules, LINKS } from './chain-rules.ts';
import { type ExitPlan, exitPlanOf } from './exit-plan.ts';
import { type LinkResult, linkResult } from './link-result.ts';
import { type Verdict, verdictOf } from './verdict.ts';
import { type WeakSpot, weakSpots } from './weak-spots.ts';

/** One item with its chain. What was not answered is null. */
export interface ChainItem {
  readonly id: string;
  readonly name: string | null;
  readonly stage: string | null;
  readonly theme: string | null;
  readonly verdict: Verdict;
  /** `left`: it turned out to be ordinary work, and the person chose to go no further with it. */
  readonly chain: 'asked' | 'left';
  readonly links: readonly LinkResult[];
  readonly exit: ExitPlan;
  readonly weak: readonly WeakSpot[];
  readonly state: 'under-way' | 'over';
  /** What happened: yes, partly, no or unknown. */
  readonly achieved: string | null;
  readonly kept: string | null;
  readonly spread: string | null;
  readonly lesson: string | null;
  readonly benefit: Benefit;
}

/** Reads an item from the answers and looks at it by the rules. */
export function chainItem(instrument: Instrument, answers: Answers, id: string): ChainItem {
  const at = (field: string) => textAt(answers, keyOf([id], field)) ?? null;
  const links = LINKS.map(link => linkResult(answers, id, link));
  const exit = exitPlanOf(instrument, answers, id);
  const stage = at('stage');
  const state = stage !== null && chainRules(instrument).over.includes(stage) ? 'over' : 'under-way';
  const left = valueIn(answers, id, 'go-on') === 'no';
  const lesson = at('lesson');
  return {
    id,
    name: ownName(answers, [id]) ?? null,
    stage,
    theme: at('theme'),
    verdict: verdictOf(instrument, answers, id),
    chain: left ? 'left' : 'asked',
    links,
    exit,
    weak: left ? [] : weakSpots({ links, exit, money: at('money'), state, lesson }),
    state,
    achieved: at('achieved'),
    kept: at('kept'),
    spread: at('spread'),
    lesson,
    benefit: benefitAt(answers, id),
  };
}

/** By the workbook's own calculator: what is in use saves as a service there does. */
function benefitAt(answers: Answers, id: string): Benefit {
  return benefitOf({
    status: 'inuse',
    amount: field => numberAt(answers, keyOf([id], field)),
  });
}
