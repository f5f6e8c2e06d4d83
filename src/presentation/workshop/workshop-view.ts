/** Puts a workshop into words for its page. */

import type { Instrument } from '../../assessment/instrument.ts';
import { type Outcome, sectionOf } from '../../assessment/outcome.ts';
import { type Asked, type BallotPart, ballotPart, questionAt } from '../../assessment/workshop/ballot.ts';
import { answersTo, type Spread, spreadsOf } from '../../assessment/workshop/spread.ts';
import type { Workshop } from '../../conversation/workshop.ts';
import { instrumentOf } from '../dialog-texts.ts';
import { stairAlt } from '../picture/stair-alt.ts';
import { stairPicturePath } from '../picture/stair-picture-path.ts';
import { outcomeView } from '../replies/result.ts';
import { valueLabel } from '../value-label.ts';
import type { Block } from '../view.ts';
import type { Voice } from '../voice.ts';
import { numberInput } from '../workshop-inputs.ts';
import { judgedName, questionName } from '../workshop-texts.ts';
import type { ShownBlock, ShownNumber, ShownQuestion, ShownStair, WorkshopShown } from './workshop-shown.ts';

interface Drawn {
  readonly voice: Voice;
  readonly instrument: Instrument;
  readonly part: BallotPart;
  readonly workshop: Workshop;
}

/** `outcome`: what the group's answers come to so far; undefined where nothing is revealed. */
export function workshopView(voice: Voice, workshop: Workshop, outcome: Outcome | undefined): WorkshopShown {
  const { t } = voice;
  const { judged, phase, code, answered, waiting, holder } = workshop;
  const instrument = instrumentOf(voice, judged);
  const part = ballotPart(instrument, judged.at);
  const drawn = part && { voice, instrument, part, workshop };
  const spreads = part ? spreadsOf(instrument, part, workshop.published) : [];
  const stair = outcome && stairShown(voice, workshop, outcome);
  return {
    title: judgedName(voice, judged),
    phase,
    code,
    answered,
    holder,
    phaseText: t(`workshop:page.phase.${phase}`),
    ...(waiting > 0 && spreads.length > 0 && { waiting: t('workshop:page.waiting', { count: waiting }) }),
    questions: drawn ? spreads.flatMap(spread => questionShown(drawn, spread)) : [],
    numbers: drawn && spreads.length > 0 ? drawn.part.numbers.map(asked => numberShown(drawn, asked)) : [],
    ...(stair && { stair }),
    ...(phase === 'locked' && outcome && { result: resultShown(voice, outcome) }),
  };
}

/** From these on views are said to differ somewhat, and a lot. */
const SOME = 0.15;
const MUCH = 0.5;

function questionShown({ voice, instrument, part, workshop }: Drawn, spread: Spread): ShownQuestion[] {
  const { t } = voice;
  const asked = questionAt(part, spread.key);
  if (!asked) return [];
  const { input } = asked.field;
  const label = (value: string) => valueLabel(voice, instrument, { input, value });
  const agreed = answersOf(workshop)[spread.key];
  const how = spread.parted >= MUCH ? 'much' : spread.parted >= SOME ? 'some' : 'none';
  return [
    {
      key: spread.key,
      label: questionName(voice, instrument, asked),
      parted: t(`workshop:page.parted-${how}`),
      bars: spread.counts.map(({ value, n }) => ({
        text: t('workshop:page.bar', { answer: label(value), n, of: spread.n }),
        share: n / spread.n,
      })),
      options: answersTo(instrument, asked).map(value => ({ value, label: label(value) })),
      value: typeof agreed === 'string' ? agreed : spread.middle,
    },
  ];
}

function answersOf({ consensus, agreed }: Workshop): Workshop['agreed'] {
  return consensus ? Object.fromEntries(consensus.answers.map(({ key, value }) => [key, value])) : agreed;
}

function numberShown({ voice, instrument, workshop }: Drawn, asked: Asked): ShownNumber {
  const { key } = asked.field;
  const label = questionName(voice, instrument, asked);
  const drawn = numberInput(voice, instrument, { asked, label, value: answersOf(workshop)[key] });
  return { key, label, placeholder: drawn.placeholder, value: drawn.value ?? '' };
}

function stairShown({ t, locale }: Voice, { phase }: Workshop, outcome: Outcome): ShownStair | undefined {
  const standing = sectionOf(outcome, 'standing');
  if (!standing) return undefined;
  const shown = { ...standing.stair, ...(standing.provisional && { provisional: true as const }) };
  return {
    title: t(phase === 'locked' ? 'workshop:page.stair' : 'workshop:page.so-far'),
    url: stairPicturePath({ ...shown, locale }),
    alt: stairAlt(t, shown),
  };
}

/** Without its pictures and buttons, which are the chat's. */
function resultShown(voice: Voice, outcome: Outcome): ShownBlock[] {
  const { dialog, version } = outcome;
  return outcomeView(voice, { dialog, version, outcome, reasons: {} }).blocks.flatMap(blockShown);
}

function blockShown(block: Block): ShownBlock[] {
  switch (block.block) {
    case 'heading':
    case 'text':
      return [{ block: block.block, text: block.text }];
    case 'list':
      return [{ block: 'list', items: block.items }];
    case 'progress':
      return [{ block: 'text', text: block.text }];
    default:
      return [];
  }
}
