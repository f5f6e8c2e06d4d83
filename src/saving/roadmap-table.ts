/** The actions of a roadmap as a table that other tools take, one a row. */
import type { Instrument } from '../assessment/instrument.ts';
import { type Outcome, sectionOf } from '../assessment/outcome.ts';
import { inputOf, inputShort, itemName } from '../presentation/dialog-texts.ts';
import { userWords } from '../presentation/user-words.ts';
import { valueLabel } from '../presentation/value-label.ts';
import type { Voice } from '../presentation/voice.ts';
import type { SpreadsheetTable } from '../reports/table-xlsx.ts';

/** Fields in the order in which tools for tasks ask for them. */
const FIELDS = ['owner', 'deadline', 'state'] as const;
/** Before them stand the action and its spearhead. */
const DAYS = 2 + FIELDS.indexOf('deadline');

/** Undefined where there is no roadmap. Days are written as 2027-06-01, which every tool reads. */
export function roadmapTable(
  voice: Voice,
  instrument: Instrument,
  outcome: Outcome,
): SpreadsheetTable | undefined {
  const { t } = voice;
  const section = sectionOf(outcome, 'roadmap');
  if (!section) return undefined;
  const rows = section.groups.flatMap(({ name, rows: measures }) =>
    measures.map(({ item, moves, effort, entries }) => [
      itemName(voice, instrument, item),
      name === undefined ? '' : userWords(name),
      ...FIELDS.map(field => {
        const value = entries.find(({ key }) => key === field)?.value;
        if (value === undefined) return '';
        return field === 'deadline' && typeof value === 'string'
          ? value
          : valueLabel(voice, instrument, { input: inputOf(instrument, field), value });
      }),
      effort ? t(`bot:effort.${effort}`) : '',
      moves
        .map(({ goal, level }) => t('bot:roadmap.move', { goal: itemName(voice, instrument, goal), level }))
        .join(', '),
    ]),
  );
  return {
    title: t('bot:roadmap.title'),
    locale: voice.locale,
    head: [
      t('bot:roadmap.action'),
      inputShort(voice, instrument, 'spearhead'),
      ...FIELDS.map(field => inputShort(voice, instrument, field)),
      t('bot:roadmap.effort-head'),
      t('bot:roadmap.moves-head'),
    ],
    rows,
    days: DAYS,
  };
}
