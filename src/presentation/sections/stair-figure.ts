import type { Answers } from '../../assessment/answers.ts';
import type { Instrument } from '../../assessment/instrument.ts';
import { type ConditionState, conditionsOf } from '../../assessment/scoring/stairs/score.ts';
import type { SectionOf } from '../../assessment/sections/section.ts';
import { inputShort } from '../dialog-texts.ts';
import { stairSvg } from '../picture/stair-svg.ts';
import { stairTexts } from '../picture/stair-texts.ts';
import type { Voice } from '../voice.ts';
import type { DrawnSection } from './drawn-section.ts';
import type { SectionFigure } from './section-figure.ts';

type Drawn = DrawnSection<SectionOf<'standing'>>;

/**
 * The stair with the conditions of every step beside it: which are met, which are not, of which nothing is known. Where
 * the answers are not known, how many of them are met.
 */
export function stairFigure(voice: Voice, drawn: Drawn, answers?: Answers): SectionFigure {
  const { t } = voice;
  const { instrument, section } = drawn;
  const texts = stairTexts(t, { ...section.stair, ...(section.provisional && { provisional: true }) });
  const conditions = answers === undefined ? [] : conditionsOf(instrument, answers);
  const caption = t('report:stairs.caption');
  return {
    svg: stairSvg(section.stair, texts),
    alt: texts.alt,
    width: 'narrow',
    table:
      conditions.length > 0
        ? { caption, ...byCondition(voice, drawn, conditions) }
        : { caption, ...counted(voice, drawn) },
  };
}

/** What stands in which column. One that is begun is told apart from one that is not. */
const COLUMNS = {
  met: ['met'],
  open: ['not', 'partly'],
  unknown: ['unknown'],
} as const satisfies Record<string, readonly ConditionState[]>;

function byCondition(voice: Voice, drawn: Drawn, conditions: ReturnType<typeof conditionsOf>) {
  const { t } = voice;
  const { instrument } = drawn;
  const rows = conditions.map((stair, index) => [
    stairName(voice, instrument, index + 1),
    ...Object.values(COLUMNS).map(states =>
      stair
        .filter(({ state }) => states.some(one => one === state))
        .map(({ id, state }) => {
          const condition = inputShort(voice, instrument, id);
          return state === 'partly' ? t('report:stairs.partly', { condition }) : condition;
        })
        .join('; '),
    ),
  ]);
  const head = [
    t('report:stairs.stair'),
    ...Object.keys(COLUMNS).map(column => t(`report:stairs.${column}`)),
  ];
  return { head, rows: rows.map(row => row.map(cell => cell || '–')) };
}

function counted(voice: Voice, { instrument, section }: Drawn) {
  const { t } = voice;
  const { stairs = [] } = section;
  return {
    head: [t('report:stairs.stair'), t('report:stairs.met'), t('report:stairs.unknown')],
    rows: stairs.map(({ stair, holds, met, of, unknown }) => [
      stairName(voice, instrument, stair),
      holds === 'not-assessed' ? t('report:stairs.not-assessed') : `${met}/${of}`,
      String(unknown.length),
    ]),
  };
}

/** "1 Perusta on kunnossa": in a narrow column. */
function stairName({ t }: Voice, { id }: Instrument, stair: number): string {
  return `${stair} ${t(`${id}:stairs.${stair}.name`)}`;
}
