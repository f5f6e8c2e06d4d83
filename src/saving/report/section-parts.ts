import type { Answers } from '../../assessment/answers.ts';
import type { Instrument } from '../../assessment/instrument.ts';
import type { Outcome } from '../../assessment/outcome.ts';
import type { Section, SectionOf } from '../../assessment/sections/section.ts';
import { itemName } from '../../presentation/dialog-texts.ts';
import { lineText } from '../../presentation/line-text.ts';
import { actionBlocks } from '../../presentation/sections/actions.ts';
import type { DrawnSection } from '../../presentation/sections/drawn-section.ts';
import { figureOf } from '../../presentation/sections/figure-of.ts';
import { sectionBlocks } from '../../presentation/sections/section-blocks.ts';
import { standingInBrief } from '../../presentation/sections/standing.ts';
import { wayUpBlocks } from '../../presentation/sections/way-up.ts';
import type { Block } from '../../presentation/view.ts';
import type { Voice } from '../../presentation/voice.ts';
import type { ReportBlock, ReportPart } from '../../reports/result/report.ts';
import { actionTable } from './action-table.ts';
import { chaptersIn } from './chapters-in.ts';
import { lackingPart } from './lacking-part.ts';
import { asHeading, reportBlocks } from './report-blocks.ts';
import { roadmapParts } from './roadmap-parts.ts';
import { trendTable } from './trend-table.ts';

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
  return chaptersIn(told.outcome.sections).flatMap(({ item, sections }): ReportPart[] => {
    const level = item === undefined ? 2 : 3;
    const parts = sections
      .flatMap(section => partsOf(voice, told, section))
      .map(part => ({ ...part, level }) as const);
    if (item === undefined) return parts;
    const heading = itemName(voice, told.instrument, item);
    return sections.some(isOfUnit)
      ? [{ in: 'full', level: 2, heading, blocks: parts.flatMap(blocksUnderName) }]
      : [{ in: 'brief', level: 2, heading, blocks: [] }, ...parts];
  });
}

/** How one of several units stands is in the table of the whole already: the page for a council has room for that alone. */
function isOfUnit(section: Section): boolean {
  return section.kind === 'profile' && section.unit !== undefined;
}

/** The blocks of a part that has lost its heading to a chapter: a table bears the same name itself. */
function blocksUnderName({ heading, blocks }: ReportPart): readonly ReportBlock[] {
  const [first] = blocks;
  const named = first?.block === 'table' && first.table.caption === heading;
  return heading === undefined || named
    ? blocks
    : [{ block: 'text', text: heading, tone: 'strong' }, ...blocks];
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
    case 'standing':
      return standingParts(voice, { ...drawn, section }, pictured);
    case 'actions':
      return actionParts(voice, told, section.ids);
    case 'trend':
      return trendParts(voice, { ...drawn, section }, pictured);
    case 'heat':
      return [{ in: 'brief', heading: t('bot:heat.title'), blocks: pictured }];
    case 'profile': {
      const shown = besideFigure(sectionBlocks(voice, drawn), figure);
      return [
        ...underHeading(voice, section.unit ? beforeHeading(shown) : shown, pictured),
        ...lackingPart(voice, { ...drawn, section }),
      ];
    }
    case 'roadmap':
      return roadmapParts(voice, { ...drawn, section });
    case 'told':
      return figure
        ? [{ in: 'brief', heading: lineText(voice, instrument, section.title), blocks: pictured }]
        : underHeading(voice, sectionBlocks(voice, drawn), pictured);
    default:
      return underHeading(voice, besideFigure(sectionBlocks(voice, drawn), figure), pictured);
  }
}

function standingParts(
  voice: Voice,
  drawn: DrawnSection<SectionOf<'standing'>>,
  pictured: readonly ReportBlock[],
): Omit<ReportPart, 'level'>[] {
  const { t } = voice;
  const { stair, of } = drawn.section;
  const way = reportBlocks(t, wayUpBlocks(voice, drawn));
  return [
    { in: 'brief', blocks: [...pictured, ...reportBlocks(t, standingInBrief(voice, drawn))] },
    ...(way.length > 0 && stair.low < of
      ? [{ in: 'full', heading: t('report:way-up'), blocks: way } as const]
      : []),
  ];
}

/** As its picture, else as levels side by side, else day by day. */
function trendParts(
  voice: Voice,
  drawn: DrawnSection<SectionOf<'trend'>>,
  pictured: readonly ReportBlock[],
): Omit<ReportPart, 'level'>[] {
  const heading = voice.t('bot:trend.title');
  if (pictured.length > 0) return [{ in: 'brief', heading, blocks: pictured }];
  const table = trendTable(voice, drawn);
  return table
    ? [{ in: 'brief', heading, blocks: [{ block: 'table', table }] }]
    : underHeading(voice, sectionBlocks(voice, drawn), []);
}

/** Without what one unit needs next, which is told of all its axes apart. */
function beforeHeading(blocks: readonly Block[]): readonly Block[] {
  const at = blocks.findIndex(({ block }) => block === 'heading');
  return at === -1 ? blocks : blocks.slice(0, at);
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
    return [{ in: 'brief', heading: asHeading(first.text), blocks: [...pictured, ...reportBlocks(t, more)] }];
  if (first?.block === 'rows')
    return [
      { in: 'brief', heading: asHeading(first.title), blocks: [...pictured, ...reportBlocks(t, blocks)] },
    ];
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
