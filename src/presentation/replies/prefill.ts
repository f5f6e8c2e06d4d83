/** The cards on which a register's proposals are accepted, and what is told of them. */
import type { Offer } from '../../conversation/prefilling/found.ts';
import { statesOf } from '../../conversation/prefilling/offers.ts';
import { instrumentOf } from '../dialog-texts.ts';
import { asks } from '../message.ts';
import {
  municipalityName,
  offeredItem,
  offerText,
  otherText,
  servicesText,
  sourceText,
  waysText,
  whyText,
} from '../prefill-texts.ts';
import type { ReplyOf } from '../reply-of.ts';
import type { Block, FormInput, Submit, View } from '../view.ts';
import type { Voice } from '../voice.ts';

/** Asks whose services are to be looked for. */
export function prefillWhere(voice: Voice, { nonce, near }: ReplyOf<'prefill-where'>): View {
  const { t } = voice;
  const sent = { do: 'prefill', act: 'where', nonce } as const;
  const guesses = near.map(code => ({
    label: municipalityName(voice, code),
    press: { ...sent, value: code },
  }));
  const view = asks({ block: 'heading', text: t('prefill:where.question') }, [
    { block: 'text', text: t('prefill:where.about') },
    ...(guesses.length > 0
      ? ([
          { block: 'text', text: t('prefill:where.near') },
          { block: 'choices', choices: guesses },
        ] as const)
      : []),
    {
      block: 'form',
      inputs: [
        {
          input: 'line',
          id: 'value',
          label: t('prefill:where.label'),
          placeholder: t('prefill:where.example'),
          maxLength: 80,
          missing: t('bot:rejected.missing'),
        },
      ],
      submit: { label: t('prefill:where.submit'), fields: sent },
    },
    { block: 'typing', text: t('prefill:where.typing') },
  ]);
  return { id: `q${nonce}`, ...view };
}

/** A part of what the register tells: the sure ones are ticked, the others are asked about. */
export function prefillOffered(voice: Voice, reply: ReplyOf<'prefill'>): View {
  return {
    id: `q${reply.nonce}`,
    ...(reply.changing === undefined ? offers(voice, reply) : change(voice, reply)),
  };
}

function offers(voice: Voice, reply: ReplyOf<'prefill'>): View {
  const { t } = voice;
  const { part, left, nonce } = reply;
  const text = (name: 'question' | 'about' | 'label' | 'submit' | 'all' | 'none') =>
    t(`prefill:card.${part}.${name}`, {
      municipality: municipalityName(voice, reply.municipality),
      source: sourceText(voice, reply.day),
    });
  const submit = (label: string, act: string): Submit => ({ label, fields: { do: 'prefill', act, nonce } });
  const also = [
    { ...submit(text('all'), 'all'), tone: 'plain' as const },
    ...(part === 'others'
      ? []
      : [{ ...submit(t(`prefill:card.${part}.change`), 'change'), tone: 'plain' as const }]),
    { ...submit(text('none'), 'none'), tone: 'plain' as const },
    { ...submit(t('prefill:card.enough'), 'enough'), tone: 'plain' as const },
  ];
  return asks({ block: 'heading', text: text('question') }, [
    { block: 'text', text: text('about') },
    {
      block: 'form',
      inputs: [ticks(voice, reply, text('label'))],
      submit: submit(text('submit'), 'take'),
      also,
    },
    ...(left > 0
      ? [{ block: 'text', text: t('prefill:card.left', { count: left }), tone: 'quiet' } as const]
      : []),
    { block: 'typing', text: t(part === 'others' ? 'prefill:card.typing-others' : 'prefill:card.typing') },
  ]);
}

function ticks(voice: Voice, reply: ReplyOf<'prefill'>, label: string): FormInput {
  const instrument = instrumentOf(voice, reply);
  const lines = [
    ...reply.offers.map(offer => {
      const line = offerText(voice, instrument, offer);
      return reply.part === 'unsure'
        ? voice.t('prefill:card.asked', { line, why: whyText(voice, offer) })
        : line;
    }),
    ...reply.others.map(other => otherText(voice, other)),
  ];
  const options = lines.map((line, index) => ({ value: String(index), label: line }));
  const ticked = reply.part === 'sure' && { value: options.map(({ value }) => value).join(',') };
  return { input: 'several', id: 'chosen', label, placeholder: '', options, ...ticked };
}

/** Changes one proposal: asks which one, where none was named, and which answer it is to have. */
function change(voice: Voice, reply: ReplyOf<'prefill'>): View {
  const { t } = voice;
  const instrument = instrumentOf(voice, reply);
  const offer = typeof reply.changing === 'number' ? reply.offers[reply.changing] : undefined;
  const title = offer
    ? t('prefill:change.question', { item: offeredItem(voice, instrument, offer.item) })
    : t('prefill:change.pick');
  const about = offer
    ? [t('prefill:change.about', { services: servicesText(voice, offer), ways: waysText(voice, offer.ways) })]
    : [];
  return asks({ block: 'heading', text: title }, [
    ...about.map((text): Block => ({ block: 'text', text, tone: 'quiet' })),
    {
      block: 'form',
      inputs: changeInputs(voice, reply, offer),
      submit: {
        label: t('prefill:change.submit'),
        fields: { do: 'prefill', act: 'set', nonce: reply.nonce },
      },
    },
    { block: 'typing', text: t('prefill:change.typing') },
  ]);
}

function changeInputs(voice: Voice, reply: ReplyOf<'prefill'>, offer: Offer | undefined): FormInput[] {
  const { t } = voice;
  const instrument = instrumentOf(voice, reply);
  const states = [...new Set((offer ? [offer] : reply.offers).flatMap(statesOf))];
  const answer = select(voice, {
    id: 'value',
    label: t('prefill:change.label'),
    options: states.map(state => [state, t(`prefill:change.${state}`)]),
  });
  if (offer) return [answer];
  const items = reply.offers.map(
    (one, index) => [String(index), offeredItem(voice, instrument, one.item)] as const,
  );
  return [select(voice, { id: 'one', label: t('prefill:change.pick'), options: items }), answer];
}

interface Select {
  readonly id: string;
  readonly label: string;
  readonly options: readonly (readonly [value: string, label: string])[];
}

function select({ t }: Voice, { id, label, options }: Select): FormInput {
  return {
    input: 'select',
    id,
    label,
    placeholder: t('bot:question.choose'),
    options: options.map(([value, text]) => ({ value, label: text })),
    missing: t('prefill:change.missing'),
  };
}
