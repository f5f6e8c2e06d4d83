/** What the summary says of a form that was sent in with something left open, and of a question that was skipped. */
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/assessment/answers.ts';
import { ref } from './every-reply.ts';
import { textOf } from './rendering.ts';

const progress = { answered: 1, total: 2, position: 2 };
const nothing = { reasons: {}, notes: {}, colleague: [] };

describe.each([
  ['fi', 'Ohitettu'],
  ['sv', 'Överhoppad'],
  ['en', 'Skipped'],
] as const)('in %s', (locale, skipped) => {
  const summary = (dialog: typeof ref, passed: string[], answers: Answers) =>
    textOf({ kind: 'summary', progress, answers, skipped: passed, ...nothing, ...dialog }, { locale });

  it('a form that was sent in with fields left open was not skipped', () => {
    const answers = { areas: ['work'], 'work.recruitment.status': 'inuse' };
    const passed = ['work.statuses.1', 'work.recruitment.details'];
    const text = summary({ dialog: 'workbook', version: '1.0.0' }, passed, answers);
    expect(text).not.toContain(skipped);
  });

  it('a question that was passed was skipped', () => {
    expect(summary(ref, ['need'], {}).split(skipped)).toHaveLength(2);
  });
});
