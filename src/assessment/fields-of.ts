import { type Answers, keyOf } from './answers.ts';
import { type Card, type CardField, OWN } from './card.ts';
import { type CardStep, type Input, type Instrument, inputsOf } from './instrument.ts';
import { memo, memoPair } from './memo.ts';
import { NAME } from './names-in.ts';
import { addedAt, fieldAt, findInput, itemsIn, itemsOf, NOBODYS } from './places.ts';
import { freeItem, rowsOf, rowsOnCard } from './rows.ts';

/** The fields of a card, in order. A row of one's own asks its name first. */
export function fieldsOf(instrument: Instrument, card: Card, answers: Answers): readonly CardField[] {
  const { step, at, part } = card;
  const rows = step.type === 'table' || step.type === 'climb';
  const picked = step.type === 'table' && step.items === 'chosen';
  return picked || (rows && (part === OWN || addedAt(answers, at)))
    ? fieldsAmong(instrument, card, answers)
    : listedFieldsOf(instrument, card);
}

/** The fields of a card whose list nobody added to. */
const listedFieldsOf = memoPair((instrument: Instrument, card: Card) =>
  fieldsAmong(instrument, card, NOBODYS),
);

function fieldsAmong(instrument: Instrument, card: Card, answers: Answers): readonly CardField[] {
  const { step, at } = card;
  const above = itemsIn(at);
  if (step.type === 'table') return tableFields(instrument, answers, { ...card, step });
  if (step.type === 'climb') {
    const rows = itemsOf(instrument, step.list, { at, answers }).filter(({ level }) => level === card.part);
    return rows.map(({ id }) => ({ key: keyOf([...above, id], step.input.id), input: step.input, item: id }));
  }
  return fieldsOnCard(instrument, step).map(input => ({ key: keyOf(above, input.id), input }));
}

/** A form's fields, those it shares with another card first. */
function fieldsOnCard(instrument: Instrument, step: CardStep): readonly Input[] {
  if (step.type !== 'form' || step.shares.length === 0) return inputsOf(step);
  return [...step.shares.flatMap(id => findInput(instrument, id) ?? []), ...step.inputs];
}

function tableFields(
  instrument: Instrument,
  answers: Answers,
  { step, at, part }: Card & { step: Extract<CardStep, { type: 'table' }> },
): CardField[] {
  const above = itemsIn(at);
  if (part === OWN) {
    const item = freeItem(instrument, step.list, { at, answers });
    const name = fieldAt(instrument, keyOf([...above, item], NAME), answers);
    return [
      ...(name ? [{ key: name.key, input: name.input }] : []),
      ...step.inputs.map(input => ({ key: keyOf([...above, item], input.id), input })),
    ];
  }
  const size = rowsOnCard(step);
  const from = ((part ?? 1) - 1) * size;
  return rowsOf(instrument, step, { at, answers })
    .slice(from, from + size)
    .flatMap(({ id }) =>
      step.inputs.map(input => ({ key: keyOf([...above, id], input.id), input, item: id })),
    );
}

/** Whether every field that has to be has an answer. Figures have none, and are gone through by passing them. */
export function isAnswered(instrument: Instrument, card: Card, answers: Answers): boolean {
  const needed = neededOf(fieldsOf(instrument, card, answers));
  return needed.length > 0 && needed.every(({ key }) => answers[key] !== undefined);
}

const neededOf = memo((fields: readonly CardField[]) =>
  fields.filter(({ input }) => input.type === 'choose' || input.blank !== 'fine'),
);
