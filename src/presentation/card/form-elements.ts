import type { Block, FormInput } from '../view.ts';
import type { Element } from './element.ts';
import { literal, textElement } from './literal-text.ts';
import { submitForm } from './submit-button.ts';

/** The inputs one below the other and the button that sends them. */
export function formElements({ guidance, inputs, submit, also = [] }: Block & { block: 'form' }): Element[] {
  return [
    ...(guidance === undefined ? [] : [textElement(guidance)]),
    ...inputs.map(inputElement),
    { type: 'ActionSet', actions: [submit, ...also].map(submitForm) },
  ];
}

function inputElement(input: FormInput): Element {
  const { id, label, placeholder, value, missing } = input;
  const shared = {
    id,
    label,
    placeholder,
    ...(value !== undefined && { value }),
    ...(missing !== undefined && { isRequired: true as const, errorMessage: missing }),
  };
  if (input.input === 'several') {
    // Titles beside a box are read as Markdown; those of a list to pick from are not.
    const choices = input.options.map(option => ({ title: literal(option.label), value: option.value }));
    return { type: 'Input.ChoiceSet', ...shared, style: 'expanded', isMultiSelect: true, choices };
  }
  if (input.input === 'select') {
    // Compact: on a phone seven sets of five radio buttons are four screens long.
    const choices = input.options.map(option => ({ title: option.label, value: option.value }));
    return { type: 'Input.ChoiceSet', ...shared, style: 'compact', choices };
  }
  return {
    type: 'Input.Text',
    ...shared,
    maxLength: input.maxLength,
    ...(input.input === 'words' && { isMultiline: true as const }),
    ...(input.pattern !== undefined && { regex: input.pattern }),
  };
}
