import { ballotPart } from '../../assessment/workshop/ballot.ts';
import { instrumentOf } from '../dialog-texts.ts';
import { asks } from '../message.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';
import { choiceInput, numberInput } from '../workshop-inputs.ts';
import { countsText, FEWEST, judgedName, questionName } from '../workshop-texts.ts';
import { CLOSE, REVEAL, workshopButton } from './workshop-button.ts';

/** How the answers of a workshop are spread, and the card on which the group settles on one each. */
export function workshopSpread(voice: Voice, reply: ReplyOf<'workshop-spread'>): View {
  const { t } = voice;
  const { judged, answered, waiting, id } = reply;
  const title = t('workshop:spread.title', { name: judgedName(voice, judged) });
  return asks({ block: 'heading', text: title }, [
    { block: 'text', text: t('workshop:spread.answered', { count: answered }), tone: 'strong' },
    ...(waiting > 0
      ? [
          {
            block: 'text',
            text: t('workshop:spread.waiting', { count: waiting, ...FEWEST }),
            tone: 'quiet',
          } as const,
        ]
      : []),
    { block: 'text', text: t('workshop:spread.order') },
    {
      block: 'form',
      inputs: settled(voice, reply),
      submit: { label: t('workshop:spread.lock'), fields: { do: 'workshop', act: 'lock', id } },
    },
    { block: 'typing', text: t('workshop:spread.typing') },
    { block: 'quiet', buttons: [workshopButton(voice, reply, REVEAL), workshopButton(voice, reply, CLOSE)] },
  ]);
}

/** What the group settles on: its questions with how it answered, then the numbers. */
function settled(voice: Voice, { judged, spreads, agreed }: ReplyOf<'workshop-spread'>) {
  const { t } = voice;
  const instrument = instrumentOf(voice, judged);
  const part = ballotPart(instrument, judged.at);
  const questions = spreads.flatMap(({ key, counts, middle }) => {
    const asked = part?.questions.find(({ field }) => field.key === key);
    if (!asked) return [];
    const question = questionName(voice, instrument, asked);
    const label = t('workshop:spread.question', {
      question,
      counts: countsText(voice, instrument, { asked, counts }),
    });
    return [choiceInput(voice, instrument, { asked, label, value: agreed[key] ?? middle })];
  });
  const numbers = (part?.numbers ?? []).map(asked => {
    const label = t('workshop:spread.number', { question: questionName(voice, instrument, asked) });
    return numberInput(voice, instrument, { asked, label, value: agreed[asked.field.key] });
  });
  return [...questions, ...numbers];
}
