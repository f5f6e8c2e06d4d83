import type { Interval } from '../../assessment/interval.ts';
import type { Translate } from '../../conversation/translate.ts';
import type { StairShown } from './stair-picture-path.ts';

/** What the picture shows, in words. */
export function stairAlt(t: Translate, { provisional, ...stair }: StairShown): string {
  const picture = stepsInWords(t, stair);
  return provisional ? t('bot:picture.alt.provisional', { picture }) : picture;
}

function stepsInWords(t: Translate, { low, high }: Interval): string {
  if (high === 0) return t('bot:picture.alt.none');
  if (low === high) return t('bot:picture.alt.exact', { count: low });
  return low === 0 ? t('bot:picture.alt.at-most', { high }) : t('bot:picture.alt.between', { low, high });
}
