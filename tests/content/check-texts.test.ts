import { expect, test } from 'vitest';
import { checkBounds } from '../../src/content/check-bounds.ts';
import { checkSentences } from '../../src/content/check-sentences.ts';
import { checkTexts, missingTexts, unevenTexts } from '../../src/content/check-texts.ts';
import { checkUsedTexts } from '../../src/content/check-used-texts.ts';
import { type ExpectedText, expectedTexts } from '../../src/content/expected-texts.ts';
import { describeProblem } from '../../src/content/problem.ts';
import type { TextTree } from '../../src/content/texts.ts';
import { archived, inForce, smallInstrument, textsOf } from './small-content.ts';

const EXPECTED = [
  { namespace: 'small', key: 'inputs.first.why', for: 'dialogs/small.yaml', need: 'required' },
  { namespace: 'small', key: 'help', for: 'dialogs/small.yaml', need: 'optional' },
] as const;
const SMALL = { inputs: { first: { why: 'Siksi.' } } };

const keysOf = (texts: readonly ExpectedText[], need: ExpectedText['need']) =>
  texts.flatMap(text => (text.need === need ? [`${text.namespace}:${text.key}`] : []));
const told = (problems: readonly Parameters<typeof describeProblem>[0][]) => problems.map(describeProblem);

test('the same texts in every language have no problems', () => {
  const texts = textsOf({
    small: SMALL,
    bot: { hello: 'Hei {{name}}', n_one: 'Yksi', n_other: '{{count}} kpl' },
  });
  expect([...missingTexts(texts, EXPECTED), ...checkTexts(texts, EXPECTED)]).toEqual([]);
});

test('a text that a dialog needs is missed in each language that lacks it', () => {
  const texts = textsOf({ small: SMALL }, { sv: { small: {} }, en: {} });
  expect(told(missingTexts(texts, EXPECTED))).toEqual([
    'locales/sv/small.yaml: inputs.first.why: the text is missing, dialogs/small.yaml needs it',
    'locales/en/small.yaml: inputs.first.why: the text is missing, dialogs/small.yaml needs it',
  ]);
});

test('a text that may be left out is missed where another language has it, and only there', () => {
  const texts = textsOf({ small: { help: 'Apu.' } }, { sv: { small: {} }, en: {} });
  const says =
    'the text is missing, locales/fi/small.yaml has it: add it here, or take it out of every language';
  expect(told(unevenTexts(texts, EXPECTED))).toEqual([
    `locales/sv/small.yaml: help: ${says}`,
    `locales/en/small.yaml: help: ${says}`,
  ]);
  expect(unevenTexts(textsOf({ small: { help: 'Apu.' } }), EXPECTED)).toEqual([]);
  expect(unevenTexts(textsOf({ small: {} }), EXPECTED)).toEqual([]);
});

test('a text that no dialog needs is found', () => {
  const texts = textsOf({ small: SMALL }, { en: { small: { ...SMALL, old: 'Gone' } } });
  expect(told(checkTexts(texts, EXPECTED))).toEqual([
    'locales/en/small.yaml: old: nothing in dialogs/ uses this text: take it out',
  ]);
});

test("a text of the bot's own that a language lacks is found", () => {
  const texts = textsOf({ bot: { hello: 'Hei', bye: 'Hei hei' } }, { sv: { bot: { hello: 'Hej' } } });
  expect(told(checkTexts(texts, []))).toEqual([
    'locales/sv/bot.yaml: bye: the text is missing, locales/en/bot.yaml has it',
  ]);
});

test('differing placeholders are found', () => {
  const texts = textsOf({ bot: { hello: 'Hei {{name}}' } }, { sv: { bot: { hello: 'Hej {{namn}}' } } });
  expect(told(checkTexts(texts, []))).toEqual([
    'locales/sv/bot.yaml: hello: the placeholders are {{namn}}, but in Finnish {{name}}',
  ]);
});

test('the same placeholder in another format is no difference', () => {
  const texts = textsOf({ bot: { n: '{{rate, number}} %' } }, { en: { bot: { n: '{{rate}}%' } } });
  expect(checkTexts(texts, [])).toEqual([]);
});

test('a singular may leave the count out in one language and name it in another', () => {
  const bot = (one: string) => ({ bot: { n_one: one, n_other: '{{count}} kpl' } });
  expect(checkTexts(textsOf(bot('Yksi'), { en: bot('{{count}} item') }), [])).toEqual([]);
});

const treeOf = ([first = '', ...others]: readonly string[], text: string): TextTree => ({
  [first]: others.length === 0 ? text : treeOf(others, text),
});
const SHORT = { namespace: 'small', for: 'dialogs/small.yaml', need: 'required' } as const;

test.each(['short', 'steps.aims.short', 'steps.aims.own.short', 'inputs.share.short', 'areas.roads.short'])(
  'a placeholder in a short name (%s) is found in each language: it stands where no item is at hand',
  key => {
    const small = (text: string) => ({ small: treeOf(key.split('.'), text) });
    const texts = textsOf(small('Tavoitteet: {{areas}}'), {
      sv: small('Mål: {{ areas }}'),
      en: small('{{- areas, x}}'),
    });
    const says =
      'a short name stands by itself, nothing fills {{areas}} in: write it without, and name the item in "question"';
    expect(told(checkTexts(texts, [{ ...SHORT, key }]))).toEqual(
      ['fi', 'sv', 'en'].map(locale => `locales/${locale}/small.yaml: ${key}: ${says}`),
    );
  },
);

test('a short name without a placeholder is fine, and so is a placeholder in what only ends alike or is the bot’s own', () => {
  const small = { short: 'Pieni', steps: { aims: { question: '{{areas}}?', 'not-short': '{{areas}}' } } };
  const keys = ['short', 'steps.aims.question', 'steps.aims.not-short'];
  const expected = keys.map(key => ({ ...SHORT, key }));
  expect(checkTexts(textsOf({ small, bot: { short: '{{count}}' } }), expected)).toEqual([]);
});

test('half a plural and a foreign plural form are found', () => {
  expect(told(checkTexts(textsOf({ bot: { n_one: 'Yksi' } }), []))[0]).toBe(
    'locales/fi/bot.yaml: n_one: the plural form n_other is missing',
  );
  expect(told(checkTexts(textsOf({ bot: { n_few: 'Muutama' } }), []))[0]).toBe(
    'locales/fi/bot.yaml: n_few: plurals have the forms _one and _other only',
  );
});

test('an empty text is found', () => {
  const texts = textsOf({ bot: { hello: 'Hei' } }, { en: { bot: { hello: ' ' } } });
  expect(told(checkTexts(texts, []))).toEqual(['locales/en/bot.yaml: hello: the text is empty']);
});

test('an instrument needs texts for its questions, forms, options, stairs, sources and approver', () => {
  const needed = expectedTexts({ instruments: [inForce(smallInstrument())], catalogue: undefined });
  expect(keysOf(needed, 'required')).toEqual([
    ...['title', 'short', 'open', 'about'].map(part => `small:${part}`),
    ...['first', 'share'].flatMap(id =>
      ['question', 'short', 'why', 'example'].map(part => `small:inputs.${id}.${part}`),
    ),
    'small:inputs.second.short',
    ...['question', 'short', 'why'].map(part => `small:steps.more.${part}`),
    ...['yes', 'partly', 'no'].map(option => `small:scales.done.${option}`),
    ...[0, 1, 2].flatMap(stair => [`small:stairs.${stair}.name`, `small:stairs.${stair}.meaning`]),
    ...['sources:own', 'sources:book', 'actions:roles.owner'],
  ]);
});

test('a question of a form can have more texts than its name, and an instrument a help of its own', () => {
  const needed = expectedTexts({ instruments: [inForce(smallInstrument())], catalogue: undefined });
  const optional = keysOf(needed, 'optional');
  expect(optional).toEqual(
    expect.arrayContaining([
      'small:help',
      ...['question', 'why', 'example'].map(part => `small:inputs.second.${part}`),
      'small:steps.more.submit',
    ]),
  );
  const required = keysOf(needed, 'required');
  expect(optional.filter(key => required.includes(key))).toEqual([]);
});

test('texts of an archived instrument are still needed', () => {
  const old = smallInstrument(['id: second,', 'id: former,'], ['[second]', '[former]']);
  const needed = expectedTexts({
    instruments: [inForce(smallInstrument()), archived(old)],
    catalogue: undefined,
  });
  expect(keysOf(needed, 'required')).toContain('small:inputs.former.short');
});

test('a sentence is too long from its twenty-sixth word', () => {
  const words = (count: number) => `${Array.from({ length: count }, () => 'sana').join(' ')}.`;
  const texts = textsOf(
    { bot: { fine: `${words(25)} Ja ${words(24)}`, long: `Lyhyt. Ja ${words(25)}` } },
    { sv: {}, en: {} },
  );
  expect(told(checkSentences(texts))).toEqual([
    'locales/fi/bot.yaml: long: a sentence of 26 words (at most 25): Ja sana sana sana sana sana sana sana sa…',
  ]);
});

test('a name that ends as a sentence does is found: it stands inside sentences', () => {
  const texts = textsOf(
    {
      small: {
        rungs: { one: { name: 'Kirjastolla on sivut.' }, two: { name: 'Maksut verkossa' } },
        inputs: { share: { short: 'Osuus.', why: 'Kokonainen virke.' } },
        short: 'Pieni.',
      },
    },
    { sv: {}, en: {} },
  );
  const says = 'a name stands inside sentences: leave out the full stop at its end';
  expect(told(checkSentences(texts))).toEqual(
    ['rungs.one.name', 'inputs.share.short', 'short'].map(key => `locales/fi/small.yaml: ${key}: ${says}`),
  );
});

test('an explanation that names another bound than the instrument is found', () => {
  const why = (text: string) => ({ small: { inputs: { share: { why: text } } } });
  const texts = textsOf(why('Yli 50 prosenttia.'), {
    sv: why('Över 50 procent.'),
    en: why('Over 150 per cent.'),
  });
  expect(told(checkBounds(inForce(smallInstrument()), texts))).toEqual([
    'locales/en/small.yaml: inputs.share.why: does not name the bound 50 that dialogs/small.yaml sets',
  ]);
});

test('a bound with decimals is looked for as each language writes it', () => {
  const why = (text: string) => ({ small: { inputs: { share: { why: text } } } });
  const texts = textsOf(why('Yli 50,5 %.'), { en: why('Over 50.5%.') });
  expect(checkBounds(inForce(smallInstrument(['above: 50', 'above: 50.5'])), texts)).toEqual([]);
});

const CODE = [
  { file: 'src/a.ts', text: `t('bot:hello'); t(\`bot:notices.\${notice}\`); t('bot:n', { count })` },
  { file: 'src/b.ts', text: `\n\nt("bot:helo"); t(\`small:inputs.\${id}.wyh\`); other("redis:key")` },
];

test('a key that the code names but no text has is found with its line', () => {
  const texts = textsOf({
    bot: { hello: 'Hei', n_one: '1', n_other: '2', notices: { done: 'Valmis' } },
    small: SMALL,
  });
  expect(told(checkUsedTexts(texts, CODE, new Set(['small'])))).toEqual([
    'src/b.ts: line 3: there is no text "bot:helo"',
    `src/b.ts: line 3: there is no text \`small:inputs.\${id}.wyh\``,
  ]);
});

test('a text that the code never names is found, outside what the dialogs own', () => {
  const bot = {
    hello: 'Hei',
    n_one: '1',
    n_other: '2',
    notices: { done: 'Valmis', deep: { er: 'Syvä' } },
    bye: 'Hei hei',
  };
  const [first] = CODE;
  const found = checkUsedTexts(textsOf({ bot, small: SMALL }), first ? [first] : [], new Set(['small']));
  expect(told(found)).toEqual([
    'locales/fi/bot.yaml: notices.deep.er: nothing in the code uses this text',
    'locales/fi/bot.yaml: bye: nothing in the code uses this text',
  ]);
});
