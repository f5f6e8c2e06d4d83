import { STATUSES } from '../../assessment/workbook/workbook-definition.ts';
import { OPEN, statusInput } from '../../conversation/workbook/sent-inputs.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { FormInput, View } from '../view.ts';
import type { Voice } from '../voice.ts';
import { waysAround } from '../workbook-buttons.ts';
import { areaName, serviceName } from '../workbook-texts.ts';

type Services = ReplyOf<'workbook-services'>;

/** All services of an area on one card: what is decided of each. */
export function workbookServices(voice: Voice, reply: Services): View {
  const { t } = voice;
  const { nonce, place, part, parts, services } = reply;
  const area = areaName(voice, reply.area);
  const title = parts > 1 ? t('workbook-chat:services.title-part', { area, part, parts }) : area;
  return {
    id: `q${nonce}`,
    gist: title,
    expects: 'answer',
    blocks: [
      { block: 'progress', text: t('workbook-chat:progress', { ...reply.progress }), ...reply.progress },
      { block: 'heading', text: title },
      { block: 'text', text: t('workbook-chat:services.about') },
      {
        block: 'form',
        inputs: services.map(service => statusSelect(voice, service)),
        submit: { label: t('workbook-chat:services.submit'), fields: { do: 'workbook-form', place, nonce } },
        numbered: true,
      },
      { block: 'typing', text: t('workbook-chat:services.typing') },
      waysAround(voice, nonce, ['why', 'back', 'skip', 'finish']),
    ],
  };
}

function statusSelect(voice: Voice, service: Services['services'][number]): FormInput {
  const { t } = voice;
  return {
    input: 'select',
    id: statusInput(service.id),
    label: serviceName(voice, service),
    placeholder: t('workbook-chat:services.open'),
    options: [
      ...STATUSES.map(status => ({ value: status, label: t(`workbook:statuses.${status}`) })),
      ...(service.status ? [{ value: OPEN, label: t('workbook-chat:services.open') }] : []),
    ],
    ...(service.status && { value: service.status }),
  };
}
