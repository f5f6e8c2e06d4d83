import type { Interval } from '../assessment/interval.ts';
import type { Translate } from '../conversation/translate.ts';

/** The result in a line: "Porras 2: Digipalvelut ovat käytössä", or the interval without a name. */
export function stairTitle(t: Translate, stair: Interval, dialog: string): string {
  const { low, high } = stair;
  if (low !== high) return stairLabel(t, stair);
  const name = t(`${dialog}:stairs.${low}.name`);
  return low === 0 ? name : t('bot:stair.named', { stair: low, name });
}

/** The same without the stair's name: "Porras 2", "Portaat 1–3", "Enintään porras 2". */
export function stairLabel(t: Translate, { low, high }: Interval): string {
  if (high === 0) return t('bot:stair.none');
  if (low === high) return t('bot:stair.exact', { stair: low });
  return low === 0 ? t('bot:stair.at-most', { high }) : t('bot:stair.between', { low, high });
}
