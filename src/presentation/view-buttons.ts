import type { Block, FormInput, View } from './view.ts';

/** A button of a message. `fields` is what it sends; a form's inputs come beside it, as they stand on the card. */
export interface ViewButton {
  readonly label: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** What may be filled in before it is pressed. */
  readonly inputs: readonly FormInput[];
}

/** All buttons of a message, in the order they are drawn. */
export function buttonsOf({ blocks }: View): readonly ViewButton[] {
  return blocks.flatMap(ofBlock);
}

function ofBlock(block: Block): readonly ViewButton[] {
  switch (block.block) {
    case 'choices':
      return block.choices.map(({ label, press }) => ({ label, fields: press, inputs: [] }));
    case 'buttons':
    case 'quiet':
      return block.buttons.map(({ label, press }) => ({ label, fields: press, inputs: [] }));
    case 'rows':
      return block.rows.flatMap(({ title, change }) =>
        change
          ? [{ label: change.name ?? `${change.label}: ${title}`, fields: change.press, inputs: [] }]
          : [],
      );
    case 'form':
      return [block.submit, ...(block.also ?? [])].map(({ label, fields }) => ({
        label,
        fields: { ...Object.fromEntries(block.inputs.map(({ id, value = '' }) => [id, value])), ...fields },
        inputs: block.inputs,
      }));
    default:
      return [];
  }
}
