/** The chain's outcome as lines and sections: which text, and what stands in it. */
import { type Answers, type Entry, keyOf } from '../../answers.ts';
import type { Instrument } from '../../instrument.ts';
import type { Amount, Line } from '../../line.ts';
import type { NamedItem } from '../../named-item.ts';
import type { Section } from '../../sections/section.ts';
import type { LinkStanding } from '../../sections/told.ts';
import type { ChainItem } from './chain-item.ts';
import { chainRules, LIST_OF_EXITS, LIST_OF_LINKS, namedField, UNCLEAR } from './chain-rules.ts';
import { STEPS_ON } from './line-texts.ts';
import type { LinkResult } from './link-result.ts';
import type { ThemeResult } from './themes.ts';

/** Whether it is what was thought, by which answers, and what to do now. */
export function verdictSections({ verdict }: ChainItem): Section[] {
  const { id, reasons, unknown } = verdict;
  const lines = reasons.map(({ key, value }) => ({ id: `reason-${key}-${value}` }));
  const open = unknown.map(input => ({ terms: [`inputs.${input}.short`] }));
  const unclear: Line[] =
    id === UNCLEAR && open.length > 0
      ? [{ id: 'reason-unknown', amounts: { inputs: { terms: open.flatMap(({ terms }) => terms) } } }]
      : [];
  return [
    { kind: 'headline', line: { id: `verdict-${id}` } },
    { kind: 'figures', title: { id: 'reasons' }, lines: [...lines, ...unclear] },
    {
      kind: 'figures',
      title: { id: 'steps-on' },
      lines: STEPS_ON.map(number => ({ id: `step-${id}-${number}` })),
    },
  ];
}

/** The chain, link by link, with how far each got. */
export function chainSection(answers: Answers, { id, links }: ChainItem): Section {
  return {
    kind: 'told',
    title: { id: 'chain' },
    as: 'chain',
    rows: links.map(link => {
      const fields = ['measure', 'start', 'goal', 'follow-up', 'actual'];
      const keys = [keyOf([id], namedField(link.id)), ...fields.map(field => keyOf([id, link.id], field))];
      const remark = reachedLine(link);
      return {
        item: { list: LIST_OF_LINKS, id: link.id },
        entries: entriesAt(answers, keys),
        standing: standingOf(link),
        ...(remark && { remark }),
      };
    }),
  };
}

function standingOf({ named, measure }: LinkResult): LinkStanding {
  if (named.length === 0) return 'empty';
  return measure === null ? 'named' : 'measured';
}

function reachedLine({ reached, progress }: LinkResult): Line | undefined {
  if (reached === null || progress === null) return undefined;
  if (reached !== 'partly') return { id: `reached-${reached}` };
  return { id: 'reached-partly', amounts: { share: { share: progress } } };
}

/** Where the chain would break, or that it holds. */
export function weakSection({ weak, links }: ChainItem): Section {
  if (links.every(({ named }) => named.length === 0))
    return { kind: 'figures', lines: [{ id: 'chain-empty' }] };
  const lines = weak.map(({ id, links }): Line => {
    const items = links.map(link => ({ list: LIST_OF_LINKS, id: link }));
    return items.length === 0 ? { id: `weak-${id}` } : { id: `weak-${id}`, amounts: { links: { items } } };
  });
  return lines.length === 0
    ? { kind: 'figures', lines: [{ id: 'weak-none' }] }
    : { kind: 'figures', title: { id: 'weak' }, lines };
}

/** Whether it will live on, and the plan that says so. */
export function exitSections(answers: Answers, { id, exit }: ChainItem): Section[] {
  const { parts, light } = exit;
  const open = parts.filter(({ settled }) => settled !== 'yes').map(part => part.id);
  const settled = { number: parts.length - open.length };
  const amounts = { settled, all: { number: parts.length } };
  const items = open.map(part => ({ list: LIST_OF_EXITS, id: part }));
  const missing: Section[] =
    light === null || items.length === 0
      ? []
      : [{ kind: 'figures', lines: [{ id: 'exit-open', amounts: { parts: { items } } }] }];
  const rows = parts.map(part => ({
    item: { list: LIST_OF_EXITS, id: part.id },
    entries: entriesAt(
      answers,
      ['settled', 'how'].map(field => keyOf([id, part.id], field)),
    ),
  }));
  return [
    { kind: 'headline', line: { id: `light-${light ?? 'none'}`, amounts } },
    ...missing,
    ...(light === null ? [] : [{ kind: 'told', title: { id: 'exit' }, as: 'rows', rows } as const]),
  ];
}

/** What happened, once it is over. */
export function followUpSection({ state, achieved, kept, spread, lesson, benefit }: ChainItem): Section[] {
  if (state !== 'over') return [];
  const told = { achieved, kept, spread };
  const lines: Line[] = [
    ...(['achieved', 'kept', 'spread'] as const).map(id => ({ id: `${id}-${told[id] ?? 'unknown'}` })),
    lesson === null || lesson === 'unknown'
      ? { id: 'lesson-missing' }
      : { id: 'lesson', amounts: { lesson: { words: lesson } } },
    ...benefitLines(benefit),
  ];
  return [{ kind: 'figures', title: { id: 'followed' }, lines }];
}

/** What it saves, or what is missing to tell; nothing where nothing was said of it. */
export function benefitLines(benefit: ChainItem['benefit']): Line[] {
  if (benefit.kind === 'none') return [];
  if (benefit.kind === 'incomplete') {
    const terms = benefit.missing.map(input => `benefit-inputs.${input}`);
    return [{ id: 'benefit-open', amounts: { missing: { terms } } }];
  }
  const { saving, payback } = benefit;
  const cost: Line = { id: 'benefit-cost', amounts: { cost: { euros: -saving } } };
  return [
    saving < 0 ? cost : { id: 'benefit', amounts: { saving: { euros: saving } } },
    ...(payback === 'never' ? [{ id: 'payback-never' }] : []),
    ...(typeof payback === 'number' ? [paybackLine(payback)] : []),
  ];
}

function paybackLine(years: number): Line {
  return { id: 'payback', amounts: { years: { number: Math.round(years * 10) / 10 } } };
}

/** All items with their state. */
export function listSection(instrument: Instrument, items: readonly ChainItem[]): Section {
  const term = (scale: string, value: string | null): Amount =>
    value === null ? 'none' : { terms: [`scales.${scale}.${value}`] };
  return {
    kind: 'rows',
    title: { id: 'list' },
    rows: items.map(item => ({
      item: namedItem(instrument, item),
      line: {
        id: item.chain === 'left' ? 'state-left' : 'state',
        amounts: {
          stage: term('stage', item.stage),
          theme: term('theme', item.theme),
          verdict: { terms: [`outcome.verdict-name-${item.verdict.id}`] },
          light: { terms: [`outcome.light-name-${item.exit.light ?? 'none'}`] },
        },
      },
    })),
  };
}

/** Of each theme: what came of it together, or that nothing is over yet. */
export function themeSections(themes: readonly ThemeResult[]): Section[] {
  const lines = themes.map(({ theme, ...counts }): Line => {
    const numbers = Object.entries(counts).map(([name, number]) => [name, { number }] as const);
    const amounts = { theme: { terms: [`scales.theme.${theme}`] }, ...Object.fromEntries(numbers) };
    return { id: counts.over === 0 ? 'theme-open' : 'theme', amounts };
  });
  return lines.length === 0 ? [] : [{ kind: 'figures', title: { id: 'themes' }, lines }];
}

/** An item as it is named among the answers. */
export function namedItem(instrument: Instrument, { id, name }: ChainItem): NamedItem {
  return { list: chainRules(instrument).items, id, ...(name !== null && { name }) };
}

function entriesAt(answers: Answers, keys: readonly string[]): Entry[] {
  return keys.flatMap(key => {
    const value = answers[key];
    return value === undefined ? [] : [{ key, value }];
  });
}
