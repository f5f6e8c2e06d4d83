import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeName } from '../../src/store/safe-name.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('a/b', '~', '{', '', '__proto__', '\ud800'),
);

describe('safeName', () => {
  it('leaves ids as channels give them readable', () => {
    expect(safeName('msteams', '19:abc@thread.tacv2;messageid=17')).toBe(
      'msteams/19:abc@thread.tacv2;messageid=17',
    );
  });

  it('makes a short name without anything special of any text', () => {
    fc.assert(
      fc.property(anyText, anyText, (channel, conversation) => {
        expect(safeName(channel, conversation)).toMatch(/^[\w.:@;=+/~-]{1,250}$/);
      }),
    );
  });

  it('never gives two the same name', () => {
    fc.assert(
      fc.property(fc.tuple(anyText, anyText), fc.tuple(anyText, anyText), (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other));
        expect(safeName(...one)).not.toBe(safeName(...other));
      }),
    );
    expect(safeName('a', 'b/c')).not.toBe(safeName('a/b', 'c'));
    expect(safeName(safeName('ä'))).not.toBe(safeName('ä'));
  });
});
