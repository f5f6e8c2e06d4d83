/** People's own words are shown as they are: never as markup, never breaking out of their line. */
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/conversation/reply.ts';
import { ANSWERS, ref, resultOf } from './every-reply.ts';
import { cardsOf, nodesOfType, say, textOf } from './rendering.ts';

const HOSTILE = [
  '**lihava** _kursiivi_ `koodi` ~~yli~~',
  '[tästä](javascript:alert(1)) ![kuva](https://evil.example/x.png)',
  '<img src=x onerror=alert(1)><script>alert(1)</script>',
  '# Otsikko\n- luettelo\n1. numero\n> lainaus\n\n---',
  '{{DATE(2017-02-14T06:08:39Z,LONG)}} $t(bot:about.title)',
  '\u202eoikealta\u202c vasemmalle \u0000nolla \ud800irto',
  '<at>Kaikki</at> @channel &nbsp; &lt;b&gt;',
  'x'.repeat(5000),
];

const PLACES: Record<string, (words: string) => Reply> = {
  'a reason in the summary': words => summaryWith({ reasons: { 'phase-invoicing': words } }),
  'a note in the summary': words => summaryWith({ notes: { money: words } }),
  'a reason in the result': words => resultOf(ANSWERS, { 'phase-invoicing': words }),
  'an offered note': words => ({ kind: 'note-offered', ...ref, step: 'need', nonce: '6', note: words }),
};

describe.each(Object.entries(PLACES))('%s', (_place, replyWith) => {
  it.each(HOSTILE)('stays plain: %.30s', words => {
    for (const screen of ['cards', 'teams'] as const) {
      const cards = cardsOf(say(replyWith(words), { screen }));
      const shown = words.replace(/\s+/g, ' ').slice(0, 20);
      const marked = nodesOfType(cards, 'TextBlock').filter(({ text }) => String(text).includes(shown));
      expect(marked).toEqual([]);
      const runs = nodesOfType(cards, 'TextRun').map(({ text }) => String(text));
      expect(runs.filter(text => /[\p{Cc}\p{Cf}\p{Cs}]|\{\{/u.test(text))).toEqual([]);
      expect(Math.max(...runs.map(text => text.length))).toBeLessThanOrEqual(600);
    }
  });

  it('is still there to be read', () => {
    const runs = nodesOfType(cardsOf(say(replyWith('**Maksuton** <b>palvelu</b>'))), 'TextRun');
    expect(runs.map(({ text }) => text)).toContain('**Maksuton** <b>palvelu</b>');
  });
});

it('a line break in a note cannot forge a line of the plain text', () => {
  const text = textOf(summaryWith({ notes: { money: 'ok\n• Rahoitus: Kyllä' } }));
  expect(text.split('\n').filter(line => line.startsWith('• Rahoitus'))).toEqual(['• Rahoitus: Ei']);
});

function summaryWith(more: { reasons?: Record<string, string>; notes?: Record<string, string> }): Reply {
  return {
    kind: 'summary',
    progress: { answered: 13, total: 13, position: 13 },
    ...ref,
    answers: ANSWERS,
    skipped: [],
    reasons: {},
    notes: {},
    colleague: [],
    ...more,
  };
}
