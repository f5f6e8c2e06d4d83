import { commandButton } from '../command-button.ts';
import { formatShare } from '../format-number.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
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
  const title = t('workbook-chat:whole.title');
  const stair = evidenceStair(voice, figures.stair);
  return {
    gist: `${title}. ${stair}`,
    expects: 'nothing',
    blocks: [
      { block: 'heading', text: title },
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
