import { gridKeyOf } from '../assessment/grid.ts';
import type { Instrument } from '../assessment/instrument.ts';
import type { Place } from '../assessment/places.ts';
import { itemName } from './dialog-texts.ts';
import type { Link } from './view.ts';
import type { Voice } from './voice.ts';

/** The way to the page on which all rows of a place are filled in at once, where there is one and the screen can open it. */
export function gridLinks(
  voice: Voice,
  instrument: Instrument,
  at: readonly (Place & { readonly name?: string | undefined })[],
): Link[] {
  const { t, context, locale } = voice;
  const [place] = at;
  const key = gridKeyOf(instrument, at);
  if (!place || key === undefined || !context.gridLink) return [];
  const { list, item: id, name: own } = place;
  const name = itemName(voice, instrument, { list, id, ...(own !== undefined && { name: own }) });
  const url = `${context.gridLink(instrument.id, key)}?lang=${locale}`;
  return [{ label: '', text: t('page:grid.open', { name }), url }];
}
