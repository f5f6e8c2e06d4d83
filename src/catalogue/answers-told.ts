/** What the channels of services tell of an item: whether it is in use, and how far its application phase is. */
import type { Entry } from '../assessment/answers.ts';
import { keyOf, splitKey } from '../assessment/answers.ts';
import type { Instrument } from '../assessment/instrument.ts';
import { fieldAt, NOBODYS } from '../assessment/places.ts';
import { isNationalItem, proposalOf } from '../assessment/proposal.ts';
import type { WayIn } from '../conversation/prefilling/found.ts';

/** The fields that a register can tell of; later phases, usage and volumes it knows nothing of. */
export const TOLD_OF = { status: 'status', application: 'application' } as const;

/**
 * - Acting online: in use; its application phase is digital, in part where there is a form to print as well.
 * - A form to print and no more: digital in part at most.
 * - Only a phone or a place to go to: nothing digital is told of.
 * - Web pages tell only of items that are pages themselves, where nothing is applied for.
 */
export function answersTold(ways: readonly WayIn[], applies: 'applied for' | 'not applied for') {
  const has = (way: WayIn) => ways.includes(way);
  if (has('electronic'))
    return told('inuse', applies === 'applied for' ? (has('form') ? 'partial' : 'full') : undefined);
  if (has('form')) return told('inuse', applies === 'applied for' ? 'partial' : undefined);
  if (has('web')) return applies === 'not applied for' ? told('inuse') : [];
  return has('phone') || has('place') ? told('none') : [];
}

function told(status: string, application?: string) {
  return [
    { field: TOLD_OF.status, value: status },
    ...(application === undefined ? [] : [{ field: TOLD_OF.application, value: application }]),
  ];
}

/** Of a listed item. A solution that is the same all over the country is in use, whatever the register lacks. */
export function entriesTold(instrument: Instrument, item: string, ways: readonly WayIn[]): Entry[] {
  const { items, last } = splitKey(item);
  const keyTo = (field: string) => keyOf([...items, last], field);
  const at = fieldAt(instrument, keyTo(TOLD_OF.status), NOBODYS)?.at;
  if (!at) return [];
  const applies =
    proposalOf(instrument, keyTo(TOLD_OF.application)) === 'na' ? 'not applied for' : 'applied for';
  const answers = answersTold(ways, applies);
  const isDoubted = isNationalItem(instrument, at) && answers.some(({ value }) => value === 'none');
  return isDoubted ? [] : answers.map(({ field, value }) => ({ key: keyTo(field), value }));
}
