/** What the answers come to: every item by itself, and the themes that several of them share. */
import type { Answers } from '../../answers.ts';
import type { Instrument } from '../../instrument.ts';
import { memoPair } from '../../memo.ts';
import { itemsOf } from '../../places.ts';
import { type ChainItem, chainItem } from './chain-item.ts';
import { chainRules } from './chain-rules.ts';
import { type ThemeResult, themesOf } from './themes.ts';

export interface ChainResult {
  readonly items: readonly ChainItem[];
  /** Themes with more than one item. */
  readonly themes: readonly ThemeResult[];
}

/** All that is told, in the order the items were added. */
export const assessChain = memoPair((instrument: Instrument, answers: Answers): ChainResult => {
  const ids = itemsOf(instrument, chainRules(instrument).items, { at: [], answers }).map(({ id }) => id);
  const items = ids.map(id => chainItem(instrument, answers, id));
  return { items, themes: themesOf(items) };
});
