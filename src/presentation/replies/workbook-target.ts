import { formatNumber } from '../format-number.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { FormInput, View } from '../view.ts';
import type { Voice } from '../voice.ts';
import { workbookForm } from '../workbook-form.ts';

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
  return workbookForm(voice, {
    card: 'target',
    title,
    about: [t('workbook-chat:target.about')],
    inputs: [line('services'), line('savings')],
    ways: ['cancel'],
    place,
    nonce,
  });
}
