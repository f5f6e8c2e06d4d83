import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markdownToHtml } from '../../web/markdown.ts';

describe('what cards may mark', () => {
  test.each([
    ['plain', '<p>plain</p>'],
    ['two\nlines', '<p>two<br>lines</p>'],
    ['one\n\nother', '<p>one</p><p>other</p>'],
    ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['1. a\n2. b', '<ol><li>a</li><li>b</li></ol>'],
    ['3. porras', '<ol start="3"><li>porras</li></ol>'],
    ['text\n- a', '<p>text</p><ul><li>a</li></ul>'],
    ['- a\n1. b', '<ul><li>a</li></ul><ol><li>b</li></ol>'],
    ['**bold** and _soft_', '<p><strong>bold</strong> and <em>soft</em></p>'],
    [
      '[kunta](https://kunta.example/a?b=1&c=2)',
      '<p><a href="https://kunta.example/a?b=1&amp;c=2">kunta</a></p>',
    ],
    ['**a _b_ c** d', '<p><strong>a <em>b</em> c</strong> d</p>'],
    ['**a\\*\\*b** and _a\\_b_', '<p><strong>a**b</strong> and <em>a_b</em></p>'],
    ['**a*', '<p>*<em>a</em></p>'],
    [`**${'a*'.repeat(2000)}`, `<p>**${'a*'.repeat(2000)}</p>`],
    ['[soita](tel:+35881234)', '<p><a href="tel:+35881234">soita</a></p>'],
  ])('%j', (text, html) => {
    expect(markdownToHtml(text)).toBe(html);
  });
});

describe('what is shown as it stands', () => {
  test.each([
    ['snake_case_name', 'snake_case_name'],
    ['2*3*4', '2*3*4'],
    ['a * b * c', 'a * b * c'],
    ['\\*not\\* \\[a\\](b)', '*not* [a](b)'],
    ['3\\. porras', '3. porras'],
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    ['[x](javascript:alert(1))', '[x](javascript:alert(1))'],
    ['[x](//evil.example)', '[x](//evil.example)'],
    ['# not a heading', '# not a heading'],
    ['> nor a quotation', '&gt; nor a quotation'],
    ['C:\\temp', 'C:\\temp'],
  ])('%j', (text, shown) => {
    expect(markdownToHtml(text)).toBe(`<p>${shown}</p>`);
  });
});

test('whatever is written, nothing but these elements comes out, and it ends', () => {
  const marks = fc.constantFrom(
    '*',
    '_',
    '**',
    '[',
    '](',
    ')',
    '\\',
    '<',
    '>',
    '"',
    '\n',
    '- ',
    '1. ',
    'a',
    'https://',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(marks, { maxLength: 60 }), parts => {
      const html = markdownToHtml(parts.join(''));
      const rest = html.replace(
        /<\/?(p|ul|ol|li|strong|em|a)>|<br>|<ol start="\d+">|<a href="https:\/\/[^"<>]*">/g,
        '',
      );
      expect(rest).not.toMatch(/[<>"]/);
    }),
  );
});
