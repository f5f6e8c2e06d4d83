import { expect, test } from 'vitest';
import { coloursOf } from '../../web/widget-colours.ts';

/** WCAG's contrast of two colours `#rrggbb`, worked out here anew. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => {
      const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

test.each([
  ['#0b4f8a', '#ffffff'],
  ['#ffd200', '#000000'],
  ['#FFF', '#000000'],
  ['#000', '#ffffff'],
  // Just beyond what white can be read on, and just within it.
  ['#777777', '#000000'],
  ['#767676', '#ffffff'],
  [' #c00 ', '#ffffff'],
])('on %s the text is %s', (accent, text) => {
  expect(coloursOf(accent)?.['--on-accent']).toBe(text);
});

test('whatever the colour, the text can be read on it, also under the pointer', () => {
  const steps = ['00', '33', '5c', '77', '80', '99', 'b3', 'cc', 'ff'];
  for (const red of steps)
    for (const green of steps)
      for (const blue of steps) {
        const colours = coloursOf(`#${red}${green}${blue}`);
        if (!colours) throw new Error('it is a colour');
        const text = colours['--on-accent'];
        for (const ground of [colours['--accent'], colours['--accent-strong']])
          expect(contrast(ground, text), ground).toBeGreaterThanOrEqual(4.5);
      }
});

test.each(['', 'red', '#12', '#12345', '#1234567', 'rgb(0,0,0)', '#ggg', 'url(x)', '#fff;color:red'])(
  'is none: %j',
  accent => {
    expect(coloursOf(accent)).toBeUndefined();
  },
);
