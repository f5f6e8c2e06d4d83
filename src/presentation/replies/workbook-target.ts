import { formatNumber } from '../format-number.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { FormInput, View } from '../view.ts';
import type { Voice } from '../voice.ts';
import { waysAround } from '../workbook-buttons.ts';

/** The municipality's own targets: how many digital services, and how much to save. */
export function workbookTarget(voice: Voice, { target, place, nonce }: ReplyOf<'workbook-target'>): View {
  const { t, locale } = voice;
  const title = t('workbook-chat:target.title');
  const line = (id: 'services' | 'savings'): FormInput => {
    const value = target[id];
    return {
      input: 'line',
      id,
      label: t(`workbook-chat:target.${id}`),
      placeholder: t('workbook-chat:benefit.number'),
      maxLength: 40,
      ...(value !== undefined && { value: formatNumber(locale, value) }),
    };
  };
  return {
    id: `q${nonce}`,
    gist: title,
    expects: 'answer',
    blocks: [
      { block: 'heading', text: title },
      { block: 'text', text: t('workbook-chat:target.about') },
      {
        block: 'form',
        inputs: [line('services'), line('savings')],
        submit: { label: t('workbook-chat:target.submit'), fields: { do: 'workbook-form', place, nonce } },
      },
      { block: 'typing', text: t('workbook-chat:target.typing') },
      waysAround(voice, nonce, ['cancel']),
    ],
  };
}
