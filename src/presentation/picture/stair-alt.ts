import type { StairInterval } from '../../assessment/score.ts';
import type { Translate } from '../../conversation/translate.ts';

/** What the picture shows, in words. */
export function stairAlt(t: Translate, { low, high }: StairInterval): string {
  if (high === 0) return t('bot:picture.alt.none');
  if (low === high) return t('bot:picture.alt.exact', { count: low });
  return low === 0 ? t('bot:picture.alt.at-most', { high }) : t('bot:picture.alt.between', { low, high });
}
