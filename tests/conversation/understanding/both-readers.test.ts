import { expect, it } from 'vitest';
import { type Second, settleBoth } from '../../../src/conversation/understanding/both-readers.ts';
import type { Reading } from '../../../src/conversation/understanding/reading.ts';
import type { RuleReading } from '../../../src/conversation/understanding/rules.ts';

const answer = (value: string | number, open = false): Reading => ({
  kind: 'answer',
  value,
  sure: false,
  open,
});
const exporting: Reading = { kind: 'command', name: 'export', sure: true };
const erase: Reading = { kind: 'command', name: 'erase', sure: false };

interface Row {
  readonly rules: RuleReading;
  readonly second: readonly [label: string, share: number, model?: Second['model']];
  readonly gives: string;
}

const ROWS: readonly Row[] = [
  // Both say the same.
  { rules: { reading: answer('yes'), how: 'sure' }, second: ['yes', 0.7], gives: 'yes' },
  { rules: { reading: answer('yes'), how: 'sure' }, second: ['yes', 0.3], gives: '?yes' },
  { rules: { reading: answer('no'), how: 'guess' }, second: ['no', 0.92], gives: 'no' },
  { rules: { reading: answer('no'), how: 'guess' }, second: ['no', 0.7], gives: '?no' },
  // Said with a doubt, it is never taken.
  { rules: { reading: answer('no', true), how: 'guess' }, second: ['no', 0.99], gives: '?no' },
  // They differ: the likelier is on the button.
  { rules: { reading: answer('yes'), how: 'sure' }, second: ['partly', 0.8], gives: '?partly' },
  { rules: { reading: answer('yes'), how: 'sure' }, second: ['partly', 0.4], gives: '?yes' },
  { rules: { reading: answer('yes'), how: 'sure' }, second: ['?', 0.9], gives: '?' },
  { rules: { reading: answer('yes'), how: 'whole' }, second: ['no', 0.5], gives: 'yes' },
  { rules: { reading: answer('yes'), how: 'whole' }, second: ['no', 0.9], gives: '?no' },
  { rules: { reading: answer('full'), how: 'whole' }, second: ['?', 0.9, 'aside'], gives: 'full' },
  { rules: { reading: answer('yes'), how: 'guess' }, second: ['partly', 0.85], gives: 'partly' },
  { rules: { reading: answer('yes'), how: 'guess' }, second: ['partly', 0.7], gives: '?partly' },
  // How much is enough depends on how alike the answers of a question are said.
  {
    rules: { reading: answer('partial'), how: 'guess' },
    second: ['partial', 0.7, 'phase'],
    gives: 'partial',
  },
  { rules: { reading: answer('partial'), how: 'guess' }, second: ['full', 0.85, 'phase'], gives: '?full' },
  { rules: { how: 'guess' }, second: ['inuse', 0.55, 'status'], gives: 'inuse' },
  { rules: { how: 'guess' }, second: ['/pause', 0.65, 'aside'], gives: 'pause' },
  { rules: { how: 'guess' }, second: ['/pause', 0.3, 'aside'], gives: '?pause' },
  // Words that the rules know as a command are one, but for what takes something away.
  { rules: { reading: exporting, how: 'sure' }, second: ['yes', 0.4], gives: 'export' },
  { rules: { reading: exporting, how: 'sure' }, second: ['yes', 0.9], gives: '?yes' },
  { rules: { reading: exporting, how: 'guess' }, second: ['yes', 0.3], gives: '?export' },
  { rules: { reading: erase, how: 'sure' }, second: ['yes', 0.4], gives: '?erase' },
  // The rules read nothing.
  { rules: { how: 'guess' }, second: ['no', 0.6], gives: '?no' },
  { rules: { how: 'guess' }, second: ['no', 0.2], gives: '?' },
  { rules: { how: 'guess' }, second: ['no', 0.97], gives: 'no' },
  // That a number is said tells nothing of which.
  { rules: { reading: answer(80, true), how: 'guess' }, second: ['figure', 0.99, 'number'], gives: '?80' },
  { rules: { reading: answer(80), how: 'sure' }, second: ['figure', 0.9, 'number'], gives: '80' },
  { rules: { how: 'guess' }, second: ['figure', 0.99, 'number'], gives: '?' },
  { rules: { reading: answer(3), how: 'guess' }, second: ['figure', 0.99, 'number'], gives: '?3' },
  // What takes something away is not guessed.
  { rules: { how: 'guess' }, second: ['/erase', 0.99], gives: '?erase' },
  { rules: { reading: erase, how: 'guess' }, second: ['/erase', 0.99], gives: '?erase' },
  { rules: { reading: erase, how: 'whole' }, second: ['/erase', 0.5], gives: 'erase' },
];

it.each(ROWS)('$rules.how $rules.reading.value and $second give $gives', ({ rules, second, gives }) => {
  const { reading, taken } = settleBoth(rules, {
    label: second[0],
    share: second[1],
    model: second[2] ?? 'yesno',
  });
  const told = reading?.kind === 'command' ? reading.name : (reading?.value ?? '');
  expect(`${taken ? '' : '?'}${told}`).toBe(gives);
});

it('lets the rules alone decide where there is no second reader', () => {
  expect(settleBoth({ reading: answer('yes'), how: 'sure' }, undefined).taken).toBe(true);
  expect(settleBoth({ reading: answer('yes'), how: 'guess' }, undefined).taken).toBe(false);
});
