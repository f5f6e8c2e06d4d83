import { LONGEST_NOTE } from '../../conversation/side-questions.ts';
import { cardLabel } from '../card-label.ts';
import { cardOf, instrumentOf } from '../dialog-texts.ts';
import { asks } from '../message.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';

const TYPICAL = ['not-our-duty', 'done-by-others', 'not-offered'] as const;

/** Asks why something does not apply: typical reasons to press, or one's own words. Giving none is fine. */
export function reason(voice: Voice, reply: ReplyOf<'reason'>): View {
  const { t } = voice;
  const { step: id, nonce } = reply;
  const instrument = instrumentOf(voice, reply);
  const card = cardOf(instrument, id, reply.names);
  const about = cardLabel(voice, instrument, { card, names: reply.names });
  const text = t('bot:reason.question', { question: about });
  const press = { do: 'reason', step: id, nonce } as const;
  const typical = TYPICAL.map(one => t(`bot:reason.typical.${one}`));
  return asks({ block: 'text', text, tone: 'strong' }, [
    { block: 'typing', text: t('bot:reason.typing') },
    { block: 'buttons', buttons: typical.map(label => ({ label, press: { ...press, value: label } })) },
    {
      block: 'form',
      inputs: [
        {
          input: 'line',
          id: 'value',
          label: t('bot:reason.label'),
          placeholder: t('bot:reason.placeholder'),
          maxLength: LONGEST_NOTE,
        },
      ],
      submit: { label: t('bot:reason.submit'), fields: press },
    },
    { block: 'quiet', buttons: [{ label: t('bot:reason.none'), press }] },
  ]);
}
