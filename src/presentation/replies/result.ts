import { sectionOf } from '../../assessment/outcome.ts';
import { commandButton } from '../command-button.ts';
import { definitionOf } from '../dialog-texts.ts';
import { lineText } from '../line-text.ts';
import type { ReplyOf } from '../reply-of.ts';
import { sectionBlocks } from '../sections/section-blocks.ts';
import { decisive } from '../sections/way-up.ts';
import { stairTitle } from '../stair-title.ts';
import type { Block, View } from '../view.ts';
import type { Voice } from '../voice.ts';
import { waysInto } from '../ways-into.ts';
import { nextSteps } from './result-next-steps.ts';

type Result = ReplyOf<'result'>;

/** Where the answers lead and why; what to do next comes in a message of its own where something is recommended. */
export function result(voice: Voice, reply: Result): View[] {
  const first = outcomeView(voice, reply);
  return sectionOf(reply.outcome, 'actions')
    ? [first, nextSteps(voice, reply)]
    : [{ ...first, blocks: [...first.blocks, ...waysOn(voice, reply)] }];
}

/** The outcome by itself, as others may see it too. */
export function outcomeView(
  voice: Voice,
  reply: Pick<Result, 'dialog' | 'version' | 'outcome' | 'reasons'>,
): View {
  const definition = definitionOf(voice, reply);
  const { outcome, reasons } = reply;
  const title = titleOf(voice, reply);
  const told = outcome.sections.filter(({ kind }) => kind !== 'actions' && kind !== 'title');
  const headline = sectionOf(outcome, 'headline');
  return {
    // The result in a sentence belongs to the gist, where there is one.
    gist: headline ? `${title}. ${lineText(voice, definition, headline.line)}` : title,
    expects: 'nothing',
    blocks: [
      { block: 'heading', text: title },
      ...told.flatMap(section => sectionBlocks(voice, { definition, section, reasons })),
    ],
  };
}

function titleOf(
  voice: Voice,
  { dialog, version, outcome }: Pick<Result, 'dialog' | 'version' | 'outcome'>,
): string {
  const { t } = voice;
  const standing = sectionOf(outcome, 'standing');
  if (standing?.provisional) return t('bot:stair.provisional');
  // "Not yet on the stair" would be a hard word for what one condition decides.
  if (standing?.stair.low === 0 && decisive(standing))
    return t('bot:stair.one-away', { stair: standing.liftsTo ?? 1 });
  if (standing) return stairTitle(t, standing.stair, dialog);
  const title = sectionOf(outcome, 'title');
  return title
    ? lineText(voice, definitionOf(voice, { dialog, version }), title.line)
    : t(`${dialog}:outcome.title`);
}

function waysOn(voice: Voice, { dialog, version, open, answers }: Result): Block[] {
  const { t } = voice;
  const definition = definitionOf(voice, { dialog, version });
  const typing = `${dialog}:outcome.typing`;
  const saving = definition.files.map(file => ({
    ...commandButton(voice, 'export'),
    label: t(`bot:files.${file}.save`),
  }));
  return [
    { block: 'text', text: t('bot:result.no-decision') },
    ...(t.has(typing) ? [{ block: 'typing', text: t(typing) } as const] : []),
    {
      block: 'buttons',
      buttons: [
        ...(open ? [commandButton(voice, 'resume', { tone: 'main' })] : []),
        ...(saving.length > 0 ? saving : [commandButton(voice, 'export')]),
        ...(definition.review === 'answers'
          ? [{ ...commandButton(voice, 'summary'), label: t('bot:result.change') }]
          : []),
      ],
    },
    { block: 'quiet', buttons: [...waysInto(voice, definition, answers), commandButton(voice, 'contact')] },
  ];
}
