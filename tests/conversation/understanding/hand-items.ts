import type { Amount } from '../../../src/conversation/understanding/amounts-in.ts';
import type { Item } from '../../../src/conversation/understanding/tag.ts';

const TAGS: Readonly<Record<string, Item['tag']>> = {
  net: { is: 'by-net' },
  phone: { is: 'not-by-net' },
  rest: { is: 'rest' },
  no: { is: 'no', strength: 'sure' },
  and: { is: 'and' },
  or: { is: 'or' },
  but: { is: 'but' },
  to: { is: 'range', dash: false },
  '-': { is: 'range', dash: true },
  plus: { is: 'plus' },
  minus: { is: 'minus' },
  between: { is: 'between' },
  except: { is: 'except' },
  monthly: { is: 'per', times: 12 },
  daily: { is: 'per', times: 250 },
  'all-year': { is: 'year-round' },
};

/**
 * Items written by hand: a number is an amount, `80%` one of per cents, `75/100` a share and `3k` thousands; a mark parts,
 * and a word that is none of the above is unknown.
 */
export function handItems(text: string): {
  readonly items: readonly Item[];
  readonly amounts: readonly Amount[];
} {
  const words = text.split(' ');
  const items = words.map((word): Item => ({ tag: tagOf(word), words: 1, cost: 0, from: 0, to: 0 }));
  const amounts = words.flatMap((word, start) => amountOf(word, start) ?? []);
  return { items, amounts };
}

function tagOf(word: string): Item['tag'] {
  const mark: Item['tag'] = { is: 'break', mark: word };
  return TAGS[word] ?? (/^[.,;]$/.test(word) ? mark : { is: 'unknown' });
}

function amountOf(word: string, start: number): Amount | undefined {
  const [, figure, unit] = /^(\d+(?:\.\d+)?)(%|\/100|k|€)?$/.exec(word) ?? [];
  if (figure === undefined) return undefined;
  const at = { start, end: start + 1, ranged: false } as const;
  const value = Number(figure);
  if (unit === '%') return { value, said: 'plain', measure: 'percent', ...at };
  if (unit === '€') return { value, said: 'plain', measure: 'money', ...at };
  if (unit === 'k') return { value: value * 1000, by: 1000, said: 'plain', ...at };
  return { value, said: unit === '/100' ? 'share' : 'plain', ...at };
}
