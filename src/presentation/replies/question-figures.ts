import type { Card } from '../../assessment/card.ts';
import { cardByKey } from '../../assessment/find-card.ts';
import type { EachStep, Step } from '../../assessment/instrument.ts';
import { itemsOf } from '../../assessment/places.ts';
import { cardLabel } from '../card-label.ts';
import { commandButton } from '../command-button.ts';
import { cardName, cardOf, cardText, cardTextIfAny, itemAt, itemName } from '../dialog-texts.ts';
import { gridLinks } from '../grid-link.ts';
import { sectionBlocks } from '../sections/section-blocks.ts';
import type { Block, Button } from '../view.ts';
import type { Voice } from '../voice.ts';
import type { Asked } from './asked.ts';
import { prefillButtons, saveButtons } from './instrument-buttons.ts';

/** Figures on the way, and the ways on from them. */
export function figureBlocks(voice: Voice, asked: Asked): Block[] {
  const { t } = voice;
  const { instrument, card, reply } = asked;
  const names = reply.values;
  const text = (part: 'next' | 'result' | 'all-done' | 'typing') =>
    cardTextIfAny(voice, instrument, { card, part, names });
  const next = reply.next === undefined ? undefined : cardOf(instrument, reply.next, names);
  const onward = next
    ? t('bot:show.next', { card: nameOfNext(voice, asked, next) })
    : (text('all-done') ?? t('bot:show.all-done'));
  const result = goTo(text('result') ?? t('bot:show.go-result'), { to: 'result', dialog: reply.dialog });
  const main: Button = {
    label: next ? (text('next') ?? t('bot:show.go-next')) : result.label,
    press: { do: 'go', to: 'next', nonce: reply.nonce },
    tone: 'main',
  };
  const typing = text('typing');
  const links = gridLinks(voice, instrument, card.at);
  return [
    ...(reply.sections ?? []).flatMap(section => sectionBlocks(voice, { instrument, section })),
    { block: 'text', text: onward },
    ...(links.length > 0 ? [{ block: 'links', links } as const] : []),
    { block: 'buttons', buttons: [main, ...(next ? [result] : [])] },
    ...jump(voice, asked),
    { block: 'typing', text: typing ?? t('bot:question.next') },
    {
      block: 'quiet',
      buttons: [
        ...adding(voice, asked),
        ...saveButtons(voice, instrument),
        ...prefillButtons(voice, instrument),
        commandButton(voice, 'pause'),
      ],
    },
  ];
}

/** In the item that the figures are of, the next card has a name of its own. */
function nameOfNext(voice: Voice, { instrument, card, reply }: Asked, next: Card): string {
  const names = reply.values;
  const same = next.at.length > 0 && next.at.length === card.at.length;
  const here = same && next.at.every(({ item }, depth) => card.at[depth]?.item === item);
  if (here) return cardText(voice, instrument, { card: next, part: 'short', names });
  const name = cardName(voice, instrument, { card: next, names });
  // In another sector the same perspectives follow: the sector tells them apart.
  const around = next.at.slice(0, -1);
  const outer = around.some(({ item }, depth) => card.at[depth]?.item !== item) && itemAt(around, names);
  return outer ? `${itemName(voice, instrument, outer)}: ${name}` : name;
}

function goTo(label: string, { to, dialog }: { to: string; dialog: string }): Button {
  return { label, press: { do: 'go', to, dialog } };
}

/** The steps that stand beside the figures, in the same item. */
function siblings({ instrument, card }: Asked): readonly Step[] {
  let { steps }: { steps: readonly Step[] } = instrument;
  for (const { list } of card.at) {
    const within = steps.find(
      step => step.type === 'each' && step.list === list && holdsCard(step, card.step.id),
    );
    if (within?.type === 'each') steps = within.steps;
  }
  return steps;
}

function holdsCard(step: Step, id: string): boolean {
  return step.id === id || (step.type === 'each' && step.steps.some(inner => holdsCard(inner, id)));
}

/** Any item that has been gone through here can be opened again. */
function jump(voice: Voice, asked: Asked): Block[] {
  const { t } = voice;
  const { instrument, card, reply } = asked;
  const each = siblings(asked).find(step => step.type === 'each');
  if (each?.type !== 'each') return [];
  const options = cardsWithin(voice, asked, each);
  if (options.length === 0) return [];
  const text = (part: 'jump' | 'jump-submit') =>
    cardTextIfAny(voice, instrument, { card, part, names: reply.values }) ?? t(`bot:show.${part}`);
  return [
    {
      block: 'form',
      inputs: [
        {
          input: 'select',
          id: 'to',
          label: text('jump'),
          placeholder: t('bot:question.choose'),
          options,
          missing: t('bot:show.jump-missing'),
        },
      ],
      submit: { label: text('jump-submit'), fields: { do: 'go' }, tone: 'plain' },
    },
  ];
}

/** What can be opened again: each item by its name, or where items have several cards, each of those that are told. */
function cardsWithin(voice: Voice, asked: Asked, each: EachStep): { value: string; label: string }[] {
  const { instrument, card, reply } = asked;
  const names = reply.values;
  const steps = each.steps.filter(step => step.type !== 'each' && step.type !== 'show' && !step.aside);
  const [first, second] = steps;
  if (first && second && reply.within) return reply.within.flatMap(key => optionFor(voice, asked, key) ?? []);
  const above = card.at.map(({ item }) => item);
  return itemsOf(instrument, each.list, { at: card.at, answers: names }).flatMap(({ id }) => {
    const one = first && cardByKey(instrument, names, [...above, id, first.id].join('.'));
    return one ? [{ value: one.key, label: cardName(voice, instrument, { card: one, names }) }] : [];
  });
}

function optionFor(voice: Voice, { instrument, reply }: Asked, key: string) {
  const card = cardByKey(instrument, reply.values, key);
  return card && { value: key, label: cardLabel(voice, instrument, { card, names: reply.values }) };
}

/** Where items of one's own can be added, that is offered. */
function adding(voice: Voice, asked: Asked): Button[] {
  const { instrument, card, reply } = asked;
  const above = card.at.map(({ item }) => item);
  return siblings(asked).flatMap(step => {
    if (step.type !== 'table' || instrument.lists[step.list]?.own === undefined) return [];
    const key = [...above, step.id, 'own'].join('.');
    const own = cardOf(instrument, key, reply.values);
    return [
      {
        label: cardText(voice, instrument, { card: own, part: 'short', names: reply.values }),
        press: { do: 'go', to: key },
      },
    ];
  });
}
