import type { SectionOf } from '../../assessment/sections/section.ts';
import { contactLinks } from '../contact-links.ts';
import { inputOf, inputShort, instrumentOf, itemName } from '../dialog-texts.ts';
import { scopeText } from '../entries-text.ts';
import { lineText } from '../line-text.ts';
import { stairLabel } from '../stair-title.ts';
import { valueLabel } from '../value-label.ts';
import type { Block } from '../view.ts';
import type { Voice } from '../voice.ts';
import { actionBlocks } from './actions.ts';
import { areasBlocks } from './areas.ts';
import { changeBlocks } from './change.ts';
import { consensusBlocks } from './consensus.ts';
import type { DrawnSection } from './drawn-section.ts';
import { gatheredBlocks } from './gathered.ts';
import { matrixBlocks } from './matrix.ts';
import { needsBlocks } from './needs.ts';
import { profileBlocks } from './profile.ts';
import { roadmapBlocks } from './roadmap.ts';
import { standingBlocks } from './standing.ts';
import { toldBlocks } from './told.ts';
import { trendBlocks } from './trend.ts';

/** A section of an outcome as it is shown, whatever instrument it comes from. */
export function sectionBlocks(voice: Voice, drawn: DrawnSection): Block[] {
  const { instrument, section } = drawn;
  const line = (one: Parameters<typeof lineText>[2]) => lineText(voice, instrument, one);
  switch (section.kind) {
    case 'standing':
      return standingBlocks(voice, { ...drawn, section });
    case 'scope':
      return [strong(voice.t('bot:result.scope', { scope: scopeText(voice, instrument, section.entries) }))];
    case 'areas':
      return areasBlocks(voice, instrument, section);
    case 'title':
    case 'headline':
      return [strong(line(section.line))];
    case 'figures':
      return [
        ...heading(section.title && line(section.title)),
        ...(section.lines.length > 0 ? [{ block: 'list', items: section.lines.map(line) } as const] : []),
      ];
    case 'contact':
      return [...heading(line(section.title)), contactLinks(voice)];
    case 'chapter':
      return [{ block: 'heading', text: itemName(voice, instrument, section.item), opens: 'section' }];
    case 'told':
      return toldBlocks(voice, { ...drawn, section });
    case 'rows':
      return [rows(voice, { ...drawn, section })];
    case 'missing':
      return [strong(voice.t('bot:missing.title')), { block: 'list', items: section.lines.map(line) }];
    case 'actions':
      return actionBlocks(voice, section.ids);
    // Too wide for a chat, which tells the same areas in a line each; documents have it (`figureOf`).
    case 'heat':
      return [];
    case 'rules':
      return [{ block: 'text', text: line(section.line), tone: 'quiet' }];
    default:
      return besideBlocks(voice, { ...drawn, section });
  }
}

type Beside = 'compare' | 'gathered' | 'consensus' | 'change' | 'trend';
type Planning = 'profile' | 'needs' | 'roadmap' | 'matrix';

/** Where somebody stands by levels, where they are going, and what changes around them. */
function planningBlocks(voice: Voice, { instrument, section }: DrawnSection<SectionOf<Planning>>): Block[] {
  switch (section.kind) {
    case 'profile':
      return profileBlocks(voice, { instrument, section });
    case 'needs':
      return needsBlocks(voice, { instrument, section });
    case 'roadmap':
      return roadmapBlocks(voice, { instrument, section });
    case 'matrix':
      return matrixBlocks(voice, { instrument, section });
  }
}

/** What stands beside the result itself: others' answers, other instruments, and earlier results. */
function besideBlocks(
  voice: Voice,
  { instrument, section }: DrawnSection<SectionOf<Beside> | SectionOf<Planning>>,
): Block[] {
  switch (section.kind) {
    case 'compare':
      return compare(voice, { instrument, section });
    case 'gathered':
      return gatheredBlocks(voice, section);
    case 'consensus':
      return consensusBlocks(voice, { instrument, section });
    case 'change':
      return changeBlocks(voice, { instrument, section });
    case 'trend':
      return trendBlocks(voice, { instrument, section });
    default:
      return planningBlocks(voice, { instrument, section });
  }
}

function strong(text: string): Block {
  return { block: 'text', text, tone: 'strong' };
}

function heading(text: string | undefined): Block[] {
  return text === undefined ? [] : [{ block: 'heading', text, opens: 'section' }];
}

function rows(voice: Voice, { instrument, section }: DrawnSection<SectionOf<'rows'>>): Block {
  return {
    block: 'rows',
    title: lineText(voice, instrument, section.title),
    rows: section.rows.map(({ item, line, remark }) => ({
      title: itemName(voice, instrument, item),
      answers: [{ value: lineText(voice, instrument, line), state: 'given' }],
      remarks: remark ? [lineText(voice, instrument, remark)] : [],
      words: [],
    })),
  };
}

/** Where another instrument's own estimates and these figures part ways: the figures are the stronger ground. */
function compare(voice: Voice, { instrument, section }: DrawnSection<SectionOf<'compare'>>): Block[] {
  const { t } = voice;
  const text = (id: string, params?: Record<string, string>) =>
    t(`${instrument.id}:outcome.compare-${id}`, params);
  const stairs = text('stairs', {
    own: stairLabel(t, section.own),
    evidence: stairLabel(t, section.withEvidence),
  });
  const other = instrumentOf(voice, section);
  const scope = section.scope && scopeText(voice, other, section.scope);
  const title: Block[] = [
    { block: 'heading', text: text('title'), opens: 'section' },
    ...(scope === undefined
      ? []
      : [
          {
            block: 'text',
            text: t('bot:result.scope-of', { dialog: t(`${other.id}:title`), scope }),
          } as const,
        ]),
  ];
  if (section.differences.length === 0)
    return [...title, { block: 'text', text: text('same') }, { block: 'text', text: stairs }];
  const items = section.differences.map(({ input: id, selfEstimate, evidence }) => {
    const input = inputOf(other, id);
    return text('difference', {
      question: inputShort(voice, other, id),
      own: valueLabel(voice, other, { input, value: selfEstimate }),
      evidence: valueLabel(voice, other, { input, value: evidence }),
    });
  });
  return [
    ...title,
    { block: 'text', text: text('differ') },
    { block: 'list', items },
    { block: 'text', text: stairs },
  ];
}
