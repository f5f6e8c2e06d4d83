import { STATUSES } from '../../assessment/workbook/workbook-definition.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';
import { waysAround } from '../workbook-buttons.ts';
import { areaName } from '../workbook-texts.ts';

const LONGEST_NAME = 120;

/** A service that the list lacks. */
export function workbookOwn(voice: Voice, { area, place, nonce }: ReplyOf<'workbook-own'>): View {
  const { t } = voice;
  const title = t('workbook-chat:own.title', { area: areaName(voice, area) });
  return {
    id: `q${nonce}`,
    gist: title,
    expects: 'answer',
    blocks: [
      { block: 'heading', text: title },
      { block: 'text', text: t('workbook-chat:own.about') },
      {
        block: 'form',
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
        submit: { label: t('workbook-chat:own.submit'), fields: { do: 'workbook-form', place, nonce } },
      },
      { block: 'typing', text: t('workbook-chat:own.typing') },
      waysAround(voice, nonce, ['cancel']),
    ],
  };
}
