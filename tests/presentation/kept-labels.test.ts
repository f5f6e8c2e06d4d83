/** Labels that are alike for everybody are kept; what differs from one showing of a card to the next is not. */
import { expect, it } from 'vitest';
import { LOCALES } from '../../src/conversation/locale.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import { createLabelReader } from '../../src/presentation/label-reader.ts';
import { asked } from './every-reply.ts';
import { CONTEXT, changed } from './rendering.ts';

const NOBODY = { locale: 'fi', runs: {} } as const;

function shownAs(nonce: string): Reply {
  return Object.assign({}, asked('need'), { nonce });
}

it('a label found on a card that was shown before bears the nonce of this showing', () => {
  const find = createLabelReader({ ...CONTEXT }, () => LOCALES);
  const presses = ['1', '2f'].map(nonce => find('osittain', [shownAs(nonce)], NOBODY));
  expect(presses).toEqual([
    { do: 'answer', step: 'need', nonce: '1', value: 'partly' },
    { do: 'answer', step: 'need', nonce: '2f', value: 'partly' },
  ]);
});

it('a card that could not be drawn once is looked through the next time', () => {
  const faults = [new TypeError('for a moment')];
  const translate = changed(key => {
    const fault = key.startsWith('quick-check:') ? faults.pop() : undefined;
    if (fault) throw fault;
  });
  const find = createLabelReader({ ...CONTEXT, translate, onDefect: () => 'viite' }, () => ['fi']);
  expect(find('osittain', [shownAs('1')], NOBODY)).toBeUndefined();
  expect(find('osittain', [shownAs('1')], NOBODY)).toMatchObject({ value: 'partly' });
});

it('cards are drawn only in the languages that have such a text', () => {
  const drawn = new Set<string>();
  const translate: typeof CONTEXT.translate = locale => {
    drawn.add(locale);
    return CONTEXT.translate(locale);
  };
  createLabelReader({ ...CONTEXT, translate }, () => ['sv'])('delvis', [shownAs('1')], NOBODY);
  expect([...drawn]).toEqual(['sv']);
});
