import { type Outcome, sectionOf } from '../../assessment/outcome.ts';
import { ownThings } from '../../assessment/own-things.ts';
import { returnDays } from '../../assessment/return-days.ts';
import type { Section } from '../../assessment/sections/section.ts';
import { catalogueLines } from '../catalogue-lines.ts';
import { commandButton } from '../command-button.ts';
import { instrumentOf, itemName } from '../dialog-texts.ts';
import { lineText } from '../line-text.ts';
import { tells } from '../message.ts';
import { sourcedText } from '../prefill-texts.ts';
import type { ReplyOf } from '../reply-of.ts';
import { actionBlocks } from '../sections/actions.ts';
import { judgedUnit } from '../sections/judged-unit.ts';
import { sectionBlocks } from '../sections/section-blocks.ts';
import { decisive } from '../sections/way-up.ts';
import { stairTitle } from '../stair-title.ts';
import type { Block, View } from '../view.ts';
import type { Voice } from '../voice.ts';
import { waysInto } from '../ways-into.ts';
import { saveButtons } from './instrument-buttons.ts';
import { followers, nextSteps } from './result-next-steps.ts';

type Result = ReplyOf<'result'>;

/** Where the answers lead and why; what to do next comes in a message of its own where something is recommended. */
export function result(voice: Voice, reply: Result): View[] {
  const { sections } = reply.outcome;
  const at = sections.findIndex(({ kind }) => kind === 'chapter');
  const whole = at === -1 ? sections : sections.slice(0, at);
  const shown = outcomeView(voice, { ...reply, outcome: { ...reply.outcome, sections: whole } });
  const first = { ...shown, blocks: [...shown.blocks, ...sourceLines(voice, reply)] };
  const told = [first, ...chapters(sections.slice(whole.length)).map(one => chapterView(voice, reply, one))];
  if (sectionOf(reply.outcome, 'actions'))
    return [...told, goesOn(voice, reply) ? figuresNext(voice, reply) : nextSteps(voice, reply)];
  const last = told.at(-1) ?? first;
  return [...told.slice(0, -1), { ...last, blocks: [...last.blocks, ...waysOn(voice, reply)] }];
}

/** How many of the answers a register of services told, and nobody has changed since. */
function sourceLines(voice: Voice, { sourced = {} }: Result): Block[] {
  return Object.entries(sourced).map(([day, count]) => ({
    block: 'text',
    text: sourcedText(voice, day, count),
    tone: 'quiet',
  }));
}

/** Next steps of an instrument whose figures people come back to (the workbook): the actions, and the ways on. */
function figuresNext(voice: Voice, reply: Result): View {
  return tells({ block: 'heading', text: voice.t('bot:result.next-steps') }, [
    ...actionBlocks(voice, sectionOf(reply.outcome, 'actions')?.ids ?? []),
    ...catalogueLines(voice, reply.outcome).map(text => ({ block: 'text', text, tone: 'quiet' }) as const),
    ...waysOn(voice, reply),
  ]);
}

function goesOn(voice: Voice, reply: Result): boolean {
  return instrumentOf(voice, reply).review === 'result';
}

/** What is told of one item after the other, each in a message of its own: together they can be too much for one card. */
function chapters(sections: readonly Section[]): (readonly Section[])[] {
  const starts = sections.flatMap(({ kind }, index) => (kind === 'chapter' ? [index] : []));
  return starts.map((start, index) => sections.slice(start, starts[index + 1]));
}

function chapterView(voice: Voice, reply: Result, [chapter, ...told]: readonly Section[]): View {
  const instrument = instrumentOf(voice, reply);
  const title = chapter?.kind === 'chapter' ? itemName(voice, instrument, chapter.item) : '';
  return tells({ block: 'heading', text: title }, [
    ...told.flatMap(section => sectionBlocks(voice, { instrument, section, reasons: reply.reasons })),
  ]);
}

/** The outcome by itself, as others may see it too. */
export function outcomeView(
  voice: Voice,
  reply: Pick<Result, 'dialog' | 'version' | 'outcome' | 'reasons'>,
): View {
  const instrument = instrumentOf(voice, reply);
  const { outcome, reasons } = reply;
  const title = outcomeTitle(voice, reply.outcome);
  const told = outcome.sections.filter(({ kind }) => kind !== 'actions' && kind !== 'title');
  const headline = sectionOf(outcome, 'headline');
  const unit = judgedUnit(voice, instrument, outcome);
  const named = unit === undefined ? title : `${title}: ${unit}`;
  return {
    // The result in a sentence belongs to the gist, where there is one.
    gist: headline ? `${named}. ${lineText(voice, instrument, headline.line)}` : named,
    expects: 'nothing',
    blocks: [
      { block: 'heading', text: named },
      ...told.flatMap(section => sectionBlocks(voice, { instrument, section, reasons })),
    ],
  };
}

/** What a result is called: its stair, or the title of its own. */
export function outcomeTitle(voice: Voice, outcome: Outcome): string {
  const { dialog, version } = outcome;
  const { t } = voice;
  const standing = sectionOf(outcome, 'standing');
  if (standing?.provisional) return t('bot:stair.provisional');
  // Everything else is met: "one condition away from stair 1" is as true as "not yet on the stair", and kinder.
  if (standing?.stair.low === 0 && decisive(standing))
    return t('bot:stair.one-away', { stair: standing.liftsTo ?? 1 });
  if (standing) return stairTitle(t, standing.stair, dialog);
  const title = sectionOf(outcome, 'title');
  return title
    ? lineText(voice, instrumentOf(voice, { dialog, version }), title.line)
    : t(`${dialog}:outcome.title`);
}

function waysOn(voice: Voice, { dialog, version, open, answers }: Result): Block[] {
  const { t } = voice;
  const instrument = instrumentOf(voice, { dialog, version });
  const typing = `${dialog}:outcome.typing`;
  const saving = saveButtons(voice, instrument);
  return [
    { block: 'text', text: t('bot:result.no-decision') },
    ...(t.has(typing) ? [{ block: 'typing', text: t(typing) } as const] : []),
    {
      block: 'buttons',
      buttons: [
        ...(open ? [commandButton(voice, 'resume', { tone: 'main' })] : []),
        ...(saving.length > 0 ? saving : [commandButton(voice, 'export')]),
        ...(instrument.review === 'answers'
          ? [{ ...commandButton(voice, 'summary'), label: t('bot:result.change') }]
          : []),
      ],
    },
    ...followers(voice, { dialog }),
    {
      block: 'quiet',
      buttons: [
        ...(voice.context.keptDays === undefined ? [] : [commandButton(voice, 'keep')]),
        ...waysInto(voice, instrument, answers),
        ...(ownThings(instrument, answers).length > 0
          ? [{ label: t('bot:own.any'), press: { do: 'take-out', dialog } } as const]
          : []),
        // Where a day to come back was named, and the channel can write of itself.
        ...(voice.screen === 'teams' && returnDays(instrument, answers).length > 0
          ? [commandButton(voice, 'remind')]
          : []),
        commandButton(voice, 'contact'),
      ],
    },
  ];
}
