/** How the signals of a clause add up to an answer, and what several clauses come to: on signals written by hand. */
import { describe, expect, it } from 'vitest';
import { phase } from '../../../src/conversation/understanding/phase.ts';
import type { ClauseReading, Scale } from '../../../src/conversation/understanding/scales.ts';
import { status } from '../../../src/conversation/understanding/status.ts';
import type { Item, Strength } from '../../../src/conversation/understanding/tag.ts';
import { yesno } from '../../../src/conversation/understanding/yesno.ts';

const STRENGTHS: Readonly<Record<string, Strength>> = { '': 'sure', '.': 'stated', '?': 'likely' };
const PLAIN = ['part', 'whole', 'doubt', 'topic'] as const;

/** `yes` is a value said for sure, `yes.` one that is stated, `yes?` a likely one; `yes!` only stresses. */
function itemOf(word: string): Item {
  const plain = PLAIN.find(is => is === word);
  const [, value = '', mark = ''] = /^([a-z]+)([.?!]?)$/.exec(word) ?? [];
  const tag: Item['tag'] = plain
    ? { is: plain }
    : value === 'not'
      ? { is: 'no', strength: mark === '.' ? 'stated' : 'sure' }
      : { is: 'value', value, strength: STRENGTHS[mark] ?? 'sure', ...(mark === '!' && { stress: true }) };
  return { tag, words: 1, cost: 0, from: 0, to: 0 };
}

/** `yes`: for sure; `yes?`: only likely; `yes=`: strictly; `yes.`: stated; `-`: nothing is said. */
function judged(scale: Scale, said: string): string {
  const verdict = scale.judge(said.split(' ').map(itemOf));
  if (!verdict) return '-';
  const mark = !verdict.sure ? '?' : verdict.stated ? '.' : verdict.strict ? '=' : '';
  return `${verdict.value}${mark}`;
}

/** `yes`: a clause that says so for sure, `yes?` one that may, `yes.` one that states it; a joint before it, if any. */
function settled(scale: Scale, said: string): string {
  const readings = said.split(', ').map((clause, at): ClauseReading => {
    const [, joint = '', value = '', mark = ''] = /^(?:(and|or|but) )?([a-z-]+)([?.]?)$/.exec(clause) ?? [];
    const joined = (['and', 'or', 'but'] as const).find(one => one === joint);
    return {
      value,
      sure: mark !== '?',
      stated: mark === '.',
      joint: joined ?? (at === 0 ? 'start' : 'break'),
    };
  });
  const found = scale.settle(readings);
  return found ? `${found.value}${found.sure ? '' : '?'}` : '-';
}

describe('yes, partly, no', () => {
  it.each([
    ['yes', 'yes'],
    ['yes.', 'yes.'],
    ['yes?', 'yes?'],
    ['whole', 'yes?'],
    ['topic', '-'],
    ['part', 'partly'],
    ['yes part', 'partly'],
    ['partly.', 'partly.'],
    ['partly?', 'partly?'],
    ['no', 'no'],
    ['no.', 'no.'],
    ['no?', 'no?'],
    ['no? yes', 'partly?'],
    ['no? yes.', 'no?'],
    // A denial turns round what is said beside it, before it or behind it.
    ['not', 'no='],
    ['not.', 'no.'],
    ['not yes.', 'no'],
    ['not yes?', 'no'],
    ['yes. not', 'no'],
    ['not no.', 'yes?'],
    ['not part', 'partly?'],
    ['not whole', 'partly'],
    // "Joo" behind it takes it back, "kyllä" only stresses it.
    ['not yes', '-'],
    ['no yes', '-'],
    ['yes not', 'no'],
    ['not yes!', 'no'],
    // Two denials side by side are one, and apart they come to something that is asked about.
    ['not no', 'no'],
    ['not topic not', 'no?'],
    ['not topic unknown', 'unknown?'],
    // Not known, and not one's own.
    ['unknown', 'unknown'],
    ['na', 'na'],
    ['unknown?', 'unknown?'],
    ['na?', 'na?'],
    ['unknown yes', 'unknown'],
    ['yes unknown?', 'unknown?'],
    ['unknown doubt yes', 'yes'],
    ['unknown doubt', 'unknown'],
    ['unknown doubt no', 'no?'],
  ])('%s is judged %s', (said, verdict) => {
    expect(judged(yesno, said)).toBe(verdict);
  });

  it.each([
    ['yes, yes?', 'yes'],
    ['yes?, yes?', 'yes?'],
    ['yes, or no', '-'],
    ['yes, or partly', 'partly?'],
    ['no, na', 'na'],
    ['no, na?', 'na?'],
    ['yes, na', '-'],
    ['partly, na', '-'],
    ['yes, unknown', 'yes?'],
    ['unknown, but no', 'no?'],
    ['unknown, no', 'unknown'],
    ['no, unknown', 'unknown?'],
    ['unknown, yes.', 'unknown'],
    ['unknown, yes, partly', '-'],
    ['yes, partly', 'partly'],
    ['yes, partly?', 'partly?'],
    ['no, partly', 'partly?'],
    ['no, partly?', 'no'],
    ['partly?, no', 'partly?'],
    ['yes, no', 'yes?'],
    ['no, yes', 'no?'],
    ['yes, no?', 'yes?'],
    ['no, yes?', 'no'],
    ['yes, but no', 'partly?'],
    ['no, but yes', 'partly?'],
    ['yes?, but no?', 'partly?'],
  ])('%s settles as %s', (said, value) => {
    expect(settled(yesno, said)).toBe(value);
  });
});

describe('by hand, partly digital, fully digital', () => {
  it.each([
    ['full', 'full'],
    ['full?', 'full?'],
    ['full? whole', 'full'],
    ['whole', 'full='],
    ['manual', 'manual'],
    ['manual?', 'manual?'],
    ['partial', 'partial'],
    ['partial?', 'partial?'],
    ['part', 'partial'],
    ['part full', 'partial'],
    ['part manual', 'partial?'],
    ['part manual full', 'partial'],
    ['full manual', 'partial?'],
    ['manual whole', 'manual'],
    ['topic', '-'],
    ['not', '-'],
    ['not full', 'not-full'],
    ['not manual', 'not-manual'],
    ['not full manual', '-'],
    ['not part', 'partial?'],
    ['not whole', 'partial'],
    ['unknown full', 'unknown'],
    ['na', 'na'],
    ['unknown?', 'unknown?'],
    ['na? full?', 'full?'],
  ])('%s is judged %s', (said, verdict) => {
    expect(judged(phase, said)).toBe(verdict);
  });

  it.each([
    ['full, full?', 'full'],
    // A denial alone leaves the rest to be confirmed.
    ['not-full', 'partial?'],
    ['not-manual', 'full?'],
    ['full, or manual', '-'],
    ['full, unknown', 'full?'],
    ['not-full, unknown', 'partial?'],
    ['full, manual, unknown', '-'],
    ['full, na', '-'],
    ['not-full, manual', 'manual'],
    ['not-full, partial', 'partial'],
    ['not-manual, full', 'full'],
    ['not-manual, partial', 'partial'],
    ['not-manual, partial, full', 'partial?'],
    ['manual, and full', 'partial'],
    ['manual, full', 'partial?'],
    ['partial, full', 'partial'],
    ['partial?, full', 'partial?'],
    ['partial, full, manual', 'partial?'],
    ['partial?, and full', 'partial?'],
    ['partial?, and manual', 'partial?'],
    ['manual, and full?', 'partial'],
  ])('%s settles as %s', (said, value) => {
    expect(settled(phase, said)).toBe(value);
  });
});

describe('elsewhere, neither, planned, in use', () => {
  it.each([
    ['outside', 'outside'],
    ['outside?', 'outside?'],
    ['outside unknown', 'outside'],
    ['unknown inuse', 'unknown'],
    ['none', 'none'],
    ['none?', 'none?'],
    ['none planned', 'none'],
    ['planned', 'planned'],
    ['planned?', 'planned?'],
    ['planned inuse', 'planned?'],
    ['planned? inuse', 'planned?'],
    ['inuse', 'inuse'],
    ['inuse?', 'inuse?'],
    ['inuse none?', 'inuse'],
    ['none? outside?', 'none?'],
    ['outside? inuse?', 'outside?'],
    ['unknown?', 'unknown?'],
    ['inuse? unknown?', 'inuse?'],
    ['topic', '-'],
    ['not', 'none='],
    ['not.', 'none.'],
    ['not inuse', 'none'],
    ['not planned', 'none'],
    ['not planned?', 'planned?'],
    ['not. planned?', 'planned?'],
  ])('%s is judged %s', (said, verdict) => {
    expect(judged(status, said)).toBe(verdict);
  });

  it.each([
    ['inuse, inuse?', 'inuse'],
    ['inuse, or planned', '-'],
    ['inuse, unknown', 'inuse?'],
    ['inuse, na', '-'],
    ['inuse, outside', '-'],
    ['none, planned, inuse', '-'],
    ['none, planned', 'planned'],
    ['none, planned?', 'planned?'],
    ['none, inuse', '-'],
    ['inuse, planned', 'inuse?'],
    ['planned, inuse', 'planned?'],
    ['planned, inuse?', 'planned'],
    ['planned?, inuse?', 'planned?'],
  ])('%s settles as %s', (said, value) => {
    expect(settled(status, said)).toBe(value);
  });
});
