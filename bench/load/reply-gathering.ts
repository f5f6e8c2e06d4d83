import type { Talk } from './talk.ts';

/** A reply that comes in pieces, until the person has what is needed to go on. */
export interface ReplyGathering {
  readonly whole: Promise<'done' | 'finished'>;
  add(text: string): void;
}

export function replyGathering(talk: Talk): ReplyGathering {
  let text = '';
  let settle: (heard: 'done' | 'finished') => void = () => undefined;
  const whole = new Promise<'done' | 'finished'>(resolve => {
    settle = resolve;
  });
  let open = true;
  return {
    whole,
    add(piece) {
      if (!open) return;
      text += piece;
      const heard = talk.hear(text);
      if (heard === 'more') return;
      open = false;
      settle(heard);
    },
  };
}
