import { SAVING_PHASES } from '../../assessment/workbook/workbook-definition.ts';
import { formatNumber } from '../format-number.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { FormInput, View } from '../view.ts';
import type { Voice } from '../voice.ts';
import { workbookForm } from '../workbook-form.ts';
import { serviceName } from '../workbook-texts.ts';

type Benefit = ReplyOf<'workbook-benefit'>;

/** What the service costs and saves; everything may be left out. */
export function workbookBenefit(voice: Voice, reply: Benefit): View {
  const { t } = voice;
  const { nonce, place } = reply;
  const title = t('workbook-chat:benefit.title', { service: serviceName(voice, reply.service) });
  return workbookForm(voice, {
    card: 'benefit',
    title,
    about: [t('workbook-chat:benefit.about')],
    inputs: inputsOf(voice, reply),
    ways: ['why', 'back', 'skip'],
    place,
    nonce,
  });
}

function inputsOf({ t, locale }: Voice, { answer }: Benefit): FormInput[] {
  const { hourlyPrice, yearlyCost, oneOffCost, minutesSaved } = answer.benefit ?? {};
  const [whole, byPhase] = typeof minutesSaved === 'object' ? [undefined, minutesSaved] : [minutesSaved, {}];
  const line = (id: string, label: string, value: number | undefined): FormInput => ({
    input: 'line',
    id,
    label,
    placeholder: t('workbook-chat:benefit.number'),
    maxLength: 40,
    ...(value !== undefined && { value: formatNumber(locale, value) }),
  });
  return [
    line('cases', t('workbook-chat:service.cases'), answer.cases),
    line('hourlyPrice', t('workbook-chat:benefit.hourly-price'), hourlyPrice),
    line('yearlyCost', t('workbook-chat:benefit.yearly-cost'), yearlyCost),
    line('minutesSaved', t('workbook-chat:benefit.minutes'), whole),
    ...SAVING_PHASES.map(phase =>
      line(
        `minutes-${phase}`,
        t('workbook-chat:benefit.minutes-in', { phase: t(`workbook:phases.${phase}`) }),
        byPhase[phase],
      ),
    ),
    line('oneOffCost', t('workbook-chat:benefit.one-off-cost'), oneOffCost),
  ];
}
