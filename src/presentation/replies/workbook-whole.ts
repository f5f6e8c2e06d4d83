import { AREA_COUNT } from '../../assessment/workbook/workbook-definition.ts';
import { commandButton } from '../command-button.ts';
import { formatShare } from '../format-number.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { Block, View } from '../view.ts';
import type { Voice } from '../voice.ts';
import { goButton } from '../workbook-buttons.ts';
import { leftOutBlocks, measureLines } from '../workbook-figures.ts';
import { areaName, euros, evidenceStair, shareOr } from '../workbook-texts.ts';
import { besideQuickCheck } from './workbook-beside.ts';

type Whole = ReplyOf<'workbook-whole'>;

/** The whole municipality: the stair from evidence, the measures, each area in a line, and the ways on. */
export function workbookWhole(voice: Voice, reply: Whole): View {
  const { t } = voice;
  const { figures, areas, open } = reply;
  const title = titleOf(voice, areas);
  const stair = evidenceStair(voice, figures.stair);
  return {
    gist: `${title}. ${stair}`,
    expects: 'nothing',
    blocks: [
      { block: 'heading', text: title },
      ...scopeBlocks(voice, areas),
      { block: 'text', text: stair, tone: 'strong' },
      { block: 'list', items: [...measureLines(voice, figures), ...targetLines(voice, reply)] },
      ...(areas.length > 0
        ? [
            {
              block: 'rows',
              title: t('workbook-chat:whole.areas'),
              rows: areas.map(area => areaRow(voice, area)),
            } as const,
          ]
        : []),
      ...leftOutBlocks(voice, figures.leftOut),
      ...(reply.quickCheck ? besideQuickCheck(voice, reply.quickCheck) : []),
      { block: 'text', text: t('workbook-chat:whole.rules'), tone: 'quiet' },
      { block: 'text', text: t('bot:result.no-decision') },
      { block: 'typing', text: t('workbook-chat:whole.typing') },
      {
        block: 'buttons',
        buttons: [
          ...(open ? [{ ...commandButton(voice, 'resume', { tone: 'main' }) }] : []),
          { ...commandButton(voice, 'export'), label: t('workbook-chat:whole.export') },
        ],
      },
      {
        block: 'quiet',
        buttons: [
          goButton(voice, 'areas', { label: 'areas' }),
          goButton(voice, 'target', { label: 'target' }),
          commandButton(voice, 'contact'),
        ],
      },
    ],
  };
}

/** Named after the whole municipality only where every area is in. */
function titleOf(voice: Voice, areas: Whole['areas']): string {
  const { t } = voice;
  const [first] = areas;
  if (!first) return t('workbook-chat:whole.title-nothing');
  if (areas.length === AREA_COUNT) return t('workbook-chat:whole.title');
  return areas.length === 1
    ? t('workbook-chat:whole.title-area', { area: areaName(voice, first.area) })
    : t('workbook-chat:whole.title-areas');
}

/** Below this share of answered services a result is called provisional, as the quick check's is. */
const PROVISIONAL_BELOW = 0.5;

/** How much of the municipality the figures speak of. */
function scopeBlocks({ t }: Voice, areas: Whole['areas']): Block[] {
  const answered = areas.reduce((sum, { counts }) => sum + counts.answered, 0);
  const services = areas.reduce((sum, { counts }) => sum + counts.services, 0);
  const isPartial = areas.length > 0 && areas.length < AREA_COUNT;
  return [
    ...(answered < services * PROVISIONAL_BELOW
      ? [
          {
            block: 'text',
            text: t('workbook-chat:whole.provisional', { answered, services }),
            tone: 'strong',
          } as const,
        ]
      : []),
    ...(isPartial
      ? [{ block: 'text', text: t('workbook-chat:whole.scope', { count: areas.length }) } as const]
      : []),
  ];
}

function areaRow(voice: Voice, { area, coverage, degree, usage, stair }: Whole['areas'][number]) {
  const { t } = voice;
  const figures = t('workbook-chat:whole.area-figures', {
    coverage: shareOr(voice, coverage),
    degree: shareOr(voice, degree),
    usage: shareOr(voice, usage?.rate ?? null),
  });
  return {
    title: areaName(voice, area),
    answers: [{ value: figures, state: 'given' as const }],
    remarks: [evidenceStair(voice, stair)],
    words: [],
  };
}

function targetLines(voice: Voice, { target: { services, savings } }: Whole): string[] {
  const { t, locale } = voice;
  return [
    ...(services
      ? [
          t('workbook-chat:target.services-share', {
            target: services.target,
            share: formatShare(locale, services.share),
          }),
        ]
      : []),
    ...(savings
      ? [
          t('workbook-chat:target.savings-share', {
            target: euros(voice, savings.target),
            share: formatShare(locale, savings.share),
          }),
        ]
      : []),
  ];
}
