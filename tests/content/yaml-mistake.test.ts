/** What whoever writes content is told of a YAML mistake: one thing, at the line to look at, with what to do. */
import { expect, test } from 'vitest';
import { parseYaml } from '../../src/content/parse-yaml.ts';

const INDENT = /^look at the indent/;
const QUOTES = /^put the text in quotes/;
const CLOSING = /^a quote or bracket is opened and not closed/;

const MISTAKES: { fault: string; text: string; line: number; says: RegExp }[] = [
  { fault: 'a colon in a text', text: 'a:\n  b: c\n  d: Mitä: tämä on\n', line: 3, says: QUOTES },
  { fault: 'two colons in a text', text: 'a:\n  b: Huom: katso: ohje\n', line: 2, says: QUOTES },
  { fault: 'a key indented too deep', text: 'a:\n  b: c\n    d: e\n', line: 3, says: INDENT },
  { fault: 'the same below an empty line', text: 'a:\n  b: c\n\n    d: e\n', line: 4, says: INDENT },
  { fault: 'a field of an item too deep', text: '- id: a\n  type: x\n   list: y\n', line: 3, says: INDENT },
  { fault: 'a key indented too little', text: 'a:\n    b: c\n  d: e\n', line: 3, says: INDENT },
  { fault: 'an item too deep', text: 'a:\n  - id: a\n    b: c\n   - id: b\n', line: 4, says: INDENT },
  { fault: 'an item too little', text: 'a:\n  b:\n      - c\n     - d\n', line: 4, says: INDENT },
  { fault: 'an item without its dash', text: 'a:\n  - b\n  c\n', line: 3, says: INDENT },
  {
    fault: 'no space behind a colon',
    text: 'a:\n  b:c\n  d: e\n',
    line: 2,
    says: /^a key needs a colon and a space/,
  },
  { fault: 'a tab', text: 'a:\n\tb: c\n', line: 2, says: /^indent with spaces/ },
  { fault: 'a quote left open', text: 'a: "x\nb: y\n', line: 3, says: CLOSING },
  { fault: 'a bracket left open', text: '- { id: a\n- { id: b }\n', line: 2, says: CLOSING },
  { fault: 'a text behind a quote', text: 'a: "x" y\n', line: 1, says: QUOTES },
  { fault: 'a placeholder at the beginning', text: 'a: {{x}} on\n', line: 1, says: QUOTES },
  { fault: 'a star at the beginning', text: 'a: 1\nb: *tärkeä\n', line: 2, says: QUOTES },
  { fault: 'a backtick at the beginning', text: 'a: `b`\n', line: 1, says: QUOTES },
  { fault: 'an exclamation mark at the beginning', text: 'a: !b\n', line: 1, says: QUOTES },
  { fault: 'a key given twice', text: 'a: 1\nb: 2\na: 3\n', line: 3, says: /^this key is given twice/ },
];

test.each(MISTAKES)('$fault', ({ text, line, says }) => {
  const { value, mistake } = parseYaml(text);
  expect(value).toBeUndefined();
  expect(mistake).toEqual({ line, problem: expect.stringMatching(says) });
  expect(mistake?.problem).not.toMatch(/:$|at line/);
});
