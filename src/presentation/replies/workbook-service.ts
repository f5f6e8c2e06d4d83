import { PHASE_STATES, PHASES, STATUSES } from '../../assessment/workbook/workbook-definition.ts';
import { OPEN } from '../../conversation/workbook/sent-inputs.ts';
import { formatNumber } from '../format-number.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { FormInput, View } from '../view.ts';
import type { Voice } from '../voice.ts';
import { waysAround } from '../workbook-buttons.ts';
import { answerLine, areaName, rateText, serviceName } from '../workbook-texts.ts';

type Service = ReplyOf<'workbook-service'>;

/** One service in use: its seven phases, usage rate and cases a year. */
export function workbookService(voice: Voice, reply: Service): View {
  const { t } = voice;
  const { nonce, place, answer } = reply;
  const title = serviceName(voice, reply.service);
  const about = t('workbook-chat:service.about', { area: areaName(voice, reply.area) });
  const earlier = answerLine(voice, answer);
  const fields = { do: 'workbook-form', place, nonce };
  return {
    id: `q${nonce}`,
    gist: title,
    expects: 'answer',
    blocks: [
      { block: 'progress', text: t('workbook-chat:progress', { ...reply.progress }), ...reply.progress },
      { block: 'heading', text: title },
      { block: 'text', text: about },
      ...(earlier
        ? [{ block: 'typing', text: t('workbook-chat:service.earlier', { answer: earlier }) } as const]
        : []),
      {
        block: 'form',
        inputs: [
          statusSelect(voice, reply),
          ...PHASES.map(phase => phaseSelect(voice, reply, phase)),
          ...numbers(voice, reply),
        ],
        submit: { label: t('workbook-chat:service.submit'), fields },
        also: {
          label: t('workbook-chat:service.submit-benefit'),
          fields: { ...fields, onward: 'benefit' },
          tone: 'plain',
        },
      },
      { block: 'typing', text: t('workbook-chat:service.typing') },
      waysAround(voice, nonce, ['why', 'back', 'skip', 'finish']),
    ],
  };
}

/** One of the list can be left undecided again; one's own would be gone. */
function statusSelect({ t }: Voice, { answer, service }: Service): FormInput {
  const undecided = answer.status !== undefined && service.name === undefined;
  return {
    input: 'select',
    id: 'status',
    label: t('workbook-chat:service.status'),
    placeholder: t('bot:question.choose'),
    options: [
      ...STATUSES.map(status => ({ value: status, label: t(`workbook:statuses.${status}`) })),
      ...(undecided ? [{ value: OPEN, label: t('workbook-chat:services.open') }] : []),
    ],
    ...(answer.status ? { value: answer.status } : { missing: t('workbook-chat:own.status-missing') }),
  };
}

function phaseSelect({ t }: Voice, { answer }: Service, phase: (typeof PHASES)[number]): FormInput {
  const value = answer.phases?.[phase];
  return {
    input: 'select',
    id: `phase-${phase}`,
    label: t(`workbook:phases.${phase}`),
    placeholder: t('bot:question.choose'),
    options: PHASE_STATES.map(state => ({ value: state, label: t(`workbook:phase-states.${state}`) })),
    ...(value && { value }),
  };
}

function numbers(voice: Voice, { answer }: Service): FormInput[] {
  const { t, locale } = voice;
  const { usageRate, cases } = answer;
  return [
    {
      input: 'line',
      id: 'usageRate',
      label: t('workbook-chat:service.usage'),
      placeholder: t('workbook-chat:service.usage-example'),
      maxLength: 40,
      ...(usageRate !== undefined && { value: rateText(voice, usageRate) }),
    },
    {
      input: 'line',
      id: 'cases',
      label: t('workbook-chat:service.cases'),
      placeholder: t('workbook-chat:service.cases-example'),
      maxLength: 40,
      ...(cases !== undefined && { value: formatNumber(locale, cases) }),
    },
  ];
}
