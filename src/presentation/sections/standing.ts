import type { SectionOf } from '../../assessment/sections/section.ts';
import { inputShort } from '../dialog-texts.ts';
import { formatShare } from '../format-number.ts';
import { stairAlt } from '../picture/stair-alt.ts';
import { stairPicturePath } from '../picture/stair-picture-path.ts';
import { stairTitle } from '../stair-title.ts';
import { userWords } from '../user-words.ts';
import type { Block } from '../view.ts';
import type { Voice } from '../voice.ts';
import type { DrawnSection } from './drawn-section.ts';
import { conditionsOfStairs } from './stair-conditions.ts';
import { decisive, howFar, passesOver, wayUpBlocks } from './way-up.ts';

type Drawn = DrawnSection<SectionOf<'standing'>>;

/** Where the answers lead: the picture, the stair or the interval, what holds it down and what would lift it. */
export function standingBlocks(voice: Voice, drawn: Drawn): Block[] {
  const { t, context, locale } = voice;
  const { instrument, section } = drawn;
  const { stair, of, provisional } = section;
  const shown = { ...stair, ...(provisional && { provisional }) };
  const url = `${context.publicUrl}${stairPicturePath({ ...shown, locale })}`;
  // Stairs 2 and 3 hold and one condition of stair 1 does not: "no step has been reached" would hide that.
  const firstIsAllThatIsOpen = onlyFirstIsOpen(section);
  return [
    // A yes or two allow any stair: that most is open comes before how high it could be.
    ...(provisional ? certainty(voice, drawn) : []),
    {
      block: 'picture',
      url,
      alt: firstIsAllThatIsOpen ? t('bot:picture.alt.first-open') : stairAlt(t, shown),
    },
    ...(provisional && stair.low === stair.high
      ? [{ block: 'text', text: stairTitle(t, stair, instrument.id) } as const]
      : []),
    ...meaning(voice, drawn),
    ...(provisional ? [] : certainty(voice, drawn)),
    ...conditionsOfStairs(voice, section),
    ...(stair.low < of ? wayUpBlocks(voice, drawn) : []),
    ...leftOut(voice, drawn),
  ];
}

/** The same for a document, which has the picture, the conditions, the coverage and what holds the stair down elsewhere. */
export function standingInBrief(voice: Voice, drawn: Drawn): Block[] {
  return [
    ...(drawn.section.provisional ? certainty(voice, drawn) : []),
    ...meaning(voice, drawn),
    ...howFar(voice, drawn),
    ...leftOutInBrief(voice, drawn),
  ];
}

/** What does not apply, in a line; the reasons stand with the answers of the same document. */
function leftOutInBrief(voice: Voice, { instrument, section: { notApplicable } }: Drawn): Block[] {
  if (notApplicable.length === 0) return [];
  const names = notApplicable.map(key => inputShort(voice, instrument, key)).join('; ');
  return [{ block: 'text', text: `${voice.t('bot:result.not-applicable')} ${names}.` }];
}

function onlyFirstIsOpen(section: Drawn['section']): boolean {
  return passesOver(section) && section.stair.low === 0 && !section.provisional;
}

function meaning({ t }: Voice, { instrument, section }: Drawn): Block[] {
  const { low, high } = section.stair;
  // The meaning of stair 0 says where to begin: wrong for whoever has the stairs above already.
  if (onlyFirstIsOpen(section) || (decisive(section) && low === 0)) return [];
  const text = t(`${instrument.id}:stairs.${low}.meaning`);
  if (low === high) return [{ block: 'text', text }];
  // Unknown answers leave it open whether stair 1 holds: its meaning would say that it does not.
  if (low === 0) return [{ block: 'text', text: t('bot:result.interval-from-ground', { high }) }];
  return [
    { block: 'text', text: t('bot:result.interval', { low, high }) },
    { block: 'text', text },
  ];
}

function certainty({ t, locale }: Voice, { section }: Drawn): Block[] {
  const coverage: Block = {
    block: 'text',
    text: t('bot:result.coverage', { share: formatShare(locale, section.coverage) }),
  };
  if (!section.provisional) return [coverage];
  const limit = formatShare(locale, section.provisionalBelow);
  return [{ block: 'text', text: t('bot:result.provisional', { limit }), tone: 'strong' }, coverage];
}

function leftOut(voice: Voice, { instrument, section, reasons = {} }: Drawn): Block[] {
  const { notApplicable } = section;
  if (notApplicable.length === 0) return [];
  const unexplained = notApplicable
    .filter(key => !reasons[key])
    .map(key => inputShort(voice, instrument, key));
  const explained = notApplicable.flatMap(key => {
    const reason = reasons[key];
    return reason
      ? [{ block: 'words', label: inputShort(voice, instrument, key), words: userWords(reason) } as const]
      : [];
  });
  return [
    { block: 'text', text: voice.t('bot:result.not-applicable'), tone: 'strong' },
    ...(unexplained.length > 0 ? [{ block: 'list', items: unexplained } as const] : []),
    ...explained,
  ];
}
