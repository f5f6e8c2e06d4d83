import { STATUSES } from '../../assessment/workbook/workbook-definition.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';
import { workbookForm } from '../workbook-form.ts';
import { areaName } from '../workbook-texts.ts';

const LONGEST_NAME = 120;

/** A service that the list lacks. */
export function workbookOwn(voice: Voice, { area, place, nonce }: ReplyOf<'workbook-own'>): View {
  const { t } = voice;
  const title = t('workbook-chat:own.title', { area: areaName(voice, area) });
  return workbookForm(voice, {
    card: 'own',
    title,
    about: [t('workbook-chat:own.about')],
    inputs: [
      {
        input: 'line',
        id: 'name',
        label: t('workbook-chat:own.name'),
        placeholder: t('workbook-chat:own.name-example'),
        maxLength: LONGEST_NAME,
        missing: t('workbook-chat:own.name-missing'),
      },
      {
        input: 'select',
        id: 'status',
        label: t('workbook-chat:service.status'),
        placeholder: t('bot:question.choose'),
        options: STATUSES.map(status => ({ value: status, label: t(`workbook:statuses.${status}`) })),
        missing: t('workbook-chat:own.status-missing'),
      },
    ],
    ways: ['cancel'],
    place,
    nonce,
  });
}
