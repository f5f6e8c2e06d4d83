/** Where a chain would break: by fixed rules over what was told. */
import type { ExitPlan } from './exit-plan.ts';
import type { LinkResult } from './link-result.ts';

export const WEAK_SPOTS = [
  'effect-without-action',
  'action-without-result',
  'unmeasured',
  'no-goal',
  'no-date',
  // No effect on the wider whole is named, or the exit plan says that there is no larger change it belongs to.
  'no-larger',
  'money',
  'no-lesson',
] as const;

export interface WeakSpot {
  readonly id: (typeof WEAK_SPOTS)[number];
  /** The links it is about, where it is about some. */
  readonly links: readonly string[];
}

export interface Looked {
  readonly links: readonly LinkResult[];
  readonly exit: ExitPlan;
  /** yes, partly, no, unknown; null where it was not answered. */
  readonly money: string | null;
  /** `over`: it is over and the lesson was asked for. */
  readonly state: 'under-way' | 'over';
  readonly lesson: string | null;
}

/** The weak spots in the order of the chain. Of a chain that nothing was told of there are none to name. */
export function weakSpots({ links, exit, money, state, lesson }: Looked): WeakSpot[] {
  const told = links.filter(({ named }) => named.length > 0);
  if (told.length === 0) return [];
  const has = (id: LinkResult['id']) => told.some(link => link.id === id);
  const effects = told.filter(({ id }) => id === 'results' || id === 'indirect' || id === 'wider');
  const larger = exit.parts.find(({ id }) => id === 'larger')?.settled;
  const measured = told.filter(({ measure }) => measure !== null);
  const found = (id: WeakSpot['id'], weak: boolean) => (weak ? [{ id, links: [] }] : []);
  return [
    ...found('effect-without-action', effects.length > 0 && !has('actions')),
    ...found('action-without-result', has('actions') && !has('results')),
    ...about(
      'unmeasured',
      told.filter(({ measure }) => measure === null),
    ),
    ...about(
      'no-goal',
      measured.filter(({ start, goal }) => start === null || goal === null),
    ),
    ...about(
      'no-date',
      measured.filter(({ followUp }) => followUp === null),
    ),
    ...found('no-larger', !has('wider') || larger === 'no'),
    ...found('money', money !== 'yes'),
    ...found('no-lesson', state === 'over' && (lesson === null || lesson === 'unknown')),
  ];
}

function about(id: WeakSpot['id'], links: readonly LinkResult[]): WeakSpot[] {
  return links.length === 0 ? [] : [{ id, links: links.map(link => link.id) }];
}
