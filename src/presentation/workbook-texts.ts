/** What the workbook's ids are called, and its figures in words: the one place that knows their text keys. */
import type { EvidenceStair } from '../assessment/workbook/evidence.ts';
import { PHASES } from '../assessment/workbook/workbook-definition.ts';
import type { SaidAnswer, ServiceName } from '../conversation/workbook/workbook-reply.ts';
import { formatNumber, formatPercent, formatShare } from './format-number.ts';
import { userWords } from './user-words.ts';
import type { Voice } from './voice.ts';

export function areaName({ t }: Voice, area: string): string {
  return t(`workbook:areas.${area}.name`);
}

/** A listed service's name, or the words of the municipality for one of its own. */
export function serviceName({ t }: Voice, { id, name }: ServiceName): string {
  return name === undefined ? t(`workbook:services.${id}.name`) : userWords(name);
}

/** A share in per cents, or that it cannot be computed yet. */
export function shareOr({ t, locale }: Voice, share: number | null): string {
  return share === null ? t('workbook-chat:figures.none') : formatShare(locale, share);
}

/** Euros without cents. */
export function euros({ t, locale }: Voice, amount: number): string {
  return t('workbook-chat:figures.euros', { amount: formatNumber(locale, Math.round(amount)) });
}

/** "Porras 2", "Portaat 1–2"; 1 stands for "stair 2 is not reached". */
export function evidenceStair({ t }: Voice, stair: EvidenceStair | null): string {
  if (!stair) return t('workbook-chat:stair.nothing');
  const { low, high } = stair;
  if (low === high) return t(`workbook-chat:stair.exact-${low}`);
  return low === 1
    ? t('workbook-chat:stair.at-most', { high })
    : t('workbook-chat:stair.between', { low, high });
}

/** What was answered of a service in one line: "käytössä, käyttöaste 85 %, 7/7 vaihetta". */
export function answerLine(voice: Voice, { status, phases, usageRate, cases }: SaidAnswer): string {
  const { t, locale } = voice;
  const given = PHASES.filter(phase => phases?.[phase] !== undefined).length;
  return [
    status && t(`workbook:statuses.${status}`),
    given > 0 && t('workbook-chat:noted.phases', { given, all: PHASES.length }),
    usageRate !== undefined && t('workbook-chat:noted.usage', { rate: rateText(voice, usageRate) }),
    cases !== undefined && t('workbook-chat:noted.cases', { cases: formatNumber(locale, cases) }),
  ]
    .filter(part => typeof part === 'string')
    .join(', ');
}

export function rateText({ t, locale }: Voice, rate: number | 'unknown' | 'na'): string {
  return typeof rate === 'number' ? formatPercent(locale, rate) : t(`workbook:rates.${rate}`);
}
