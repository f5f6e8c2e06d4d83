/** The second reader on a few weights written by hand: what it sees of a message, and what it makes of that. */
import { describe, expect, it } from 'vitest';
import { secondOf } from '../../../src/conversation/understanding/both-readers.ts';
import { hashOf, piecesOf } from '../../../src/conversation/understanding/second/pieces.ts';
import {
  type LearntModel,
  packed,
  signsOf,
  unpacked,
} from '../../../src/conversation/understanding/second/reader-file.ts';
import { createSecondReader } from '../../../src/conversation/understanding/second/second-reader.ts';

const SIGNS = { N: 'ei nej', P: 'jo sv:ja' };
const signs = signsOf(SIGNS);
const pieces = (text: string, locale: 'fi' | 'sv' | 'en' = 'fi') => piecesOf({ text, locale }, signs);
/** The pieces of one kind, without its letter. */
const of = (kind: string, text: string, locale: 'fi' | 'sv' | 'en' = 'fi') =>
  pieces(text, locale).flatMap(piece => (piece.startsWith(`${kind}:`) ? [piece.slice(kind.length + 1)] : []));

describe('the pieces of a message', () => {
  it('of one short word are the word, its parts, its places and its signs', () => {
    expect(pieces('Ei')).toEqual([
      'w:ei',
      'c:<ei',
      'c:ei>',
      'c:<ei>',
      'v:fi:ei',
      'f:ei',
      'l:ei',
      'g:ei',
      'a:ei',
      'q:N',
      'h:N',
      't:N',
      'p:N/=',
      'i:N',
      'n:1',
    ]);
  });

  it.each([
    ['w', 'Kyllä, TULLOO 12,5 kpl', ['kyla', 'tulo', '0', 'kpl']],
    // Words side by side, and over one and two others; never over the end of a clause.
    ['b', 'yksi kaksi kolme neljä', ['yksi kaksi', 'kaksi kolme', 'kolme nelja']],
    ['s', 'yksi kaksi kolme neljä', ['yksi kolme', 'yksi nelja', 'kaksi nelja']],
    ['b', 'yksi, kaksi', []],
    ['v', 'ei tiedä vielä aina', ['fi:ei', 'fi:aina']],
    // First and last words, and a whole of few words.
    ['f', 'a bc d, e', ['a', 'a bc']],
    ['l', 'a bc d, e', ['e']],
    ['l', 'a bc d', ['d', 'bc d']],
    ['g', 'a b, c', ['a b']],
    ['g', 'a b c, d', []],
    ['a', 'a b c', ['a b c']],
    ['a', 'a b c d', []],
    ['a', 'a, b', []],
    ['e', 'a, b c', ['b', 'c']],
    ['e', 'a b', []],
    ['z', 'a, b c d', ['b c d']],
    ['z', 'a, b c d e', []],
    // How long it is, three words a step, six steps at most.
    ['n', '', ['0']],
    ['n', 'a b c', ['1']],
    ['n', 'a b c d', ['2']],
    ['n', Array.from({ length: 40 }, () => 'a b').join(' '), ['6']],
    // The row of signs, without those that stand twice in a row.
    ['q', 'ei ei joo', ['NP']],
    ['q', 'ei, joo, ei', ['N.P.N']],
    ['q', 'ei, joo, ei, joo', ['P.N.P'].map(() => '.P.N.P')],
    ['h', 'ei, joo, ei', ['N.P']],
    ['t', 'ei, joo ei', ['PN']],
    ['p', 'ei, joo ei', ['N/PN']],
    ['p', 'ei', ['N/=']],
    ['p', 'muuta', ['/=']],
    ['i', 'ei, joo', ['N', '.', 'P']],
    ['j', 'ei, joo', ['N.', '.P']],
    ['c', 'abcd', ['<ab', 'abc', 'bcd', 'cd>', '<abc', 'abcd', 'bcd>', '<abcd', 'abcd>']],
  ])('of kind %s of "%s" are %j', (kind, text, expected) => {
    expect(of(kind, text)).toEqual(expected);
  });

  it('has a sign in the language that the word bears it in', () => {
    expect(of('q', 'ja', 'sv')).toEqual(['P']);
    expect(of('q', 'ja', 'fi')).toEqual(['']);
    expect(of('q', 'nej', 'fi')).toEqual(['N']);
  });

  it('tells a question at the end, and reads ninety words at most', () => {
    expect(pieces('joo? ')).toContain('?end');
    expect(pieces('joo? ei')).not.toContain('?end');
    const long = Array.from({ length: 100 }, (_, at) => `w${'x'.repeat(at % 7)}${at === 95 ? 'q' : ''}`);
    expect(of('w', long.join(' ')).some(word => word.endsWith('q'))).toBe(false);
  });
});

it.each([
  ['', 0x811c9dc5],
  // FNV-1a as it is published: "a" and "foobar".
  ['a', 0xe40c292c],
  ['foobar', 0xbf9cf968],
])('the hash of "%s" is that of FNV-1a, folded to 24 bits', (piece, whole) => {
  expect(hashOf(piece)).toBe(((whole >>> 24) ^ whole) & 0xffffff);
});

const model = (
  labels: readonly string[],
  rows: Readonly<Record<string, readonly number[]>>,
): LearntModel => ({
  labels,
  scale: 0.5,
  bias: labels.map((_, at) => at / 4),
  rows: new Map(Object.entries(rows).map(([piece, row]) => [hashOf(piece), Int8Array.from(row)])),
});
const MODELS = new Map([
  ['yesno', model(['yes', 'no', 'aside'], { 'w:ei': [-8, 7, 0], 'w:jo': [7, -3, 0], 'w:apua': [0, 0, 7] })],
  ['aside', model(['/help', '/pause'], { 'w:apua': [6, 0] })],
]);
const checksumOf = (bytes: Uint8Array) => `${bytes.reduce((sum, byte) => sum + byte, 0)}`;
const file = packed({ version: '1', signs: SIGNS, models: MODELS }, checksumOf);
const reader = createSecondReader(unpacked(file, checksumOf));
const read = (text: string, name = 'yesno') => reader.read({ text, locale: 'fi' }, name);

describe('the file of weights', () => {
  it('is read as it was written', () => {
    const { signs: told, models } = unpacked(file, checksumOf);
    expect([...told]).toEqual([
      ['ei', 'N'],
      ['nej', 'N'],
      ['jo', 'P'],
      ['sv:ja', 'P'],
    ]);
    for (const [name, { labels, scale, bias, rows }] of MODELS) {
      const found = models.get(name);
      expect(found).toMatchObject({ labels, scale, bias });
      for (const [hash, row] of rows) {
        const place = found?.table.placeOf(hash) ?? -1;
        expect([...(found?.table.weights.subarray(place, place + labels.length) ?? [])]).toEqual([...row]);
      }
    }
  });

  it('with other bytes than its head tells is refused', () => {
    const broken = Uint8Array.from(file);
    broken[broken.length - 1] = (broken[broken.length - 1] ?? 0) ^ 1;
    expect(() => unpacked(broken, checksumOf)).toThrow('the checksum does not fit');
  });
});

describe('the second reader', () => {
  it('has the likeliest label first, and shares that make one', () => {
    expect(read('ei').map(({ label }) => label)).toEqual(['no', 'aside', 'yes']);
    expect(read('joo').map(({ label }) => label)).toEqual(['yes', 'aside', 'no']);
    expect(read('ei').reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it('counts each weight by the scale, over the root of how many pieces it knows, and the bias', () => {
    // One piece is known: the sums are −4 + 0, 3.5 + ¼ and 0 + ½.
    const grown = [Math.exp(-4), Math.exp(3.75), Math.exp(0.5)];
    const total = grown.reduce((sum, one) => sum + one, 0);
    expect(read('ei')[0]?.share).toBeCloseTo((grown[1] ?? 0) / total, 12);
    // Two are known: (7 − 8) / 2 / √2 and (7 − 3) / 2 / √2 + ¼, and the bias alone of the third.
    const both = [-0.5 / Math.SQRT2, 2 / Math.SQRT2 + 0.25, 0.5].map(Math.exp);
    const sum = both.reduce((all, one) => all + one, 0);
    expect(read('ei joo').map(({ label }) => label)).toEqual(['no', 'aside', 'yes']);
    expect(read('ei joo')[0]?.share).toBeCloseTo((both[1] ?? 0) / sum, 12);
  });

  it('knows nothing by a model that there is not', () => {
    expect(read('ei', 'none')).toEqual([]);
  });

  it('tells which pieces spoke for a label, the heaviest first, and none that spoke against it', () => {
    const why = (label: string, name = 'yesno') =>
      reader.why({ text: 'apua joo ei', locale: 'fi' }, name, label);
    expect(why('yes')).toEqual([{ piece: 'w:jo', weight: 3.5 }]);
    expect(why('no')).toEqual([{ piece: 'w:ei', weight: 3.5 }]);
    expect(why('none')).toEqual([]);
    expect(why('yes', 'none')).toEqual([]);
  });
});

describe('the word of the second reader', () => {
  const second = (text: string, asked: Parameters<typeof secondOf>[2]['asked']) =>
    secondOf(reader, text, { locale: 'fi', asked });

  it('is its likeliest label for the kind of question', () => {
    expect(second('ei', 'yesno')).toMatchObject({ label: 'no', model: 'yesno' });
  });

  it('is none where the kind of question has no model, or there is no such model', () => {
    expect(second('ei', 'ordinal')).toBeUndefined();
    expect(second('ei', 'percent')).toBeUndefined();
  });

  it('of what is aside is what the model of those says, as likely as both together', () => {
    const [aside] = read('apua');
    const [help] = read('apua', 'aside');
    expect(aside?.label).toBe('aside');
    expect(second('apua', 'yesno')).toEqual({
      label: '/help',
      share: (aside?.share ?? 0) * (help?.share ?? 0),
      model: 'aside',
    });
    expect(second('apua', 'any')).toMatchObject({ label: '/help', share: help?.share, model: 'aside' });
  });
});
