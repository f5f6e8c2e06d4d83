import type { FieldProblem } from '../../conversation/workbook/workbook-reply.ts';
import { formatNumber } from '../format-number.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** Why a card was not taken, input by input. It stays open, with everything that was filled in. */
export function workbookRefused(voice: Voice, { problems }: ReplyOf<'workbook-refused'>): View {
  const { t } = voice;
  const text = t('workbook-chat:refused.title');
  return {
    gist: text,
    expects: 'answer',
    blocks: [
      { block: 'text', text, tone: 'strong' },
      { block: 'list', items: problems.map(problem => problemLine(voice, problem)) },
    ],
  };
}

const KNOWN = [
  'areas',
  'status',
  'usageRate',
  'cases',
  'minutesSaved',
  'hourlyPrice',
  'yearlyCost',
  'oneOffCost',
  'name',
  'services',
  'savings',
  'own',
];

function problemLine(
  { t, locale }: Voice,
  { field, code, min = 0, max = 0, candidates = [0, 0] }: FieldProblem,
): string {
  const problem = t(`workbook:problems.${code}`, {
    min: formatNumber(locale, min),
    max: formatNumber(locale, max),
    one: candidates[0],
    other: candidates[1],
    service: '',
    area: '',
    column: '',
  });
  return KNOWN.includes(field) ? `${t(`workbook-chat:fields.${field}`)}: ${problem}` : problem;
}
