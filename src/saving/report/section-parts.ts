import type { Answers } from '../../assessment/answers.ts';
import type { Instrument } from '../../assessment/instrument.ts';
import type { Outcome } from '../../assessment/outcome.ts';
import type { Section } from '../../assessment/sections/section.ts';
import { itemName } from '../../presentation/dialog-texts.ts';
import { lineText } from '../../presentation/line-text.ts';
import { actionBlocks } from '../../presentation/sections/actions.ts';
import { figureOf } from '../../presentation/sections/figure-of.ts';
import { sectionBlocks } from '../../presentation/sections/section-blocks.ts';
import { standingInBrief } from '../../presentation/sections/standing.ts';
import { wayUpBlocks } from '../../presentation/sections/way-up.ts';
import type { Block } from '../../presentation/view.ts';
import type { Voice } from '../../presentation/voice.ts';
import type { ReportBlock, ReportPart } from '../../reports/result/report.ts';
import { actionTable } from './action-table.ts';
import { reportBlocks } from './report-blocks.ts';

export interface ToldOutcome {
  readonly instrument: Instrument;
  readonly outcome: Outcome;
  /** What was answered; a shared result has none of it. */
  readonly answers: Answers | undefined;
  /** Why things were said not to apply, by answer key. */
  readonly reasons: Readonly<Record<string, string>>;
}

/** An outcome's sections as stretches of a document, in their order, each under its own heading where it has one. */
export function sectionParts(voice: Voice, told: ToldOutcome): ReportPart[] {
  let level: ReportPart['level'] = 2;
  return told.outcome.sections.flatMap(section => {
    if (section.kind === 'chapter') {
      level = 3;
      const heading = itemName(voice, told.instrument, section.item);
      return [{ in: 'brief', level: 2, heading, blocks: [] } as const];
    }
    return partsOf(voice, told, section).map(part => ({ ...part, level }));
  });
}

function partsOf(voice: Voice, told: ToldOutcome, section: Section): Omit<ReportPart, 'level'>[] {
  const { t } = voice;
  const { instrument, answers, reasons } = told;
  const drawn = { instrument, section, reasons };
  const figure = figureOf(voice, drawn, answers);
  const pictured: ReportBlock[] = figure ? [{ block: 'figure', figure }] : [];
  switch (section.kind) {
    // They stand at the head of a document.
    case 'title':
    case 'scope':
      return [];
    case 'standing': {
      const way = reportBlocks(t, wayUpBlocks(voice, { ...drawn, section }));
      return [
        {
          in: 'brief',
          blocks: [...pictured, ...reportBlocks(t, standingInBrief(voice, { ...drawn, section }))],
        },
        ...(way.length > 0 && section.stair.low < section.of
          ? [{ in: 'full', heading: t('report:way-up'), blocks: way } as const]
          : []),
      ];
    }
    case 'actions':
      return actionParts(voice, told, section.ids);
    case 'trend':
      return figure
        ? [{ in: 'brief', heading: t('bot:trend.title'), blocks: pictured }]
        : underHeading(voice, sectionBlocks(voice, drawn), pictured);
    case 'told':
      return figure
        ? [{ in: 'brief', heading: lineText(voice, instrument, section.title), blocks: pictured }]
        : underHeading(voice, sectionBlocks(voice, drawn), pictured);
    default:
      return underHeading(voice, besideFigure(sectionBlocks(voice, drawn), figure), pictured);
  }
}

/** Blocks without the picture and, where a drawn one stands in its place, without the list that says the same as it. */
function besideFigure(blocks: readonly Block[], figure: ReturnType<typeof figureOf>): readonly Block[] {
  const shown = blocks.filter(({ block }) => block !== 'picture');
  const [first, ...more] = shown;
  return figure && (first?.block === 'list' || first?.block === 'rows') ? more : shown;
}

/** What begins with a heading, or is a table, stands under it. */
function underHeading(
  { t }: Voice,
  blocks: readonly Block[],
  pictured: readonly ReportBlock[],
): Omit<ReportPart, 'level'>[] {
  const [first, ...more] = blocks;
  if (first === undefined && pictured.length === 0) return [];
  if (first?.block === 'heading')
    return [{ in: 'brief', heading: first.text, blocks: [...pictured, ...reportBlocks(t, more)] }];
  if (first?.block === 'rows')
    return [{ in: 'brief', heading: first.title, blocks: [...pictured, ...reportBlocks(t, blocks)] }];
  return [{ in: 'brief', blocks: [...pictured, ...reportBlocks(t, blocks)] }];
}

function actionParts(
  voice: Voice,
  { instrument, outcome }: ToldOutcome,
  ids: readonly string[],
): Omit<ReportPart, 'level'>[] {
  const { t } = voice;
  const table = actionTable(voice, instrument, outcome);
  if (!table) return [];
  const about = reportBlocks(
    t,
    actionBlocks(voice, ids).filter(({ block }) => block === 'item'),
  );
  return [
    { in: 'brief', heading: table.caption, blocks: [{ block: 'table', table }] },
    { in: 'full', heading: t('report:actions.about'), blocks: about },
  ];
}
