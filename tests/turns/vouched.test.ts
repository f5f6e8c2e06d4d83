import { describe, expect, it } from 'vitest';
import { readVouched, vouched } from '../../src/turns/vouched.ts';

const JSON_TEXT = '{"schema":5,"session":{"locale":"fi"}}';

describe('a text that a build vouches for', () => {
  it('is known again by the same build, and stands as it was', () => {
    expect(readVouched(vouched(JSON_TEXT, 'one'), 'one')).toEqual({
      json: JSON_TEXT,
      written: 'by-this-build',
    });
  });

  it.each([
    { what: 'another build wrote', text: vouched(JSON_TEXT, 'another') },
    { what: 'an earlier version wrote, without a sum', text: JSON_TEXT },
    { what: 'was run from the sources', text: vouched(JSON_TEXT, undefined) },
  ])('is read, but not vouched for, where it is what $what', ({ text }) => {
    expect(readVouched(text, 'one')).toEqual({ json: JSON_TEXT, written: 'elsewhere' });
  });

  it('is not vouched for from the sources, whoever wrote it', () => {
    expect(readVouched(vouched(JSON_TEXT, 'one'), undefined)).toEqual({
      json: JSON_TEXT,
      written: 'elsewhere',
    });
  });

  it.each([
    ['a changed answer', (text: string) => text.replace('"fi"', '"sv"')],
    ['a lost end', (text: string) => text.slice(0, -1)],
    ['a changed sum', (text: string) => (text.startsWith('0') ? '1' : '0') + text.slice(1)],
  ])('is not vouched for with %s', (_, spoil) => {
    expect(readVouched(spoil(vouched(JSON_TEXT, 'one')), 'one').written).toBe('elsewhere');
  });
});
