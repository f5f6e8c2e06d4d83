/** Names that people give to services of their own stand in headings and labels: never as markup. */
import { describe, expect, it } from 'vitest';
import { newSession } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { realContext, workbook } from '../support/real-context.ts';
import { cardsOf, nodesOfType, say } from './rendering.ts';

const HOSTILE = [
  '**lihava** _kursiivi_ `koodi`',
  '[tästä](javascript:alert(1))',
  'https://evil.example/x',
  '<img src=x onerror=alert(1)>',
  '# Otsikko',
  '{{DATE(2017-02-14T06:08:39Z,LONG)}}',
  '- luettelo',
];

describe.each(HOSTILE)('a service called %s', name => {
  it('is plain on every card', () => {
    const { version } = workbook.definition;
    const own = [{ id: 'own-1', name, status: 'inuse' as const, usageRate: 50 }];
    const answers = { dialog: 'workbook', version, areas: { work: { own } } } as const;
    const { session } = takeTurn(realContext, newSession('fi'), { kind: 'workbook-import', answers }, 0);
    const places = ['services:work:1', 'service:work:own-1', 'benefit:work:own-1', 'area:work', 'whole'];
    for (const to of places) {
      const press = { do: 'workbook-go', to } as const;
      const { replies } = takeTurn(realContext, session, { kind: 'press', press }, 0);
      for (const screen of ['cards', 'teams'] as const) {
        const cards = replies.flatMap(reply => cardsOf(say(reply, { screen })));
        const texts = nodesOfType(cards, 'TextBlock').map(({ text }) => String(text));
        const labels = ['Input.Text', 'Input.ChoiceSet'].flatMap(type =>
          nodesOfType(cards, type).map(({ label }) => String(label)),
        );
        expect([...texts, ...labels].filter(text => /[*_[\]<>`~#|{}]|:\/\//.test(text))).toEqual([]);
      }
    }
  });
});
