import type { Action } from '../../assessment/actions.ts';
import type { Instrument } from '../../assessment/instrument.ts';
import { type Outcome, sectionOf } from '../../assessment/outcome.ts';
import type { SectionOf } from '../../assessment/sections/section.ts';
import { inputShort } from '../../presentation/dialog-texts.ts';
import type { Voice } from '../../presentation/voice.ts';
import type { Cell, Table } from '../../reports/result/report.ts';

interface Blocker {
  readonly id: string;
  readonly name: string;
  readonly state: 'holding' | 'unknown';
}

/**
 * What is in the way, what to do about it, who and by when: an action a row, with all that it serves. What no
 * recommended action serves has a row of its own. What is not known is left blank to be filled in. Undefined where
 * nothing is recommended.
 */
export function actionTable(voice: Voice, instrument: Instrument, outcome: Outcome): Table | undefined {
  const { t, context } = voice;
  const ids = sectionOf(outcome, 'actions')?.ids ?? [];
  const actions = ids.flatMap(id => context.actions.find(one => one.id === id) ?? []);
  const blockers = blockersOf(voice, instrument, sectionOf(outcome, 'standing'));
  if (actions.length === 0) return undefined;
  const served = actions.map(action => blockers.filter(blocker => serves(action, blocker)));
  const left = blockers.filter(blocker => !served.some(some => some.includes(blocker)));
  const rows = actions.map((action, index): Cell[] => [
    ...(blockers.length > 0 ? [named(voice, served[index] ?? [])] : []),
    t(`actions:${action.id}.title`),
    capitalised(t(`actions:roles.${action.role}`)),
    null,
  ]);
  const columns = ['action', 'owner', 'date'] as const;
  return {
    // Whoever stands on the highest stair has actions, and nothing in the way.
    caption: t(blockers.length > 0 ? 'report:actions.caption' : 'bot:result.next-steps'),
    head: [
      ...(blockers.length > 0 ? [t('report:actions.blocker')] : []),
      ...columns.map(column => t(`report:actions.${column}`)),
    ],
    rows: [...rows, ...left.map(({ name }): Cell[] => [name, null, null, null])],
  };
}

/** A role is written as in the middle of a sentence. */
function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function named({ t }: Voice, blockers: readonly Blocker[]): string {
  return blockers.length === 0 ? t('report:actions.general') : blockers.map(({ name }) => name).join('; ');
}

function serves(action: Action, { id, state }: Blocker): boolean {
  if (state === 'holding') return action.serves.includes(id);
  return action.fits === 'unknown' || action.finds.includes(id);
}

/** What holds the stair down, and what is not known of it. */
function blockersOf(
  voice: Voice,
  instrument: Instrument,
  standing: SectionOf<'standing'> | undefined,
): Blocker[] {
  if (!standing) return [];
  const { t } = voice;
  const { holding, unknown = [], near = [] } = standing;
  const name = (id: string) => inputShort(voice, instrument, id);
  return [
    ...holding.map((id): Blocker => {
      const missing = near.find(one => one.id === id)?.missing;
      const condition = name(id);
      return {
        id,
        state: 'holding',
        name: missing === undefined ? condition : t('bot:result.near', { condition, count: missing }),
      };
    }),
    ...unknown.map(
      (id): Blocker => ({ id, state: 'unknown', name: t('report:actions.unknown', { condition: name(id) }) }),
    ),
  ];
}
