/** A grid as the page beside the chat draws it: rows and columns in words, what is answered, what is only proposed. */

import { type AnswerKey, keyOf } from '../assessment/answers.ts';
import { OWN } from '../assessment/card.ts';
import { cardByKey } from '../assessment/find-card.ts';
import { type GridColumn, type GridRow, gridAt, gridKeyOf } from '../assessment/grid.ts';
import { fillsOf, type Instrument } from '../assessment/instrument.ts';
import { NAME } from '../assessment/names-in.ts';
import { addedTo, itemsIn, itemsOf, NOBODYS } from '../assessment/places.ts';
import { isNationalItem, proposalOf } from '../assessment/proposal.ts';
import { freeItem } from '../assessment/rows.ts';
import { cardText, cardTextIfAny, inputShort, itemAt, itemName } from './dialog-texts.ts';
import { type Drawn, fieldText, nowIn, type Showing } from './grid-now.ts';
import type { GridCellView, GridColumnView, GridRowView, GridView } from './grid-shown.ts';
import { municipalityName } from './prefill-texts.ts';
import { offeredValues, valueLabel } from './value-label.ts';
import type { Voice } from './voice.ts';

/** Undefined where there is no such grid. */
export function gridView(
  voice: Voice,
  instrument: Instrument,
  { answers, key, prefilled, found, municipality }: Showing,
): GridView | undefined {
  const grid = gridAt(instrument, answers, key);
  if (!grid) return undefined;
  const drawn = { voice, instrument, answers, grid, prefilled, found };
  const place = itemAt(grid.at, answers);
  const adding = addingIn(drawn);
  return {
    title: place ? itemName(voice, instrument, place) : '',
    columns: grid.columns.map(column => columnView(drawn, column)),
    rows: grid.rows.map(row => rowView(drawn, row)),
    now: nowIn(drawn),
    fills: fillsIn(drawn),
    places: placesBeside(drawn),
    ...fillIn(drawn, municipality),
    ...(grid.figures !== undefined && { onward: grid.figures }),
    ...(adding && { adding }),
  };
}

/** Only once it is known whose services are to be looked for: the chat asks. */
function fillIn({ voice, instrument }: Drawn, municipality: string | undefined): Pick<GridView, 'fill'> {
  if (municipality === undefined || !voice.context.prefilled?.includes(instrument.id)) return {};
  const fill = voice.t('prefill:grid.fill', { municipality: municipalityName(voice, municipality) });
  return { fill };
}

/** In the words of the card that adds a row in the chat. */
function addingIn({ voice, instrument, answers, grid }: Drawn): GridView['adding'] {
  const { at, key, step } = grid;
  const most = instrument.lists[step.list]?.own ?? 0;
  const card = cardByKey(instrument, answers, `${key}.${OWN}`);
  if (!card || (addedTo(instrument, step.list, { at, answers }) ?? []).length >= most) return undefined;
  const text = (part: 'name' | 'submit') => cardText(voice, instrument, { card, part, names: answers });
  const example = cardTextIfAny(voice, instrument, { card, part: 'example', names: answers });
  const item = freeItem(instrument, step.list, { at, answers });
  return {
    key: keyOf([...itemsIn(at), item], NAME),
    label: text('name'),
    press: text('submit'),
    ...(example !== undefined && { example }),
  };
}

function columnView({ voice, instrument, answers, grid }: Drawn, { input }: GridColumn): GridColumnView {
  const text = (part: string) => {
    const key = `${instrument.id}:inputs.${input.id}.${part}`;
    return voice.t.has(key) ? voice.t(key) : undefined;
  };
  const why = text('why');
  const example = text('example');
  const offered = offeredValues(instrument, { input, at: grid.at, names: answers });
  return {
    label: inputShort(voice, instrument, input.id),
    ...(why !== undefined && { why }),
    ...(example !== undefined && { example }),
    ...(input.type === 'choice' && {
      options: offered.map(value => ({ value, label: valueLabel(voice, instrument, { input, value }) })),
    }),
  };
}

function rowView(drawn: Drawn, row: GridRow): GridRowView {
  const { voice, instrument, answers, grid } = drawn;
  const item = itemAt(row.at, answers);
  const name = item ? itemName(voice, instrument, item) : '';
  const about = item?.name === undefined ? `${instrument.id}:${item?.list}.${item?.id}.about` : '';
  const national = isNationalItem(instrument, row.at);
  return {
    name: national ? voice.t('bot:question.national', { name }) : name,
    ...(about !== '' && voice.t.has(about) && { about: voice.t(about) }),
    ...(row.opens && { opens: row.opens }),
    cells: row.keys.map((key, index) => cellView(drawn, { key, column: grid.columns[index] })),
  };
}

function cellView(
  drawn: Drawn,
  { key, column }: { key: AnswerKey; column: GridColumn | undefined },
): GridCellView {
  const { voice, instrument } = drawn;
  const proposed = proposalOf(instrument, key);
  if (!column || proposed === undefined) return { key };
  const { input } = column;
  const label = valueLabel(voice, instrument, { input, value: proposed });
  return { key, proposed: { text: fieldText(drawn, column, proposed), label } };
}

/** "All in use", "all digital": the ways to fill in cards, here of all rows at once. */
function fillsIn({ voice, instrument, answers, grid }: Drawn): GridView['fills'] {
  const forms = grid.columns.flatMap(({ form }) => form ?? []);
  const [row] = grid.rows;
  return [...new Set([grid.step, ...forms])].flatMap(step =>
    fillsOf(step).flatMap(fill => {
      if (!('option' in fill)) return [];
      const at = step === grid.step ? grid.at : (row?.at ?? grid.at);
      const card = { key: grid.key, step, at };
      const columns = grid.columns.flatMap(({ input, form }, index) =>
        input.type === 'choice' && input.scale === fill.scale && (form ?? grid.step) === step ? [index] : [],
      );
      const label = cardText(voice, instrument, { card, part: `fills.${fill.id}`, names: answers });
      return [{ label, columns, text: fill.option }];
    }),
  );
}

function placesBeside({ voice, instrument, answers, grid }: Drawn): GridView['places'] {
  const [place] = grid.at;
  if (!place) return [];
  return itemsOf(instrument, place.list, { at: [], answers: NOBODYS }).flatMap(({ id }) => {
    const key = gridKeyOf(instrument, [{ list: place.list, item: id }]);
    const item = itemAt([{ list: place.list, item: id }], answers);
    return key === undefined || !item ? [] : [{ key, name: itemName(voice, instrument, item) }];
  });
}
