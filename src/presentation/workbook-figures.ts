/** The measures in lines, with what they leave out: the same for an area and for the whole. */
import type { Figures, FiguresLeftOut, ServiceName } from '../conversation/workbook/workbook-reply.ts';
import { formatNumber, formatShare } from './format-number.ts';
import type { Block } from './view.ts';
import type { Voice } from './voice.ts';
import { euros, serviceName, shareOr } from './workbook-texts.ts';

/** Coverage, degree, usage rate, the phase to develop first and the benefit, each in a line. */
export function measureLines(voice: Voice, figures: Figures): string[] {
  const { t, locale } = voice;
  const { counts, coverage, degree, usage, developFirst } = figures;
  const { inUse, relevant, planned } = counts;
  return [
    t('workbook-chat:figures.coverage', { share: shareOr(voice, coverage), inUse, relevant, planned }),
    t('workbook-chat:figures.degree', { share: shareOr(voice, degree) }),
    usage
      ? t(`workbook-chat:figures.usage-${usage.weighting}`, { share: formatShare(locale, usage.rate) })
      : t('workbook-chat:figures.usage-none'),
    ...(developFirst
      ? [
          t(`workbook-chat:figures.first-${developFirst.weighting}`, {
            phase: t(`workbook:phases.${developFirst.phase}`),
          }),
        ]
      : []),
    ...benefitLines(voice, figures.benefit),
  ];
}

function benefitLines(
  voice: Voice,
  { saving, savingPlanned, services, payback }: Figures['benefit'],
): string[] {
  const { t, locale } = voice;
  if (saving === null) return [];
  const count = { count: services };
  return [
    t('workbook-chat:figures.saving', { ...count, saving: euros(voice, saving) }),
    ...(savingPlanned
      ? [t('workbook-chat:figures.saving-planned', { saving: euros(voice, savingPlanned) })]
      : []),
    ...(payback === 'never' ? [t('workbook-chat:figures.payback-never')] : []),
    ...(typeof payback === 'number'
      ? [t('workbook-chat:figures.payback', { years: formatNumber(locale, Math.round(payback * 10) / 10) })]
      : []),
  ];
}

/** More names than these say little. */
const MOST_NAMES = 8;

/** Which services a measure leaves out because an answer is missing. Nothing when none is left out. */
export function leftOutBlocks(voice: Voice, { degree, usage, cases, benefit }: FiguresLeftOut): Block[] {
  const { t } = voice;
  const line = (key: 'degree' | 'usage' | 'cases', services: readonly ServiceName[]) =>
    services.length === 0
      ? []
      : [t(`workbook-chat:left-out.${key}`, { count: services.length, services: names(voice, services) })];
  const items = [
    ...line('degree', degree),
    ...line('usage', usage),
    ...line('cases', cases),
    ...benefit.slice(0, MOST_NAMES).map(({ missing, ...service }) =>
      t('workbook-chat:left-out.benefit', {
        service: serviceName(voice, service),
        missing: missing.map(input => t(`workbook:benefit-inputs.${input}`)).join(', '),
      }),
    ),
  ];
  if (items.length === 0) return [];
  return [
    { block: 'text', text: t('workbook-chat:left-out.title'), tone: 'strong' },
    { block: 'list', items },
  ];
}

function names(voice: Voice, services: readonly ServiceName[]): string {
  const shown = services.slice(0, MOST_NAMES).map(service => serviceName(voice, service));
  const more = services.length - shown.length;
  return [...shown, ...(more > 0 ? [voice.t('workbook-chat:left-out.more', { count: more })] : [])].join(
    ', ',
  );
}
