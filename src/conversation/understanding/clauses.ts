import { isSeparating, type Message } from './message.ts';
import type { Item } from './tag.ts';

/** A stretch between separators, and how it is joined to the one before. */
export interface Clause {
  readonly items: readonly Item[];
  readonly joint: 'start' | 'break' | 'but' | 'and' | 'or' | 'so';
}

/** The part of a message that is read as an answer, and the reason that follows it. */
export interface Head {
  readonly items: readonly Item[];
  readonly reason?: string;
}

/** Parts an answer from the reason given for it, and drops what the person took back. */
export function headOf(message: Message, isSignal: (item: Item) => boolean): Head {
  const items = afterCorrection(message.items, isSignal);
  const cut = items.findIndex((item, at) => item.tag.is === 'reason' && items.slice(0, at).some(isSignal));
  const reasonItem = items[cut];
  if (!reasonItem) return { items };
  const reason = remark(message.text.slice(reasonItem.to));
  return { items: items.slice(0, cut), ...(reason && { reason }) };
}

/** What a row of items says beside the answer, in the person's own words; undefined when it says nothing. */
export function remarkIn(message: Message, items: readonly Item[]): string | undefined {
  const from = items[0]?.from;
  const told = items.some(({ tag }) => tag.is === 'unknown' || tag.is === 'topic' || tag.is === 'figure');
  return told && from !== undefined && items.length > 1 ? remark(message.text.slice(from)) : undefined;
}

/** A remark as it was written, without the separators around it. */
function remark(text: string): string | undefined {
  const bare = text.replace(/^[\s,.;:!()–—-]{1,20}/u, '').replace(/[\s,;:()–—.-]{1,20}$/u, '');
  return bare.length > 1 ? bare : undefined;
}

function afterCorrection(items: readonly Item[], isSignal: (item: Item) => boolean): readonly Item[] {
  const at = items.findLastIndex(item => item.tag.is === 'instead');
  return at >= 0 && items.slice(at).some(isSignal) ? items.slice(at + 1) : items;
}

export function clausesOf(items: readonly Item[]): Clause[] {
  const clauses: Clause[] = [];
  let open: Item[] = [];
  let joint: Clause['joint'] = 'start';
  for (const item of items) {
    const next = jointOf(item);
    if (!next) open.push(item);
    else {
      if (open.length > 0) clauses.push({ items: open, joint });
      joint = next === 'break' && open.length === 0 ? joint : next;
      open = [];
    }
  }
  return open.length > 0 ? [...clauses, { items: open, joint }] : clauses;
}

/** Whether the message ends in a question mark. */
export function asksBack({ text }: Message): boolean {
  return text.endsWith('?');
}

/** "Does it save any? five minutes more, I think": a question anywhere leaves the number in doubt. */
export function asksAnything(message: Message): boolean {
  return asksBack(message) || message.items.some(({ tag }) => tag.is === 'break' && tag.mark === '?');
}

function jointOf(item: Item): Clause['joint'] | undefined {
  if (isSeparating(item)) return 'break';
  const { is } = item.tag;
  return is === 'but' || is === 'and' || is === 'or' || is === 'so' ? is : undefined;
}
