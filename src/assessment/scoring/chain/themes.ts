/** What several undertakings of one theme came to together: achieved, learnt, spread. */
import type { ChainItem } from './chain-item.ts';

/** Counts of items. Of those that are not over nothing is counted yet. */
export interface ThemeResult {
  readonly theme: string;
  readonly items: number;
  readonly over: number;
  readonly achieved: number;
  readonly achievedPartly: number;
  readonly learnt: number;
  readonly spread: number;
  readonly spreadPartly: number;
}

type Told = Pick<ChainItem, 'chain' | 'theme' | 'state' | 'achieved' | 'spread' | 'lesson'>;

/** The themes of at least two items, in the order they come. Ordinary work, whose chain was left, does not count. */
export function themesOf(items: readonly Told[]): ThemeResult[] {
  const asked = items.filter(({ chain }) => chain === 'asked');
  const themes = [...new Set(asked.flatMap(({ theme }) => theme ?? []))];
  return themes.flatMap(theme => {
    const mine = asked.filter(item => item.theme === theme);
    return mine.length < 2 ? [] : [themeOf(theme, mine)];
  });
}

function themeOf(theme: string, items: readonly Told[]): ThemeResult {
  const over = items.filter(({ state }) => state === 'over');
  const count = (field: 'achieved' | 'spread', answer: string) =>
    over.filter(item => item[field] === answer).length;
  return {
    theme,
    items: items.length,
    over: over.length,
    achieved: count('achieved', 'yes'),
    achievedPartly: count('achieved', 'partly'),
    learnt: over.filter(({ lesson }) => lesson !== null && lesson !== 'unknown').length,
    spread: count('spread', 'yes'),
    spreadPartly: count('spread', 'partly'),
  };
}
