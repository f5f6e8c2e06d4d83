/** Text of people and of settings is shown letter by letter, wherever on a card, in a line or in a file it stands. */
import fc from 'fast-check';
import { micromark } from 'micromark';
import { describe, expect, it, test } from 'vitest';
import { newSession } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { drawBlock } from '../../src/presentation/card/draw-block.ts';
import { literal, readsAsMarkdown } from '../../src/presentation/card/literal-text.ts';
import { drawText } from '../../src/presentation/text/draw-text.ts';
import type { Block, FormInput } from '../../src/presentation/view.ts';
import { transcriptFile } from '../../src/reports/transcript/transcript-file.ts';
import { realContext } from '../support/real-context.ts';
import { CONTEXT, cardsOf, type Json, nodesIn, say } from './rendering.ts';

/** What a reader of cards shows, element by element: Markdown only where renderers read it. */
function shownIn(card: unknown): string[] {
  return nodesIn(card).flatMap(node => {
    switch (node.type) {
      case 'TextBlock':
        return [markdown(node.text)];
      case 'RichTextBlock':
        return [texts(node.inlines).join('')];
      case 'FactSet':
        return titled(node.facts).flatMap(fact => [markdown(fact.title), markdown(fact.value)]);
      case 'Input.ChoiceSet': {
        const read = node.style === 'expanded' ? markdown : String;
        return [String(node.label), ...titled(node.choices).map(choice => read(choice.title))];
      }
      case 'Input.Text':
        return [String(node.label)];
      case 'Action.Submit':
        return [String(node.title)];
      default:
        return [];
    }
  });
}

function texts(inlines: unknown): string[] {
  return nodesIn(inlines).map(({ text }) => String(text));
}

function titled(list: unknown): Json[] {
  return nodesIn(list);
}

/** As a renderer would, with a mark where there was mark-up: lists, headings, emphasis, links, pictures. */
function markdown(text: unknown): string {
  return micromark(String(text))
    .replace(/^<p>|<\/p>$/g, '')
    .replace(/<\/p>\n<p>/g, '\n')
    .replace(/<ul>\n|\n<\/ul>|<\/?li>/g, '')
    .replace(/<(?!br)/g, '⟦')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}

const BEGINNINGS = [
  '1.',
  '3)',
  '-',
  '+',
  '#',
  '##',
  '>',
  '*',
  '_',
  '|',
  '    ',
  '\t',
  '`',
  '```',
  '~~~',
  '---',
  '===',
  '=',
  '[',
  '![',
  '<b>',
  '<!--',
  '\\',
  '&nbsp;',
  '&#42;',
  '2. ',
  '1) ',
  '**',
  '__',
  '~~',
  '| a |',
  'https://x.example ',
];
const INSIDE = [
  '',
  ' *ä*',
  ' _b_',
  ' `c`',
  ' [d](https://e.example)',
  ' <i>f</i>',
  ' &amp;',
  ' \\* ',
  ' ~~g~~',
  ' a_b_c',
  ' 5 * 3 * 2',
  ' www.h.example',
];

const hostile = fc
  .tuple(
    fc.constantFrom(...BEGINNINGS),
    fc.constantFrom('', ' '),
    fc.constantFrom('Satama', 'kerroksen palvelupiste', '2. luokka', 'ÄÖ'),
    fc.constantFrom(...INSIDE),
  )
  .map(parts => parts.join(''));

const sameLetters = (text: string) => text.replace(/\s+/g, ' ').trim();

const select = (input: FormInput): Block => ({
  block: 'form',
  inputs: [input],
  submit: { label: 'x', fields: {} },
});
const options = (words: string) => ({
  id: 'a',
  label: words,
  placeholder: '',
  options: [{ value: 'v', label: words }],
});
const row = (words: string) => ({ title: words, answers: [], remarks: [words], words: [] });
const BLOCKS: Readonly<Record<string, (words: string) => Block>> = {
  heading: text => ({ block: 'heading', text }),
  text: text => ({ block: 'text', text }),
  'quiet text': text => ({ block: 'text', text, tone: 'quiet' }),
  list: text => ({ block: 'list', items: [text, text] }),
  item: text => ({ block: 'item', title: text, text, facts: text }),
  progress: text => ({ block: 'progress', text, done: 1, total: 3 }),
  links: text => ({
    block: 'links',
    links: [
      { label: '', text },
      { label: 'Yksikkö', text },
    ],
  }),
  rows: text => ({ block: 'rows', title: text, rows: [row(text)] }),
  words: text => ({ block: 'words', label: 'Huomio', words: text }),
  'choice titles in a list': text => select({ ...options(text), input: 'select' }),
  'choice titles beside boxes': text => select({ ...options(text), input: 'several' }),
  'choices as buttons': text => ({
    block: 'choices',
    choices: [{ label: text, press: { do: 'go', to: 'need' } }],
  }),
};

describe.each(Object.entries(BLOCKS))('a block of %s', (_, block) => {
  it('shows hostile words letter by letter', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom('cards' as const, 'teams' as const), (words, screen) => {
        const shown = shownIn(drawBlock(block(words), screen)).map(sameLetters);
        const holding = shown.filter(text => text.includes(sameLetters(words)));
        expect(holding, JSON.stringify([words, shown])).not.toEqual([]);
        expect(shown.join('')).not.toContain('⟦');
      }),
      { numRuns: 300 },
    );
  });
});

test('a link shows hostile words letter by letter, and is one link', () => {
  fc.assert(
    fc.property(hostile, text => {
      const links = [{ label: '', text, url: 'https://kunta.example/(a)' }];
      const [shown = ''] = shownIn(drawBlock({ block: 'links', links }, 'cards'));
      const [, inside] = /^⟦a href="https:\/\/kunta.example\/%28a%29">(.*)⟦\/a>$/s.exec(shown) ?? [];
      expect(sameLetters(inside ?? shown)).toBe(sameLetters(text));
    }),
  );
});

test('in a place that can only be read as Markdown the letters are the same', () => {
  fc.assert(
    fc.property(hostile, words => {
      expect(sameLetters(markdown(literal(words)))).toBe(sameLetters(words));
    }),
  );
});

test('ordinary words are left as they are', () => {
  for (const words of [
    'Kyllä, on.',
    '85 %',
    'A&B',
    'alle <5 %',
    'ma–pe 9–15',
    '(a) ja b)',
    '1,5 milj. €',
    'x > y',
    'Matin & Maijan',
  ]) {
    expect([words, readsAsMarkdown(words)]).toEqual([words, false]);
  }
});

test.each(['2. kerroksen palvelupiste', '3) Satama', '# Palvelut', '    Digi'])(
  'CONTACT_UNIT="%s" is shown so',
  unit => {
    const context = { ...CONTEXT, contact: { ...CONTEXT.contact, unit } };
    for (const kind of ['contact', 'human'] as const) {
      for (const screen of ['cards', 'teams'] as const) {
        const shown = cardsOf(say({ kind }, { screen, context })).flatMap(shownIn).map(sameLetters);
        expect(shown).toContain(unit.trim());
      }
      const [said] = say({ kind }, { screen: 'text', context });
      expect([said?.textFormat, said?.text?.split('\n').includes(unit)]).toEqual(['plain', true]);
    }
  },
);

test('a service of their own is called as they call it, on every card', () => {
  for (const name of [
    '3) Satama',
    '1. Satama',
    '- Satama',
    '# Satama',
    '*Satama*',
    'Satama_1_a',
    '| Satama |',
    '> Satama',
    'https://x.example',
    '<img src=x onerror=alert(1)>',
    '`koodi`',
  ]) {
    const entries = Object.entries({ name, status: 'inuse', 'usage-rate': 50 }).map(([field, value]) => ({
      key: `work.own-1.${field}`,
      value,
    }));
    const file = { kind: 'file', dialog: 'workbook', entries } as const;
    const { session } = takeTurn({ context: realContext, session: newSession('fi'), now: 0 }, file);
    const cards = ['statuses.1', 'own-1.details', 'own-1.benefit', 'figures'].map(card => `work.${card}`);
    for (const to of [...cards, 'result']) {
      const { replies } = takeTurn(
        { context: realContext, session, now: 0 },
        { kind: 'press', press: { do: 'go', to } },
      );
      for (const screen of ['cards', 'teams'] as const) {
        const shown = replies.flatMap(reply => cardsOf(say(reply, { screen })).flatMap(shownIn));
        expect([name, to, shown.some(text => text.includes(name))]).toEqual([name, to, true]);
        expect(shown.filter(text => text.includes('⟦') && !text.includes('⟦a href'))).toEqual([]);
      }
    }
  }
});

test('the saved conversation shows hostile words letter by letter', () => {
  fc.assert(
    fc.property(hostile, text => {
      const exchange = {
        title: text,
        about: [text],
        locale: 'fi',
        lines: [{ who: 'Sinä', when: '9.00', text }],
      };
      const [, inHtml = ''] = /<p class="text">(.*?)<\/p>/s.exec(transcriptFile(exchange, 'html')) ?? [];
      expect(
        inHtml
          .replace(/&lt;/g, '<')
          .replace(/&gt;/g, '>')
          .replace(/&quot;/g, '"')
          .replace(/&#39;/g, "'")
          .replace(/&amp;/g, '&'),
      ).toBe(text);
      expect(transcriptFile(exchange, 'txt')).toContain(text.replace(/\t/g, ''));
    }),
  );
});

test('plain text shows hostile words letter by letter', () => {
  fc.assert(
    fc.property(hostile, fc.constantFrom(...Object.entries(BLOCKS)), (words, [name, block]) => {
      if (/button|select|in a list/.test(name)) return;
      const text = drawText({ gist: '', blocks: [block(words)], expects: 'nothing' });
      expect(text).toContain(words);
    }),
  );
});
