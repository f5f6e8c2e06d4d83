/** A small instrument for every kind of step and field, written as content alone and gone through in words and on cards. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Answers } from '../../src/assessment/answers.ts';
import { newSession } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { render } from '../../src/presentation/render.ts';
import { withInstruments } from '../support/own-instrument.ts';
import { inputOf, play } from '../support/transcript.ts';
import { writeInstrument } from '../support/write-instrument.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const loaded = new Map<string, ReturnType<typeof withInstruments>>();

/** The shipped content with this instrument in it, loaded once: nothing that plays or draws it changes it. */
function written(yaml: string) {
  const known = loaded.get(yaml);
  if (known) return known;
  const folder = mkdtempSync(join(tmpdir(), 'tried-'));
  folders.push(folder);
  writeInstrument(folder, yaml);
  const instrument = withInstruments(folder);
  expect(instrument.content.leftOut).toEqual([]);
  loaded.set(yaml, instrument);
  return instrument;
}

interface Tried {
  readonly kind: string;
  readonly yaml: string;
  readonly rows: readonly (readonly [string, string])[];
  readonly answers: Answers;
}

const KINDS: readonly Tried[] = [
  {
    kind: 'fields asked alone',
    yaml: `
scales:
  done: { read: yesno, options: { yes: 1, partly: 0.5, no: 0 } }
  kinds: { read: ordinal, options: { paper: 1, phone: 1, web: 1 } }
steps:
  - { id: agreed, type: choice, scale: done }
  - { id: share, type: number, min: 0, max: 100, unit: percent }
  - { id: remark, type: text, max: 80 }
  - { id: channels, type: multi, scale: kinds }
  - { id: ready, type: date }
`,
    rows: [
      ['[open tried]', 'question agreed 1/5'],
      ['osittain', 'answered agreed=partly | question share 2/5'],
      ['noin 85 %', 'answered share=85 | question remark 3/5'],
      ['Hyvin menee', 'answered remark=Hyvin menee | question channels 4/5'],
      ['1 ja 3', 'answered channels=paper,web | question ready 5/5'],
      ['ensi vuonna', 'rejected not-a-date'],
      ['1.5.2027', 'answered ready=2027-05-01 | summary 5 answers'],
      ['[/finish]', 'result told'],
    ],
    answers: {
      agreed: 'partly',
      share: 85,
      remark: 'Hyvin menee',
      channels: ['paper', 'web'],
      ready: '2027-05-01',
    },
  },
  {
    kind: 'a form of every field',
    yaml: `
scales:
  phase: { read: phase, options: { full: 1, partial: 0.5, manual: 0 } }
  kinds: { read: ordinal, options: { paper: 1, phone: 1, web: 1 } }
steps:
  - id: card
    type: form
    inputs:
      - { id: handling, type: choice, scale: phase, blank: open }
      - { id: cases, type: number, min: 0, max: 1000, unit: cases, decimals: 0, blank: fine }
      - { id: remark, type: text, max: 80, blank: fine }
      - { id: channels, type: multi, scale: kinds, blank: fine }
      - { id: ready, type: date, blank: fine }
`,
    rows: [
      ['[open tried]', 'question card 1/1'],
      ['[form handling=full cases=1,5]', 'refused'],
      [
        '[form handling=full cases=12 remark=ok channels=phone,web ready=1.5.2027]',
        'answered card (5) | summary 5 answers',
      ],
      ['[/finish]', 'result told'],
    ],
    answers: { handling: 'full', cases: 12, remark: 'ok', channels: ['phone', 'web'], ready: '2027-05-01' },
  },
  {
    kind: 'a choice of items, and a card for each that was chosen',
    yaml: `
lists: { areas: { items: [north, south, west] } }
scales: { done: { read: yesno, options: { yes: 1, no: 0 } } }
steps:
  - { id: chosen, type: choose, list: areas }
  - id: area
    type: each
    list: areas
    items: chosen
    steps:
      - { id: open, type: choice, scale: done }
      - { id: why, type: text, max: 80, when: { equals: { input: open, value: no } } }
`,
    rows: [
      ['[open tried]', 'question chosen 1/1'],
      ['North ja West', 'answered chosen=north,west | question north.open 2/3'],
      ['kyllä', 'answered north.open=yes | question west.open 3/3'],
      ['ei', 'answered west.open=no | question west.why 4/4'],
      ['remontti', 'answered west.why=remontti | summary 4 answers'],
      ['[/finish]', 'result told'],
    ],
    answers: { chosen: ['north', 'west'], 'north.open': 'yes', 'west.open': 'no', 'west.why': 'remontti' },
  },
  {
    kind: 'a table whose rows are gone through one by one in words',
    yaml: `
lists: { things: { items: [lamps, doors] } }
scales: { grade: { read: ordinal, options: { fine: 1, shaky: 0.5, bad: 0 } } }
steps:
  - id: table
    type: table
    list: things
    inputs: [{ id: grade, type: choice, scale: grade }]
`,
    rows: [
      ['[open tried]', 'question table.1 1/1'],
      ['Fine', 'input doors.grade'],
      ['3', 'answered table.1 (2) | summary 2 answers'],
      ['[/finish]', 'result told'],
    ],
    answers: { 'lamps.grade': 'fine', 'doors.grade': 'bad' },
  },
  {
    kind: 'a table with rows of one’s own and two fields',
    yaml: `
lists: { things: { items: [lamps, doors], own: 2 } }
scales: { status: { read: status, options: { inuse: 1, planned: 0.5, none: 0 }, outs: [] } }
steps:
  - id: table
    type: table
    list: things
    inputs:
      - { id: state, type: choice, scale: status, blank: open }
      - { id: amount, type: number, min: 0, max: 99, unit: count, blank: fine }
`,
    rows: [
      ['[open tried]', 'question table.1 1/1'],
      ['lamps käytössä, amount 7', 'noted'],
      ['2 suunnitteilla', 'noted | summary 3 answers'],
      ['[edit:table.own]', 'question table.own 0/1'],
      ['[form name=Windows state=none]', 'noted | summary 5 answers'],
      ['[/finish]', 'result told'],
    ],
    answers: {
      'lamps.state': 'inuse',
      'lamps.amount': 7,
      'doors.state': 'planned',
      'own-1.name': 'Windows',
      'own-1.state': 'none',
    },
  },
  {
    kind: 'a ladder begun in the middle, which goes down after a no, and levels',
    yaml: `
scoring: { by: levels, axes: views }
lists:
  views: { items: [people, money] }
  rungs:
    items: [{ id: lowest, level: 1 }, { id: middle, level: 2 }, { id: highest, level: 3 }]
scales: { done: { read: yesno, options: { yes: 1, no: 0 } } }
steps:
  - id: view
    type: each
    list: views
    items: all
    steps:
      - { id: climb, type: climb, list: rungs, from: 2, input: { id: holds, type: choice, scale: done } }
      - { id: sofar, type: show }
`,
    rows: [
      ['[open tried]', 'question people.climb.2 1/4'],
      ['kyllä', 'answered people.climb.2=yes | question people.climb.3 2/5'],
      ['ei', 'answered people.climb.3=no | question people.sofar 3/5'],
      ['[go:next]', 'question money.climb.2 4/5'],
      ['ei', 'answered money.climb.2=no | question money.climb.1 5/6'],
      ['kyllä', 'answered money.climb.1=yes | question money.sofar 6/6'],
      ['[go:next]', 'summary 4 answers'],
      ['[/finish]', 'result told'],
    ],
    answers: {
      'people.middle.holds': 'yes',
      'people.highest.holds': 'no',
      'money.middle.holds': 'no',
      'money.lowest.holds': 'yes',
    },
  },
  {
    kind: 'a ladder whose statements are answered by their numbers, all at once or at one press',
    yaml: `
scoring: { by: levels, axes: views }
lists:
  views: { items: [people] }
  rungs:
    items: [{ id: low, level: 1 }, { id: mid-a, level: 2 }, { id: mid-b, level: 2 }, { id: top-a, level: 3 }, { id: top-b, level: 3 }]
scales: { done: { read: yesno, options: { yes: 1, partly: 0.5, no: 0 } } }
steps:
  - id: view
    type: each
    list: views
    items: all
    steps:
      - id: climb
        type: climb
        list: rungs
        from: 2
        input: { id: holds, type: choice, scale: done }
        fills: [{ id: all-hold, scale: done, option: yes }]
`,
    rows: [
      ['[open tried]', 'question people.climb.2 1/1'],
      ['kaikki paitsi 2 kyllä', 'noted'],
      ['2 osittain', 'noted | question people.climb.1 2/2'],
      ['[edit:people.climb.2]', 'question people.climb.2 1/2 (2)'],
      ['kaikki kyllä', 'noted | question people.climb.3 2/2'],
      ['[form mid-a.holds=yes fill=all-hold]', 'answered people.climb.3 (2) | summary 4 answers'],
      ['[edit:people.climb.3]', 'question people.climb.3 2/2 (2)'],
      ['1 ei, 2 en tiedä', 'noted | summary 4 answers'],
      ['[/finish]', 'result told'],
    ],
    answers: {
      'people.mid-a.holds': 'yes',
      'people.mid-b.holds': 'yes',
      'people.top-a.holds': 'no',
      'people.top-b.holds': 'unknown',
    },
  },
  {
    kind: 'a choice beside the way with what is usual, items of one’s own by name alone, and a table of those chosen',
    yaml: `
lists:
  areas: { items: [north, south, west], own: 2 }
  works: { items: [roads, parks, pipes] }
scales: { done: { read: yesno, options: { yes: 1, no: 0 }, outs: [] } }
steps:
  - { id: areas-chosen, type: choose, list: areas, usual: [north], aside: true }
  - { id: areas-added, type: table, list: areas, inputs: [], aside: true }
  - { id: works-chosen, type: choose, list: works }
  - { id: works-done, type: table, list: works, items: chosen, inputs: [{ id: done, type: choice, scale: done, blank: open }] }
  - id: area
    type: each
    list: areas
    items: chosen
    steps: [{ id: open, type: choice, scale: done }]
`,
    rows: [
      ['[open tried]', 'question works-chosen 1/2'],
      ['Roads ja Pipes', 'answered works-chosen=roads,pipes | question works-done.1 2/3=roads,pipes'],
      ['2 ei', 'noted'],
      ['1 kyllä', 'noted | question north.open 3/3'],
      ['kyllä', 'answered north.open=yes | summary 4 answers'],
      ['[edit:areas-added.own]', 'question areas-added.own 0/3'],
      ['Itä', 'noted | summary 5 answers'],
      ['[edit:own-1.open]', 'question own-1.open 4/4=Itä'],
      ['ei', 'answered own-1.open (2) | summary 6 answers'],
      ['[edit:areas-chosen]', 'question areas-chosen 0/4=Itä'],
      ['[form areas-chosen=south]', 'answered areas-chosen (2) | question south.open 3/4=Itä'],
      ['kyllä', 'answered south.open (2) | summary 8 answers'],
      ['[/finish]', 'result told'],
    ],
    answers: {
      'works-chosen': ['roads', 'pipes'],
      'roads.done': 'yes',
      'pipes.done': 'no',
      'own-1.name': 'Itä',
      'own-1.open': 'no',
      'areas-chosen': ['south'],
      'south.open': 'yes',
      'north.open': 'yes',
    },
  },
  {
    kind: 'an each whose items a condition picks',
    yaml: `
lists: { things: { items: [lamps, doors] } }
scales: { status: { read: status, options: { inuse: 1, planned: 0.5, none: 0 }, outs: [] } }
steps:
  - { id: table, type: table, list: things, inputs: [{ id: state, type: choice, scale: status, blank: open }] }
  - id: thing
    type: each
    list: things
    items: { equals: { input: state, value: inuse } }
    steps: [{ id: age, type: number, min: 0, max: 99, unit: count }]
`,
    rows: [
      ['[open tried]', 'question table.1 1/1'],
      ['[form lamps.state=none doors.state=inuse]', 'answered table.1 (2) | question doors.age 2/2'],
      ['7', 'answered doors.age=7 | summary 3 answers'],
      ['[/finish]', 'result told'],
    ],
    answers: { 'lamps.state': 'none', 'doors.state': 'inuse', 'doors.age': 7 },
  },
  {
    kind: 'a list of one’s own alone, whose items are gone through, opened again and added to from figures',
    yaml: `
lists: { trials: { items: [], own: 3 } }
scales: { stage: { read: ordinal, options: { planned: 1, ended: 1 }, outs: [] }, done: { read: yesno, options: { yes: 1, no: 0 } } }
review: result
steps:
  - { id: table, type: table, list: trials, inputs: [{ id: stage, type: choice, scale: stage, blank: open }] }
  - id: trial
    type: each
    list: trials
    items: all
    steps:
      - { id: useful, type: choice, scale: done }
      - { id: lesson, type: text, max: 80, when: { equals: { input: stage, value: ended } } }
  - { id: overview, type: show }
`,
    rows: [
      ['[open tried]', 'question table.own 1/2'],
      ['[form stage=planned]', 'refused'],
      ['[form name=Maps stage=planned]', 'noted | question own-1.useful 2/3=Maps'],
      ['kyllä', 'answered own-1.useful (2) | question overview 3/3=Maps'],
      ['[edit:table.own]', 'question table.own 0/3=Maps'],
      ['[form name=Bots stage=ended]', 'noted | question own-2.useful 3/5 (2)'],
      ['ohita', 'answered own-2.useful skipped | question own-2.lesson 4/5 (2)'],
      ['[edit:own-1.useful]', 'question own-1.useful 2/5 (3)'],
      ['ei', 'answered own-1.useful (3) | question own-2.lesson 4/5 (2)'],
      ['missä mennään', 'status 3/5'],
      ['Tauko auttoi', 'answered own-2.lesson (3) | question overview 5/5 (2)'],
      ['[go:next]', 'result told'],
      ['[edit:table.1]', 'question table.1 1/5 (4)'],
      ['[form own-1.stage=ended]', 'answered table.1 (4) | question own-1.lesson 3/6 (2)'],
      ['[/finish]', 'result told'],
    ],
    answers: {
      'own-1.name': 'Maps',
      'own-1.stage': 'ended',
      'own-1.useful': 'no',
      'own-2.name': 'Bots',
      'own-2.stage': 'ended',
      'own-2.lesson': 'Tauko auttoi',
    },
  },
  {
    kind: 'a table of two choices, either or both told of a row in words',
    yaml: `
lists: { things: { items: [lamps, doors] } }
scales:
  state: { read: ordinal, options: { whole: 1, broken: 0 }, outs: [] }
  colour: { read: ordinal, options: { red: 1, blue: 1 }, outs: [] }
steps:
  - id: table
    type: table
    list: things
    inputs:
      - { id: state, type: choice, scale: state, blank: open }
      - { id: colour, type: choice, scale: colour, blank: open }
`,
    rows: [
      ['[open tried]', 'question table.1 1/1'],
      ['lamps blue', 'noted'],
      ['doors broken', 'noted'],
      ['1 whole, 2 red', 'noted | summary 4 answers'],
      ['[/finish]', 'result told'],
    ],
    answers: {
      'lamps.state': 'whole',
      'lamps.colour': 'blue',
      'doors.state': 'broken',
      'doors.colour': 'red',
    },
  },
  {
    kind: 'several of a scale as an earlier answer offers them, with one’s own words beside',
    yaml: `
scales:
  places: { read: ordinal, options: { school: 1, office: 1 }, outs: [] }
  kinds: { read: ordinal, options: { tablets: 1, forms: 1, training: 1 } }
steps:
  - { id: place, type: choice, scale: places }
  - id: things
    type: multi
    scale: kinds
    own: 2
    offers: { by: place, options: { school: [training, tablets], office: [forms] } }
  - id: card
    type: form
    inputs:
      - { id: more, type: multi, scale: kinds, own: 1, blank: fine }
`,
    rows: [
      ['[open tried]', 'question place 1/3'],
      ['School', 'answered place=school | question things 2/3=school'],
      // The numbers are those on the card; what is not offered there is taken as well.
      ['1 ja Forms', 'answered things (2) | question card 3/3'],
      ['[edit:things]', 'question things 2/3 (2)'],
      ['[form things=tablets things:own=Oma__juttu;toinen]', 'answered things (2) | question card 3/3'],
      ['[form more:own=yksi;kaksi]', 'refused'],
      ['[form more:own=yksi]', 'answered card=yksi | summary 3 answers'],
      ['[/finish]', 'result told'],
    ],
    answers: { place: 'school', things: ['tablets', 'Oma__juttu', 'toinen'], more: ['yksi'] },
  },
];

describe.each(KINDS)('$kind', ({ yaml, rows, answers }) => {
  const { context, rendering } = written(yaml);

  it('is gone through, and its answers are kept under their paths', () => {
    const { session } = play(context, rows);
    expect(session.runs.tried?.answers).toEqual(answers);
  });

  it('is drawn on every screen', () => {
    let session = newSession('fi');
    for (const [does] of rows) {
      const turn = takeTurn({ context, session, now: 0 }, inputOf(does, session));
      session = turn.session;
      for (const reply of turn.replies)
        for (const screen of ['cards', 'teams', 'text'] as const)
          expect(JSON.stringify(render({ locale: 'fi', reply }, screen, rendering))).not.toMatch(
            /undefined|\{\{/,
          );
    }
  });
});

/** Rows and fields → the cards of a table: 24 fields a card, which Teams can take. */
const SIZES = [
  { rows: 24, fields: 1, cards: 1 },
  { rows: 25, fields: 1, cards: 2 },
  { rows: 13, fields: 2, cards: 2 },
];

it.each(SIZES)('a table of $rows rows with $fields fields is $cards cards', ({ rows, fields, cards }) => {
  const items = Array.from({ length: rows }, (_, index) => `item-${index + 1}`);
  const inputs = Array.from(
    { length: fields },
    (_, index) => `{ id: field-${index + 1}, type: choice, scale: done }`,
  );
  const { context } = written(`
lists: { things: { items: [${items.join(', ')}] } }
scales: { done: { read: yesno, options: { yes: 1, no: 0 } } }
steps: [{ id: table, type: table, list: things, inputs: [${inputs.join(', ')}] }]
`);
  play(context, [['[open tried]', `question table.1 1/${cards}`]]);
});
