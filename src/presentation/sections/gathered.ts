import type { SectionOf } from '../../assessment/sections/section.ts';
import { inputOf } from '../dialog-texts.ts';
import { formatShare } from '../format-number.ts';
import { valueLabel } from '../value-label.ts';
import type { Block } from '../view.ts';
import type { Voice } from '../voice.ts';

type Gathered = SectionOf<'gathered'>;
type Figure = Gathered['figures'][number];

/**
 * What many people's answers come to, in the words of the instrument they gave them to: each share with its interval.
 * Nothing where that version of it is kept no longer: the result itself is another instrument's, and stays.
 */
export function gatheredBlocks(voice: Voice, section: Gathered): Block[] {
  const { t, context } = voice;
  const instrument = context.instrument(section.dialog, section.version);
  if (!instrument) return [];
  const label = ({ key, value }: Gathered['group']) =>
    valueLabel(voice, instrument, { input: inputOf(instrument, key), value });
  const lines = ({ id, n, shares, own }: Figure): Block[] => {
    const [only] = shares;
    const name = `${section.dialog}:gathered.${id}`;
    if (only && !only.answer)
      return [
        { block: 'text', text: t(name, { ...written(voice, only), n }) },
        ...(own === undefined
          ? []
          : [
              {
                block: 'text',
                text: t('bot:gathered.own', { own: formatShare(voice.locale, own) }),
              } as const,
            ]),
      ];
    const items = shares.map(one =>
      t('bot:gathered.row', { answer: one.answer ? label(one.answer) : '', ...written(voice, one) }),
    );
    return [
      { block: 'text', text: t(name, { n }) },
      { block: 'list', items },
    ];
  };
  return [
    { block: 'heading', text: t('bot:gathered.title', { group: label(section.group) }), opens: 'section' },
    ...section.figures.flatMap(lines),
    { block: 'text', text: t('bot:gathered.about'), tone: 'quiet' },
  ];
}

/** Outwards: rounded inwards, the interval would be more certain than it is. */
function written({ locale }: Voice, { share, low, high }: Figure['shares'][number]) {
  return {
    share: formatShare(locale, share),
    low: formatShare(locale, low),
    high: formatShare(locale, Math.ceil(high * 100 - 1e-9) / 100),
  };
}
