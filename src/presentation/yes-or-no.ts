import type { Block } from './view.ts';

interface Asked {
  readonly yes: string;
  readonly no: string;
  readonly nonce: string;
  readonly tone: 'main' | 'danger';
}

/** The two buttons of a side question. */
export function yesOrNo({ yes, no, nonce, tone }: Asked): Block {
  return {
    block: 'buttons',
    buttons: [
      { label: yes, press: { do: 'confirm', nonce, value: 'yes' }, tone },
      { label: no, press: { do: 'confirm', nonce, value: 'no' } },
    ],
  };
}
