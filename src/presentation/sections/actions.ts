import type { Block } from '../view.ts';
import type { Voice } from '../voice.ts';

/** Actions as advice; one that the catalogue no longer has is left out. */
export function actionBlocks({ t, context }: Voice, ids: readonly string[]): Block[] {
  return ids.flatMap((id): Block[] => {
    const action = context.actions.find(one => one.id === id);
    if (!action) return [];
    const facts = t('bot:result.action-facts', {
      role: t(`actions:roles.${action.role}`),
      effort: t(`bot:effort.${action.effort}`),
      grounds: action.ground.map(ground => t(`sources:${ground}`)).join('; '),
    });
    return [{ block: 'item', title: t(`actions:${id}.title`), text: t(`actions:${id}.text`), facts }];
  });
}
