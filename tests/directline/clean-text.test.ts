import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/directline/incoming-activity.ts';

describe('a cleaned text', () => {
  it.each([
    ['keeps Finnish and Swedish letters', 'Kyllä, åländska – 81,5 %', 'Kyllä, åländska – 81,5 %'],
    ['keeps emoji and their joiners', '👩‍💻 👍🏽', '👩‍💻 👍🏽'],
    ['keeps line breaks and tabs', 'a\n\tb', 'a\n\tb'],
    ['makes every line break the same', 'a\r\nb\rc', 'a\nb\nc'],
    ['loses NUL', 'a\u0000b', 'ab'],
    ['loses terminal sequences', '\u001b[31mred\u009b0m', '[31mred0m'],
    ['loses halves of surrogate pairs', 'a\ud83d b\ude00', 'a b'],
    ['loses halves that cleaning could have joined', '\ud83d\u0000\ude00', ''],
    ['loses direction overrides', 'kunta\u202egpj.exe\u202c', 'kuntagpj.exe'],
    ['loses direction isolates', '\u2066a\u2069', 'a'],
  ])('%s', (_what, text, expected) => {
    expect(cleanText(text)).toBe(expected);
  });

  it('is always well formed and never changes when cleaned again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const cleaned = cleanText(text);
        expect(Buffer.from(cleaned, 'utf8').toString('utf8')).toBe(cleaned);
        expect(cleaned.replace(/[\n\t]/g, '')).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
        expect(cleanText(cleaned)).toBe(cleaned);
      }),
    );
  });
});
