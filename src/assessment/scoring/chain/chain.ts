import type { Answers } from '../../answers.ts';
import type { Card } from '../../card.ts';
import { inputsIn } from '../../condition.ts';
import { type Instrument, inputsOf, optionsOf } from '../../instrument.ts';
import type { Line } from '../../line.ts';
import type { Outcome } from '../../outcome.ts';
import { findInput, type Place } from '../../places.ts';
import type { Section } from '../../sections/section.ts';
import { insteadOf } from '../../shape/instead-of.ts';
import type { Given, RuleProblem, Scoring } from '../port.ts';
import { assessChain } from './assess-chain.ts';
import type { ChainItem } from './chain-item.ts';
import {
  benefitLines,
  chainSection,
  exitSections,
  followUpSection,
  listSection,
  namedItem,
  themeSections,
  verdictSections,
  weakSection,
} from './chain-lines.ts';
import {
  chainRules,
  chainRulesSchema,
  LINKS,
  LIST_OF_EXITS,
  LIST_OF_LINKS,
  NEEDED,
  UNCLEAR,
} from './chain-rules.ts';
import { benefitTexts, lineTexts, verdictTexts } from './line-texts.ts';
import { WEAK_SPOTS } from './weak-spots.ts';

/**
 * Undertakings whose result is not known: whether they are that at all, the chain from what is put in to what it
 * changes, how they end, and what came of them.
 */
export const chain: Scoring = {
  by: 'chain',
  rules: chainRulesSchema,
  check,
  texts,
  outcome,
  report: (instrument, { answers }) => {
    const { items, themes } = assessChain(instrument, answers);
    return { items, themes };
  },
  interim,
  noted,
};

function check(instrument: Instrument): readonly RuleProblem[] {
  const { items, verdicts, light, over } = chainRules(instrument);
  const { lists } = instrument;
  const listed = (id: string) => {
    const list = lists[id];
    return list && !('of' in list) ? list.items.map(item => item.id) : [];
  };
  const stage = findInput(instrument, 'stage');
  const stages = stage ? optionsOf(instrument, stage) : [];
  const missing = (where: string, ids: readonly string[], known: readonly string[]) =>
    ids
      .filter(id => !known.includes(id))
      .map(id => ({ path: where, problem: `there is no ${id}${insteadOf(id, known)}` }));
  return [
    ...(items in lists
      ? []
      : [
          {
            path: 'scoring.items',
            problem: `there is no list ${items}${insteadOf(items, Object.keys(lists))}`,
          },
        ]),
    ...missing(`lists.${LIST_OF_LINKS}`, LINKS, listed(LIST_OF_LINKS)),
    ...missing('scoring.light.decisive', light.decisive, listed(LIST_OF_EXITS)),
    ...missing('scoring.over', over, stages),
    ...[...NEEDED, ...verdicts.flatMap(({ when }) => inputsIn(when))]
      .filter(id => !findInput(instrument, id))
      .map(id => ({ path: `steps.${id}`, problem: 'the chain needs this field, and no step asks it' })),
  ];
}

function texts(instrument: Instrument): string[] {
  const { verdicts } = chainRules(instrument);
  const inputs = [...new Set(verdicts.flatMap(({ when }) => inputsIn(when)))];
  const reasons = inputs.flatMap(id => {
    const input = findInput(instrument, id);
    return input ? optionsOf(instrument, input).map(option => `outcome.reason-${id}-${option}`) : [];
  });
  return [
    ...lineTexts(),
    ...benefitTexts(),
    ...WEAK_SPOTS.map(id => `outcome.weak-${id}`),
    ...reasons,
    ...[...verdicts.map(({ id }) => id), UNCLEAR].flatMap(verdictTexts),
  ];
}

function outcome(instrument: Instrument, { answers }: Given): Outcome {
  const { items, themes } = assessChain(instrument, answers);
  const [first, ...more] = items;
  return {
    dialog: instrument.id,
    version: instrument.version,
    sections: [
      { kind: 'title', line: titleLine(instrument, items) },
      ...(more.length > 0 ? [listSection(instrument, items), ...themeSections(themes), RULES] : []),
      ...items.flatMap((item): Section[] => [
        ...(more.length > 0 ? [{ kind: 'chapter', item: namedItem(instrument, item) } as const] : []),
        ...ofItem(answers, item),
      ]),
      ...(first && more.length === 0 ? [RULES] : []),
    ],
  };
}

const RULES: Section = { kind: 'rules', line: { id: 'rules' } };

function titleLine(instrument: Instrument, items: readonly ChainItem[]): Line {
  const [first, ...more] = items;
  if (!first) return { id: 'title-nothing' };
  return more.length > 0
    ? { id: 'title-several', amounts: { number: { number: items.length } } }
    : { id: 'title', amounts: { item: { items: [namedItem(instrument, first)] } } };
}

function ofItem(answers: Answers, item: ChainItem): Section[] {
  const verdict = verdictSections(item);
  if (item.chain === 'left') return verdict;
  return [
    ...verdict,
    chainSection(answers, item),
    weakSection(item),
    ...exitSections(answers, item),
    ...followUpSection(item),
  ];
}

/** In an item: what it is. Of all: the list, and what themes came to. */
function interim(instrument: Instrument, answers: Answers, at: readonly Place[]): readonly Section[] {
  const { items, themes } = assessChain(instrument, answers);
  const [place] = at;
  if (!place) return items.length === 0 ? [] : [listSection(instrument, items), ...themeSections(themes)];
  const item = items.find(({ id }) => id === place.item);
  return item ? verdictSections(item) : [];
}

/** Cards of many fields are told by how many of them were filled in. */
function noted(instrument: Instrument, answers: Answers, card: Card): Line | undefined {
  const [place] = card.at;
  const item = place && assessChain(instrument, answers).items.find(({ id }) => id === place.item);
  if (!item) return undefined;
  const asks = inputsOf(card.step).map(({ id }) => id);
  const counted = (id: string, done: number, all: number): Line => ({
    id,
    amounts: { done: { number: done }, all: { number: all } },
  });
  if (asks.includes('measure')) {
    const measured = item.links.filter(({ measure }) => measure !== null);
    return counted('noted-measures', measured.length, item.links.length);
  }
  if (asks.includes('actual')) {
    const known = item.links.filter(({ actual }) => actual !== null);
    return counted('noted-actuals', known.length, item.links.length);
  }
  if (asks.includes('settled')) {
    const settled = item.exit.parts.filter(part => part.settled === 'yes');
    return counted('noted-exit', settled.length, item.exit.parts.length);
  }
  if (asks.includes('hourly-price')) return benefitLines(item.benefit)[0] ?? { id: 'noted-no-benefit' };
  const deciding = chainRules(instrument).verdicts.flatMap(({ when }) => inputsIn(when));
  return asks.length > 1 && asks.every(id => deciding.includes(id)) ? { id: 'noted-verdict' } : undefined;
}
