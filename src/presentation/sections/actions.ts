import { dialogButton, offeredOn } from '../dialog-button.ts';
import type { Block } from '../view.ts';
import type { Voice } from '../voice.ts';

/** Actions as advice; one that the catalogue no longer has is left out. */
export function actionBlocks(voice: Voice, ids: readonly string[]): Block[] {
  const { t, context } = voice;
  return ids.flatMap((id): Block[] => {
    const action = context.actions.find(one => one.id === id);
    if (!action) return [];
    const facts = t('bot:result.action-facts', {
      role: t(`actions:roles.${action.role}`),
      effort: t(`bot:effort.${action.effort}`),
      grounds: action.ground.map(ground => t(`sources:${ground}`)).join('; '),
    });
    return [
      { block: 'item', title: t(`actions:${id}.title`), text: t(`actions:${id}.text`), facts },
      ...wayInto(voice, action.opens),
    ];
  });
}

/** The instrument with which an action is begun, where it is offered. */
function wayInto(voice: Voice, dialog: string | undefined): Block[] {
  const { t } = voice;
  if (dialog === undefined || !offeredOn(voice).includes(dialog)) return [];
  const help = `${dialog}:help`;
  return [
    { block: 'buttons', buttons: [dialogButton(voice, dialog)] },
    ...(t.has(help) ? [{ block: 'typing', text: t(help) } as const] : []),
  ];
}
