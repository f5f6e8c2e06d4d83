import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';
import { workbookForm } from '../workbook-form.ts';
import { areaName } from '../workbook-texts.ts';

/** Which areas to go through now; the others can be taken later, by somebody else too. */
export function workbookAreas(
  voice: Voice,
  { areas, chosen, nonce, place }: ReplyOf<'workbook-areas'>,
): View {
  const { t } = voice;
  const title = t('workbook-chat:areas.title');
  return workbookForm(voice, {
    card: 'areas',
    title,
    about: [t('workbook-chat:areas.about'), t('workbook-chat:areas.time')],
    inputs: [
      {
        input: 'several',
        id: 'areas',
        label: t('workbook-chat:areas.label'),
        placeholder: t('bot:question.choose'),
        options: areas.map(area => ({ value: area, label: areaName(voice, area) })),
        missing: t('workbook-chat:areas.missing'),
        ...(chosen.length > 0 && { value: chosen.join(',') }),
      },
    ],
    ways: [],
    place,
    nonce,
  });
}
