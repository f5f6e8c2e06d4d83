import type { Command } from '../conversation/command.ts';
import type { FormInput, View } from './view.ts';
import type { Voice } from './voice.ts';
import { waysAround } from './workbook-buttons.ts';

interface FormCard {
  /** Whose texts it has. */
  readonly card: 'areas' | 'benefit' | 'own' | 'target';
  readonly title: string;
  /** What stands between the title and the form. */
  readonly about: readonly string[];
  readonly inputs: readonly FormInput[];
  readonly ways: readonly Command[];
  readonly place: string;
  readonly nonce: string;
}

/** A card of the workbook that is one form: what it is about, the form, how to answer in words, and the ways around it. */
export function workbookForm(
  voice: Voice,
  { card, title, about, inputs, ways, place, nonce }: FormCard,
): View {
  const { t } = voice;
  const submit = { label: t(`workbook-chat:${card}.submit`), fields: { do: 'workbook-form', place, nonce } };
  return {
    id: `q${nonce}`,
    gist: title,
    expects: 'answer',
    blocks: [
      { block: 'heading', text: title },
      ...about.map(text => ({ block: 'text', text }) as const),
      { block: 'form', inputs: [...inputs], submit },
      { block: 'typing', text: t(`workbook-chat:${card}.typing`) },
      ...(ways.length > 0 ? [waysAround(voice, nonce, ways)] : []),
    ],
  };
}
