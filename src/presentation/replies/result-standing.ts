import type { Definition } from '../../assessment/definition.ts';
import { definitionOf, inputShort } from '../dialog-texts.ts';
import { formatShare } from '../format-number.ts';
import { stairAlt } from '../picture/stair-alt.ts';
import { stairPicturePath } from '../picture/stair-picture-path.ts';
import type { ReplyOf } from '../reply-of.ts';
import { stairTitle } from '../stair-title.ts';
import { userWords } from '../user-words.ts';
import type { Block, View } from '../view.ts';
import type { Voice } from '../voice.ts';

type Result = ReplyOf<'result'>;

/** Where the answers lead: the picture, the stair or the interval, what holds it down and what would lift it. */
export function standing(voice: Voice, reply: Result): View {
  const { t, context, locale } = voice;
  const definition = definitionOf(voice, reply);
  const { stair, provisional } = reply.result;
  const reached = stairTitle(t, stair, definition.id);
  // A yes or two allow any stair: that most is open comes before how high it could be.
  const title = provisional ? t('bot:stair.provisional') : reached;
  const shown = { ...stair, ...(provisional && { provisional }) };
  const url = `${context.publicUrl}${stairPicturePath({ ...shown, locale })}`;
  return {
    gist: title,
    expects: 'nothing',
    blocks: [
      { block: 'heading', text: title },
      ...(provisional ? certainty(voice, definition, reply) : []),
      { block: 'picture', url, alt: stairAlt(t, shown) },
      ...(provisional && stair.low === stair.high ? [{ block: 'text', text: reached } as const] : []),
      ...meaning(voice, reply),
      ...(provisional ? [] : certainty(voice, definition, reply)),
      ...(stair.low < definition.scoring.stairs.length ? wayUp(voice, definition, reply) : []),
      ...leftOut(voice, definition, reply),
    ],
  };
}

function meaning({ t }: Voice, { dialog, result: { stair } }: Result): Block[] {
  const { low, high } = stair;
  const text = t(`${dialog}:stairs.${low}.meaning`);
  if (low === high) return [{ block: 'text', text }];
  // That the lowest stair is missing would be saying too much where answers are.
  if (low === 0) return [{ block: 'text', text: t('bot:result.interval-from-ground', { high }) }];
  return [
    { block: 'text', text: t('bot:result.interval', { low, high }) },
    { block: 'text', text },
  ];
}

function certainty({ t, locale }: Voice, { scoring }: Definition, { result }: Result): Block[] {
  const coverage: Block = {
    block: 'text',
    text: t('bot:result.coverage', { share: formatShare(locale, result.coverage) }),
  };
  if (!result.provisional) return [coverage];
  const limit = formatShare(locale, scoring.provisionalBelow);
  return [{ block: 'text', text: t('bot:result.provisional', { limit }), tone: 'strong' }, coverage];
}

function wayUp(voice: Voice, definition: Definition, { result }: Result): Block[] {
  const { t, locale } = voice;
  const { holding, smallestLift, progress } = result;
  const next = result.stair.low + 1;
  const names = (ids: readonly string[]) => ids.map(id => inputShort(voice, definition, id));
  const sameAsHolding =
    holding.length === smallestLift.length && smallestLift.every(id => holding.includes(id));
  const share = formatShare(locale, progress);
  return [
    {
      block: 'progress',
      text: t('bot:result.progress', { next, share }),
      done: Math.floor(progress * 100),
      total: 100,
      chart: 'gauge',
    },
    { block: 'text', text: t('bot:result.holding', { count: holding.length, next }), tone: 'strong' },
    { block: 'list', items: names(holding) },
    ...(sameAsHolding
      ? [{ block: 'text', text: t('bot:result.lift-same', { count: holding.length, next }) } as const]
      : ([
          { block: 'text', text: t('bot:result.lift', { count: smallestLift.length, next }), tone: 'strong' },
          { block: 'list', items: names(smallestLift) },
        ] as const)),
  ];
}

function leftOut(voice: Voice, definition: Definition, { result, reasons }: Result): Block[] {
  const { notApplicable } = result;
  if (notApplicable.length === 0) return [];
  const unexplained = notApplicable.filter(id => !reasons[id]).map(id => inputShort(voice, definition, id));
  const explained = notApplicable.flatMap(id => {
    const reason = reasons[id];
    return reason
      ? [{ block: 'words', label: inputShort(voice, definition, id), words: userWords(reason) } as const]
      : [];
  });
  return [
    { block: 'text', text: voice.t('bot:result.not-applicable'), tone: 'strong' },
    ...(unexplained.length > 0 ? [{ block: 'list', items: unexplained } as const] : []),
    ...explained,
  ];
}
