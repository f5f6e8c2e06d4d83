/** Reads what no fixed vocabulary knows: options by their labels, somebody's own words, dates, several of a scale. */
import type { Value } from '../../assessment/answers.ts';
import type { CardField } from '../../assessment/card.ts';
import type { FieldOf } from '../../assessment/field.ts';
import { optionsOf } from '../../assessment/instrument.ts';
import { offeredAt } from '../../assessment/options-at.ts';
import { fieldAt, type Place } from '../../assessment/places.ts';
import { namingOf, type RunScene } from '../context.ts';
import { readDate } from '../read-date.ts';

/** The value that a message gives to a field; undefined when it can give none, or the field is read by other rules. */
export function readWritten(scene: RunScene, field: CardField, text: string): Value | undefined {
  const words = text.trim().replace(/\s+/g, ' ');
  const { input } = field;
  switch (input.type) {
    case 'text':
      return input.lines > 1 ? text.trim() : words;
    case 'date':
      // What is no date is refused as such.
      return readDate(words, scene.now) ?? words;
    case 'multi':
      return several(scene, { ...field, input }, words);
    case 'choice':
      return onlyOne(labelled(scene, input.scale, words));
    default:
      return undefined;
  }
}

/** "1 ja 3", "paper, web": options by number or label, and one's own words where there is room for them. */
function several(
  scene: RunScene,
  { key, input }: CardField & { input: FieldOf<'multi'> },
  text: string,
): readonly string[] | undefined {
  const { instrument, run } = scene;
  const options = optionsOf(instrument, input);
  const shown = offeredAt(instrument, { input, at: placeOf(scene, key) }, run.answers);
  const parts = text.split(/ ?[,;] ?| (?:ja|sekä|och|samt|and|&) /iu).filter(part => part !== '');
  const read = parts.flatMap(part => {
    const byNumber = /^\d{1,2}$/.test(part) ? shown[Number(part) - 1] : undefined;
    if (byNumber !== undefined) return [byNumber];
    const byLabel = labelled(scene, input.scale, part);
    return byLabel.length > 0 ? byLabel : [part];
  });
  const known = read.filter(one => options.includes(one));
  if (known.length === 0 && input.own === 0) return undefined;
  return [...new Set(read)];
}

function placeOf({ instrument, run }: RunScene, key: string): readonly Place[] {
  return fieldAt(instrument, key, run.answers)?.at ?? [];
}

function labelled(scene: RunScene, scale: string, text: string): string[] {
  const found = namingOf(scene).means.find(text);
  return [...new Set(found.flatMap(({ id }) => (id.scale === scale ? [id.option] : [])))];
}

function onlyOne(options: readonly string[]): string | undefined {
  return options.length === 1 ? options[0] : undefined;
}
