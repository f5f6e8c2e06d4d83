import type { Noted } from '../../conversation/workbook/workbook-reply.ts';
import { didYouMeanView } from '../did-you-mean-view.ts';
import { formatShare } from '../format-number.ts';
import { placeOf } from '../place-of.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';
import { answerLine, areaName, euros, serviceName, shareOr } from '../workbook-texts.ts';

/** A line about what was taken; it takes the place of the card that was sent in. */
export function workbookNoted(voice: Voice, reply: ReplyOf<'workbook-noted'>): View {
  const { noted, open } = reply;
  const text = notedText(voice, noted);
  const growing = noted.what === 'services' ? noted.growing : undefined;
  return {
    ...placeOf(reply),
    gist: text,
    expects: 'nothing',
    blocks: [
      { block: 'text', text },
      ...(growing ? [{ block: 'text', text: growingText(voice, growing), tone: 'quiet' } as const] : []),
      ...(open ? [{ block: 'typing', text: voice.t('workbook-chat:noted.typing') } as const] : []),
    ],
  };
}

/** Asks whether an unclear message was read right. */
export function workbookDidYouMean(voice: Voice, { nonce, noted }: ReplyOf<'workbook-did-you-mean'>): View {
  return didYouMeanView(voice, { answer: notedText(voice, noted), nonce });
}

function notedText(voice: Voice, noted: Noted): string {
  const { t } = voice;
  switch (noted.what) {
    case 'areas':
      return t('workbook-chat:noted.areas', {
        areas: noted.areas.map(area => areaName(voice, area)).join('; '),
      });
    case 'counts': {
      const { inUse, planned, none } = noted.counts;
      return t('workbook-chat:noted.counts', { area: areaName(voice, noted.area), inUse, planned, none });
    }
    case 'services':
      return noted.services
        .map(service => {
          const answer = answerLine(voice, service.answer);
          return t('workbook-chat:noted.service', { service: serviceName(voice, service), answer });
        })
        .join('; ');
    case 'target':
      return t('workbook-chat:noted.target');
    case 'benefit':
      return noted.saving === null
        ? t('workbook-chat:noted.benefit-open', { service: serviceName(voice, noted.service) })
        : t('workbook-chat:noted.benefit', {
            service: serviceName(voice, noted.service),
            saving: euros(voice, noted.saving),
          });
    case 'skipped':
      return t('workbook-chat:noted.skipped', { card: skippedCard(voice, noted) });
  }
}

function skippedCard(voice: Voice, { area, service }: Noted & { what: 'skipped' }): string {
  if (service) return serviceName(voice, service);
  return area === undefined ? voice.t('workbook:title') : areaName(voice, area);
}

type Growing = NonNullable<(Noted & { what: 'services' })['growing']>;

function growingText(voice: Voice, { area, coverage, degree, usage }: Growing): string {
  return voice.t('workbook-chat:noted.growing', {
    area: areaName(voice, area),
    coverage: shareOr(voice, coverage),
    degree: shareOr(voice, degree),
    usage: usage ? formatShare(voice.locale, usage.rate) : shareOr(voice, null),
  });
}
