/** What a register of services proposes for the rows of a grid, in words: each field with its source. */
import type { AnswerKey, Answers } from '../assessment/answers.ts';
import type { Grid, GridColumn } from '../assessment/grid.ts';
import type { Instrument } from '../assessment/instrument.ts';
import type { Prefilled } from '../assessment/prefilled.ts';
import type { Found, Offer } from '../conversation/prefilling/found.ts';
import { openOffers } from '../conversation/prefilling/offers.ts';
import type { GridOffer, GridOfferedCell } from './grid-shown.ts';
import { servicesText, sourceText, whyText } from './prefill-texts.ts';
import { valueLabel } from './value-label.ts';
import type { Voice } from './voice.ts';

interface Offering {
  readonly voice: Voice;
  readonly instrument: Instrument;
  readonly answers: Answers;
  readonly grid: Pick<Grid, 'rows' | 'columns'>;
  readonly prefilled?: Prefilled | undefined;
  readonly found?: Found | undefined;
}

/** In the order of the rows; none where nobody has asked the register, or all of it has been decided. */
export function gridOffers(offering: Offering): GridOffer[] {
  const { voice, grid, answers, prefilled, found } = offering;
  if (!found) return [];
  const open = (['sure', 'unsure'] as const).flatMap(surety =>
    openOffers({ answers, prefilled }, found[surety]).map(offer => ({ offer, surety })),
  );
  return grid.rows.flatMap(({ keys }) =>
    open.flatMap(({ offer, surety }): GridOffer[] => {
      const cells = keys.flatMap((key, index) =>
        offeredCell(offering, offer, { key, column: grid.columns[index] }),
      );
      const named = { services: servicesText(voice, offer), why: whyText(voice, offer) };
      return cells.length > 0 ? [{ surety, about: voice.t(`prefill:grid.${surety}`, named), cells }] : [];
    }),
  );
}

function offeredCell(
  { voice, instrument, found }: Offering,
  { entries }: Offer,
  { key, column }: { readonly key: AnswerKey; readonly column: GridColumn | undefined },
): GridOfferedCell[] {
  const entry = entries.find(one => one.key === key);
  if (!entry || !column || !found) return [];
  const answer = valueLabel(voice, instrument, { input: column.input, value: entry.value });
  const said = voice.t('prefill:grid.offered', { answer, source: sourceText(voice, found.day) });
  return [{ key, text: String(entry.value), said }];
}

/** How many of the register's proposals are on the page now: "varmoja 12, tarkistettavia 3". */
export function offersCounted({ t }: Pick<Voice, 't'>, offers: readonly GridOffer[]): string {
  if (offers.length === 0) return t('prefill:grid.none-here');
  const sure = offers.filter(({ surety }) => surety === 'sure').length;
  return t('prefill:grid.laid', { sure, unsure: offers.length - sure });
}
