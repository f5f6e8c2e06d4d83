import { describe, expect, test } from 'vitest';
import { checkInstrument } from '../../src/content/check-instrument.ts';
import { inForce, smallInstrument } from './small-content.ts';

const when = (condition: string) =>
  ['id: more, type: form,', `id: more, type: form, when: ${condition},`] as const;

const several = (offers: string) =>
  [
    'scoring:',
    `  - { id: kinds, type: multi, scale: done, source: book, offers: ${offers} }\nscoring:`,
  ] as const;

const FAULTS: { fault: string; change: readonly [string, string]; path: string; problem: string }[] = [
  {
    fault: 'a scale that does not exist',
    change: ['scale: done', 'scale: dnoe'],
    path: 'steps.first.scale',
    problem: 'there is no scale dnoe: did you mean done?',
  },
  {
    fault: 'a scale nobody uses',
    change: ['  done:', '  spare: { read: ordinal, options: { all: 1 } }\n  done:'],
    path: 'scales.spare',
    problem: 'no question uses this scale',
  },
  {
    fault: 'a scale that can never be met',
    change: ['yes: 1,', 'yes: 0.9,'],
    path: 'scoring.stairs.1.first',
    problem: 'no option of done is worth 1, so it can never be met',
  },
  {
    fault: 'an option that every scale has already',
    change: ['no: 0 }', 'no: 0, unknown: 0 }'],
    path: 'scales.done.unknown',
    problem: 'every scale has this option already',
  },
  {
    fault: 'the same id for two questions',
    change: ['id: second,', 'id: first,'],
    path: 'steps.first',
    problem: 'this id is used more than once',
  },
  {
    fault: 'the same id for a form and its question',
    change: ['id: more,', 'id: second,'],
    path: 'steps.second',
    problem: 'this id is used more than once',
  },
  {
    fault: 'a number whose ends are the wrong way round',
    change: ['min: 0,', 'min: 100,'],
    path: 'steps.share.min',
    problem: 'min is not smaller than max',
  },
  {
    fault: 'minutes the wrong way round',
    change: ['min: 1,', 'min: 3,'],
    path: 'minutes',
    problem: 'min is larger than max',
  },
  {
    fault: 'a condition that no step asks',
    change: ['conditions: [second]', 'conditions: [second, third]'],
    path: 'scoring.stairs.2.third',
    problem: 'no step asks this condition',
  },
  {
    fault: 'a condition counted on two stairs',
    change: ['conditions: [second]', 'conditions: [second, first]'],
    path: 'scoring.stairs.first',
    problem: 'this condition is counted more than once',
  },
  {
    fault: 'an answer that is used nowhere',
    change: ['conditions: [first, ', 'conditions: ['],
    path: 'steps.first',
    problem:
      'the answer is used nowhere: put its id among the conditions of a stair, or under "background" of scoring if it only informs, or take the step out',
  },
  {
    fault: 'a question that counts, and is told only to inform',
    change: ['provisionalBelow: 0.5', 'provisionalBelow: 0.5\n  background: [second]'],
    path: 'scoring.background.second',
    problem: 'a stair counts this: name it there or here, not in both',
  },
  {
    fault: 'a question told only to inform that nobody asks',
    change: ['provisionalBelow: 0.5', 'provisionalBelow: 0.5\n  background: [third]'],
    path: 'scoring.background.third',
    problem: 'no step asks this',
  },
  {
    fault: 'a number without a bound',
    change: ['{ id: share, above: 50 }', 'share'],
    path: 'scoring.stairs.1.share',
    problem: 'a number needs the bound above which it is met',
  },
  {
    fault: 'a bound that no number can pass',
    change: ['above: 50', 'above: 100'],
    path: 'scoring.stairs.1.share.above',
    problem: 'the bound is not within 0–100',
  },
  {
    fault: 'a bound for a choice',
    change: ['conditions: [second]', 'conditions: [{ id: second, above: 1 }]'],
    path: 'scoring.stairs.2.second',
    problem: 'above needs a number, and this question is a choice',
  },
  {
    fault: 'a stair that always holds',
    change: ['met: 0.8, started: 1', 'met: 0, started: 0'],
    path: 'scoring.stairs.2.requires',
    problem: 'met and started are both 0, so this stair always holds',
  },
  {
    fault: 'a share of started below the share of met',
    change: ['met: 0.8, started: 1', 'met: 0.8, started: 0.5'],
    path: 'scoring.stairs.2.requires.started',
    problem: 'started is smaller than met',
  },
  {
    fault: 'an earlier answer that leads to no option',
    change: ['scoring:', 'moved: [{ came: 2.0.0, values: { first: { some: party } } }]\nscoring:'],
    path: 'moved.0.values.first.some',
    problem: 'first is never answered with party: did you mean partly?',
  },
  {
    fault: 'an earlier question that leads to none',
    change: ['scoring:', 'moved: [{ came: 2.0.0, fields: { one: frist } }]\nscoring:'],
    path: 'moved.0.fields.one',
    problem: 'there is no question frist: did you mean first?',
  },
  {
    fault: 'an earlier option of a question that there is not',
    change: ['scoring:', 'moved: [{ came: 2.0.0, values: { frist: { some: yes } } }]\nscoring:'],
    path: 'moved.0.values.frist',
    problem: 'there is no question frist: did you mean first?',
  },
  {
    fault: 'an earlier item that leads to none',
    change: ['scoring:', 'moved: [{ came: 2.0.0, items: { one: two } }]\nscoring:'],
    path: 'moved.0.items.one',
    problem: 'there is no item two',
  },
  {
    fault: 'a change that came after the version itself',
    change: ['scoring:', 'moved: [{ came: 2.0.1 }]\nscoring:'],
    path: 'moved.0.came',
    problem: 'is newer than the version itself, 2.0.0',
  },
  {
    fault: 'changes in another order than they came',
    change: ['scoring:', 'moved: [{ came: 2.0.0 }, { came: 1.1.0 }]\nscoring:'],
    path: 'moved.1.came',
    problem: 'changes stand oldest first, one for a version',
  },
  {
    fault: 'a year with decimals',
    change: ['unit: percent', 'unit: year, decimals: 1'],
    path: 'steps.share.unit',
    problem: 'years are whole: leave decimals out, also of min and max',
  },
  {
    fault: 'a year between parts of years',
    change: ['max: 100, unit: percent', 'max: 2050.5, unit: year'],
    path: 'steps.share.unit',
    problem: 'years are whole: leave decimals out, also of min and max',
  },
  {
    fault: 'a branch on a question that does not exist',
    change: when('{ answered: frist }'),
    path: 'steps.more.when',
    problem: 'frist is not asked before this step: did you mean first?',
  },
  {
    fault: 'a branch on a question asked later',
    change: when('{ answered: second }'),
    path: 'steps.more.when',
    problem: 'second is not asked before this step: it is one of first, share',
  },
  {
    fault: 'a branch on an option that does not exist',
    change: when('{ equals: { input: first, value: maybe } }'),
    path: 'steps.more.when',
    problem: 'first is never answered with maybe: it is one of yes, partly, no, unknown, na',
  },
  {
    fault: 'a branch on a number out of range',
    change: when('{ atLeast: { input: share, value: 101 } }'),
    path: 'steps.more.when',
    problem: 'share is never answered with 101: it takes 0–100',
  },
  {
    fault: 'a step that contradicting conditions close off',
    change: when(
      '{ all: [{ equals: { input: first, value: yes } }, { equals: { input: first, value: no } }] }',
    ),
    path: 'steps.more.when',
    problem: 'no answers lead to this step',
  },
  {
    fault: 'figures of many that no register tells apart',
    change: [
      'scoring:\n',
      'collects: { by: first, figures: [{ id: rate, input: first, of: [yes] }] }\nscoring:\n',
    ],
    path: 'collects.by',
    problem: 'name a field that asks a register: it says whose figures they are',
  },
  {
    fault: 'a list of nothing that nobody can add to',
    change: [
      'steps:',
      'lists: { mine: { items: [] } }\nsteps:\n  - { id: rows, type: table, list: mine, inputs: [{ id: kind, type: choice, scale: done, source: book }] }',
    ],
    path: 'lists.mine.items',
    problem: 'nothing is listed: name items, or give own: a number and ask for them in a table',
  },
  {
    fault: 'options by what nobody is asked before',
    change: several('{ by: third, options: { yes: [yes] } }'),
    path: 'steps.kinds.offers',
    problem: 'third is not asked before this step: it is one of first, share, second',
  },
  {
    fault: 'an answer that is offered nothing',
    change: several('{ by: first, options: { yes: [yes], no: [no] } }'),
    path: 'steps.kinds.offers.options',
    problem: 'nothing is offered for partly',
  },
  {
    fault: 'an offered option that the scale lacks',
    change: several('{ by: first, options: { yes: [yse], partly: [no], no: [no] } }'),
    path: 'steps.kinds.offers.options.yes',
    problem: 'the scale done has no option yse: did you mean yes?',
  },
  {
    fault: 'a day to come back unless something that is not asked',
    change: [
      'scoring:',
      '  - { id: back, type: date, source: book, returns: { unless: { answered: over } } }\nscoring:',
    ],
    path: 'steps.back.returns',
    problem: 'over is not asked before this step: it is one of first, share, second',
  },
];

describe('the check of an instrument', () => {
  test('finds nothing in an instrument that is right', () => {
    expect(checkInstrument(inForce(smallInstrument()))).toEqual([]);
  });

  test.each(FAULTS)('finds $fault', ({ change, path, problem }) => {
    const found = checkInstrument(inForce(smallInstrument(change)));
    expect(found).toContainEqual({ file: 'dialogs/small.yaml', path, problem });
  });

  test('takes a step as reachable when some answers lead to it', () => {
    const change = when('{ any: [{ atLeast: { input: share, value: 100 } }, { not: { answered: first } }] }');
    expect(checkInstrument(inForce(smallInstrument(change)))).toEqual([]);
  });

  test('takes a step as reachable by a number between those it is compared to', () => {
    const limits = [
      '{ not: { equals: { input: share, value: 40 } } }',
      '{ not: { atLeast: { input: share, value: 50 } } }',
    ];
    const change = when(`{ all: [{ atLeast: { input: share, value: 40 } }, ${limits.join(', ')}] }`);
    expect(checkInstrument(inForce(smallInstrument(change)))).toEqual([]);
  });

  test('finds a step behind a step that is never asked', () => {
    const instrument = smallInstrument(
      ['id: share,', 'id: share, when: { equals: { input: first, value: yes } },'],
      when('{ all: [{ equals: { input: first, value: no } }, { atLeast: { input: share, value: 1 } }] }'),
    );
    const found = checkInstrument(inForce(instrument));
    expect(found).toEqual([
      { file: 'dialogs/small.yaml', path: 'steps.more.when', problem: 'no answers lead to this step' },
    ]);
  });
});

test('what is collected of many people is asked, and counted among what is answered', () => {
  const found = (figure: string, shown = '') =>
    checkInstrument(
      inForce(
        smallInstrument(
          [
            'inputs: [{ id: second',
            'inputs: [{ id: town, type: register, register: towns, source: book }, { id: second',
          ],
          [
            'scales:\n',
            'registers: { towns: { source: book, date: 2026-01-01, entries: { "1": { fi: Yy, sv: Yy } } } }\nscales:\n',
          ],
          ['scoring:\n', `collects: { by: town, figures: [${figure}]${shown} }\nscoring:\n`],
        ),
      ),
    ).map(({ path, problem }) => `${path}: ${problem}`);
  expect(found('{ id: rate, input: first, of: [yes, no], counts: [yes] }')).toEqual([]);
  expect(found('{ id: rate, input: share, of: [yes] }')).toEqual([
    'collects.rate: share is no choice that a step asks',
  ]);
  expect(found('{ id: rate, input: first, of: [maybe], counts: [no] }')).toEqual([
    'collects.rate: first is never answered with maybe: it is one of yes, partly, no',
    'collects.rate: no is counted, and is not among "of"',
  ]);
  expect(found('{ id: rate, input: first, of: [yes] }', ', shown: { other: { rates: share } }')).toEqual([
    'collects.shown.other.rates: there is no figure rates: did you mean rate?',
  ]);
});
