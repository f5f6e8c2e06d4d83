/** A folder of a municipality's own instruments: what is taken, what is left out, and what its writer is told. */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reviewOwnContent } from '../../scripts/content-check/review-own-content.ts';
import { loadContent } from '../../src/content/load-content.ts';
import { describeProblem } from '../../src/content/problem.ts';
import { readContent } from '../../src/content/read-content.ts';
import { EXAMPLE } from '../support/own-instrument.ts';
import { writeSmallProject } from './small-content.ts';

let root = '';
let own = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'content-'));
  own = join(root, 'own');
  writeSmallProject(root);
  // Whom the example names as its approver, and the source that every result has.
  for (const locale of ['fi', 'sv', 'en']) {
    write(join(own, `locales/${locale}/actions.yaml`), 'roles: { content-owner: Owner of the content }\n');
  }
  cpSync(EXAMPLE, own, { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function edit(file: string, from: string, to: string): void {
  const text = readFileSync(join(own, file), 'utf8');
  if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
  writeFileSync(join(own, file), text.replace(from, to));
}

const review = (folder = own) => reviewOwnContent(readContent(root).value, folder);
const told = (folder = own) => review(folder).problems.map(problem => describeProblem(problem));
const DIALOG = 'dialogs/data-check.yaml';

test('the example is taken as it is, with the texts it adds for its source and its approver', () => {
  const content = loadContent({ root, own });
  expect(content.leftOut).toEqual([]);
  expect(content.own).toEqual({ taken: ['data-check 1.0.0'], leftOut: [] });
  expect(told()).toEqual([]);
  expect(review().taken).toEqual(['data-check']);
  expect(content.instruments.map(({ id }) => id)).toEqual(['data-check', 'small']);
  expect(content.translate('sv')('sources:example-data')).toBe('Exempelkommunens dataförvaltning (2026)');
  expect(content.translate('en')('actions:roles.content-owner')).toBe('Owner of the content');
  expect(content.translate('en')('actions:roles.owner')).toBe('Text of owner.');
});

test.each([
  ['a text', 'locales/fi/data-check.yaml', 'title:', 'title: Oma:'],
  ['a source', 'locales/sv/sources.yaml', 'example-data:', 'example-data: "Egen": '],
  ['an instrument', DIALOG, 'axes: topics', 'axes: : topics'],
  ['the words of people', 'locales/fi/data-check.words.yaml', 'called:', 'called: a:'],
  ['a text that is none', 'locales/en/data-check.yaml', 'title:', 'title: 7 #'],
])('nothing else is told of a file that cannot be read: %s', (_, file, from, to) => {
  edit(file, from, to);
  expect(told()).toEqual([expect.stringMatching(new RegExp(`^${join(own, file)}: `))]);
  const { leftOut } = loadContent({ root, own });
  expect(leftOut.map(describeProblem)).toEqual(told());
});

test('an item that is listed twice is told within its list, and brings no other lines', () => {
  edit(DIALOG, '    items:\n', '    items:\n      - addresses\n');
  expect(told()).toEqual([`${join(own, DIALOG)}: lists.data.addresses: this id is used more than once`]);
});

test('a step id that is given twice brings no other lines', () => {
  edit(DIALOG, 'id: requests', 'id: datasets');
  expect(told()).toEqual([`${join(own, DIALOG)}: steps.datasets: this id is used more than once`]);
});

test('what is said of an answer once it is given names the answer', () => {
  for (const locale of ['fi', 'sv', 'en'])
    edit(`locales/${locale}/data-check.yaml`, '  requests:\n', '  requests:\n    noted: "{{answer}}"\n');
  expect(told()).toEqual([]);
  expect(loadContent({ root, own }).leftOut).toEqual([]);
});

/** What was done to the folder → what its writer reads first, and whether the instrument is left out. */
const FAULTS: { fault: string; change: () => void; says: string; out: boolean }[] = [
  {
    fault: 'broken YAML in the instrument',
    change: () => edit(DIALOG, 'scales:\n', 'scales: [\n'),
    says: `${DIALOG}: line `,
    out: true,
  },
  {
    fault: 'a misspelt key at the top',
    change: () => edit(DIALOG, 'minutes:', 'minuets:'),
    says: `${DIALOG}: minuets (line 8): there is no key minuets here: did you mean minutes?`,
    out: true,
  },
  {
    fault: 'a misspelt key above a list, which begins a line below it',
    change: () => edit(DIALOG, '\nsteps:\n', '\nstpes:\n'),
    says: `${DIALOG}: stpes (line 63): there is no key stpes here: did you mean steps?`,
    out: true,
  },
  {
    fault: 'a misspelt key that tells what a step is',
    change: () => edit(DIALOG, 'type: climb', 'tpye: climb'),
    says: `${DIALOG}: steps.1.steps.0.tpye (line 75): there is no key tpye here: did you mean type?`,
    out: true,
  },
  {
    fault: 'a misspelt key in the rules',
    change: () => edit(DIALOG, 'axes: topics', 'axis: topics'),
    says: `${DIALOG}: scoring.axis: there is no key axis here: did you mean axes?`,
    out: true,
  },
  {
    fault: 'a misspelt key in the words that people use',
    change: () => edit('locales/fi/data-check.words.yaml', 'called:', 'caled:'),
    says: 'locales/fi/data-check.words.yaml: caled (line 2): there is no key caled here: did you mean called?',
    out: true,
  },
  {
    fault: 'broken YAML in one language, which does not make every text missing',
    change: () => edit('locales/sv/data-check.yaml', 'short: Datakartläggning', 'short: [Data'),
    says: 'locales/sv/data-check.yaml: line ',
    out: true,
  },
  {
    fault: 'broken YAML in the texts of sources',
    change: () => write(join(own, 'locales/fi/sources.yaml'), 'example-data: [x\n'),
    says: 'locales/fi/sources.yaml: line ',
    out: true,
  },
  {
    fault: 'a text missing in one language',
    change: () => edit('locales/en/data-check.yaml', 'short: Data check\n', ''),
    says: 'locales/en/data-check.yaml: short: the text is missing, dialogs/data-check.yaml needs it',
    out: true,
  },
  {
    fault: 'a language missing',
    change: () => rmSync(join(own, 'locales/sv/data-check.yaml')),
    says: 'locales/sv/data-check.yaml: the file is missing: every instrument speaks three languages, add its texts in this one',
    out: true,
  },
  {
    fault: 'a source that no text tells',
    change: () => rmSync(join(own, 'locales/fi/sources.yaml')),
    says: 'locales/fi/sources.yaml: example-data: the text is missing, dialogs/data-check.yaml needs it',
    out: true,
  },
  {
    fault: "the name of the bot's own texts",
    change: () => {
      edit(DIALOG, 'id: data-check', 'id: sources');
      renameSync(join(own, DIALOG), join(own, 'dialogs/sources.yaml'));
    },
    says: "dialogs/sources.yaml: id: sources is the name of texts of the bot's own: choose another",
    out: true,
  },
  {
    fault: 'a condition on an unknown input',
    change: () => edit(DIALOG, 'id: requests,', 'id: requests, when: { answered: condtion },'),
    says: `${DIALOG}: steps.requests.when: condtion is not asked before this step: did you mean condition?`,
    out: true,
  },
  {
    fault: 'a scale that there is not',
    change: () => edit(DIALOG, 'scale: holds', 'scale: hold'),
    says: `${DIALOG}: scales.holds: no question uses this scale`,
    out: true,
  },
  {
    fault: 'a list that there is not',
    change: () => edit(DIALOG, 'list: data', 'list: date'),
    says: `${DIALOG}: lists.data: no step uses this list: name it in one, or leave it out`,
    out: true,
  },
  {
    fault: 'a wrong file name',
    change: () => renameSync(join(own, DIALOG), join(own, 'dialogs/datacheck.yaml')),
    says: 'dialogs/datacheck.yaml: id: an instrument of this id and version is kept in data-check.yaml',
    out: true,
  },
  {
    fault: 'another ending of the file name',
    change: () => renameSync(join(own, DIALOG), join(own, 'dialogs/data-check.yml')),
    says: 'dialogs: no instrument is here: put one into dialogs/ID.yaml, and its texts into locales/LANGUAGE/ID.yaml',
    out: true,
  },
  {
    fault: 'a placeholder that nothing fills',
    change: () => edit('locales/fi/data-check.yaml', 'Aihe: {{topics}}', 'Aihe: {{topic}}'),
    says: 'locales/fi/data-check.yaml: steps.ladder.question: nothing fills {{topic}} in here: use {{topics}}, or none',
    out: true,
  },
  {
    fault: 'a placeholder where nothing is filled in',
    change: () => edit('locales/fi/data-check.yaml', 'viime vuonna?', 'viime vuonna, {{topics}}?'),
    says: 'locales/fi/data-check.yaml: inputs.requests.question: nothing fills {{topics}} in here: write the text without it',
    out: true,
  },
  {
    fault: 'a placeholder in a short name, which is read without its item as well',
    change: () =>
      edit('locales/fi/data-check.yaml', 'short: Tason väittämät', 'short: "Väittämät: {{topics}}"'),
    says: 'locales/fi/data-check.yaml: steps.ladder.short: a short name stands by itself, nothing fills {{topics}} in: write it without, and name the item in "question"',
    out: true,
  },
  {
    fault: 'an id that cards send by themselves',
    change: () => {
      edit(DIALOG, 'id: requests,', 'id: nonce,');
      for (const locale of ['fi', 'sv', 'en'])
        edit(`locales/${locale}/data-check.yaml`, '  requests:\n', '  nonce:\n');
    },
    says: `${DIALOG}: steps.nonce: buttons send nonce themselves: choose another id`,
    out: true,
  },
  {
    fault: 'an instrument to go on to that there is not',
    change: () => {
      edit(DIALOG, 'order: 5', 'order: 5\nnext: wrkbook');
      for (const locale of ['fi', 'sv', 'en'])
        edit(`locales/${locale}/data-check.yaml`, 'steps:\n', 'next: Go on.\nnext-title: On\nsteps:\n');
    },
    says: `${DIALOG}: next: there is no dialog wrkbook: it is one of small, data-check`,
    out: true,
  },
  {
    fault: 'a way of scoring that there is not',
    change: () => edit(DIALOG, 'by: levels', 'by: stars'),
    says: `${DIALOG}: scoring.by: there is no scoring stars: did you mean stairs?`,
    out: true,
  },
  {
    fault: 'words of an item that there is not',
    change: () => edit('locales/fi/data-check.words.yaml', 'land-use:', 'lnad-use:'),
    says: 'locales/fi/data-check.words.yaml: items.data.lnad-use: the instrument has no lnad-use, so that these words are never read: did you mean land-use?',
    out: false,
  },
  {
    fault: 'words of a list that there is not',
    change: () => edit('locales/fi/data-check.words.yaml', '  data:\n', '  topic:\n'),
    says: 'locales/fi/data-check.words.yaml: items.topic: the instrument has no topic, so that these words are never read: did you mean topics?',
    out: false,
  },
  {
    fault: 'words of an answer that there is not',
    change: () => edit('locales/fi/data-check.words.yaml', 'outdated:', 'old:'),
    says: 'locales/fi/data-check.words.yaml: means.condition.old: the instrument has no old, so that these words are never read: it is one of current, partly, outdated, unknown, na',
    out: false,
  },
  {
    fault: 'words of a field that there is not',
    change: () =>
      edit('locales/fi/data-check.words.yaml', 'items:\n', 'fields: { request: pyyntö }\nitems:\n'),
    says: 'locales/fi/data-check.words.yaml: fields.request: the instrument has no request, so that these words are never read: did you mean requests?',
    out: false,
  },
  {
    fault: 'a ladder that ends lower than the others',
    change: () => edit(DIALOG, '        - { id: interfaces-offered, level: 3 }\n', ''),
    says: `${DIALOG}: lists.rungs.items.sharing: ends at level 2, and others at 3: give its highest statements level 3, levels between can be left out`,
    out: true,
  },
  {
    fault: 'a second ladder, which would come to nothing',
    change: () =>
      edit(
        DIALOG,
        '        input: { id: holds, type: choice, scale: holds }\n',
        '        input: { id: holds, type: choice, scale: holds }\n      - { id: more, type: climb, list: rungs, from: 1, input: { id: also, type: choice, scale: holds } }\n',
      ),
    says: `${DIALOG}: steps.more: levels are counted by the ladder ladder alone: list these statements in rungs, each under what it is about, or ask them in a table`,
    out: true,
  },
  {
    fault: 'levels of a list that there is not',
    change: () => edit(DIALOG, 'axes: topics', 'axes: topcis'),
    says: `${DIALOG}: scoring.axes: there is no list topcis: did you mean topics?`,
    out: true,
  },
  {
    fault: 'a text that nothing needs',
    change: () => edit('locales/fi/data-check.yaml', 'short: Kuntokartoitus', 'short: Kunto\nshrt: Kunto'),
    says: 'locales/fi/data-check.yaml: shrt: nothing in dialogs/ uses this text: did you mean short?',
    out: false,
  },
  {
    fault: 'a text that may be left out, in one language only',
    change: () =>
      edit('locales/fi/data-check.yaml', '  requests:\n', '  requests:\n    ask: kysy kirjaamosta\n'),
    says: 'locales/en/data-check.yaml: inputs.requests.ask: the text is missing, locales/fi/data-check.yaml has it: add it here, or take it out of every language',
    out: false,
  },
  {
    fault: 'an empty text',
    change: () => edit('locales/en/data-check.yaml', 'current: Up to date', 'current: ""'),
    says: 'locales/en/data-check.yaml: scales.condition.current: the text is empty',
    out: false,
  },
  {
    fault: 'a sentence that is too long',
    change: () => edit('locales/fi/data-check.yaml', 'Arvio riittää.', `Sana ${'sana '.repeat(29)}loppu.`),
    says: 'locales/fi/data-check.yaml: inputs.requests.why: a sentence of 31 words (at most 25): ',
    out: false,
  },
  {
    fault: 'texts of an instrument that is not there',
    change: () => write(join(own, 'locales/fi/datacheck.yaml'), 'title: x\n'),
    says: "locales/fi/datacheck.yaml: nothing reads this file: name it ID.yaml or ID.words.yaml after an instrument's id",
    out: false,
  },
  {
    fault: 'actions, which are not read from here',
    change: () => write(join(own, 'dialogs/actions.yaml'), 'actions: []\n'),
    says: "dialogs/actions.yaml: recommended actions are the project's own: take this file out of the folder",
    out: false,
  },
];

describe('the writer is told of', () => {
  test.each(FAULTS)('$fault', ({ change, says, out }) => {
    change();
    expect(told().find(line => line.startsWith(join(own, says)))).toBeDefined();
    const { leftOut, current, own: ofOurs } = loadContent({ root, own });
    expect(current('data-check') === undefined).toBe(out);
    const read = readdirSync(join(own, 'dialogs')).filter(name =>
      /^(?!actions\.).*\.yaml$/.test(name),
    ).length;
    expect([ofOurs.taken.length, ofOurs.leftOut.length]).toEqual(out ? [0, read] : [read, 0]);
    expect(leftOut.some(problem => describeProblem(problem).startsWith(join(own, says)))).toBe(out);
    expect(current('small')?.version).toBe('2.0.0');
  });

  test('a folder that is not there', () => {
    expect(told(join(root, 'nowhere'))).toEqual([
      `${join(root, 'nowhere')}: there is no such folder: make it, or name another one`,
    ]);
    expect(loadContent({ root, own: join(root, 'nowhere') }).instruments).toHaveLength(1);
  });

  test('a folder with no instrument', () => {
    mkdirSync(join(root, 'empty'));
    expect(told(join(root, 'empty'))).toEqual([
      `${join(root, 'empty/dialogs')}: no instrument is here: put one into dialogs/ID.yaml, and its texts into locales/LANGUAGE/ID.yaml`,
    ]);
  });
});

test('an instrument that cannot be read does not make its texts look forgotten', () => {
  edit(DIALOG, 'minutes:', 'minuets:');
  expect(told()).toHaveLength(1);
});

test('a broken instrument is left out, and a sound one beside it is there', () => {
  write(join(own, 'dialogs/broken.yaml'), 'id: broken\n');
  const content = loadContent({ root, own });
  expect(content.instruments.map(({ id }) => id)).toEqual(['data-check', 'small']);
  expect(new Set(content.leftOut.map(({ file }) => file))).toEqual(
    new Set([join(own, 'dialogs/broken.yaml')]),
  );
  expect(review().taken).toEqual(['data-check']);
});

describe('an instrument with the id of ours', () => {
  const smallAs = (version: string) => {
    const text = readFileSync(join(root, 'dialogs/small.yaml'), 'utf8').replace('2.0.0', version);
    write(
      join(own, 'dialogs/small.yaml'),
      text.replace('max: 100', 'max: 50').replace('above: 50', 'above: 40'),
    );
  };

  test('takes its place; ours is kept for results', () => {
    smallAs('2.5.0');
    const content = loadContent({ root, own });
    expect(content.leftOut).toEqual([]);
    expect(content.current('small')?.version).toBe('2.5.0');
    expect(content.instrument('small', '2.0.0')?.steps[1]).toMatchObject({ id: 'share', max: 100 });
    expect(content.instrument('small', '2.5.0')?.steps[1]).toMatchObject({ id: 'share', max: 50 });
  });

  test('keeps our texts but for those it changes', () => {
    smallAs('2.5.0');
    for (const locale of ['fi', 'sv', 'en'])
      write(join(own, `locales/${locale}/small.yaml`), 'title: Our own words\n');
    const t = loadContent({ root, own }).translate('sv');
    expect(t('small:title')).toBe('Our own words');
    expect(t('small:inputs.first.why')).toBe('Text of why.');
    // The small one has two stairs, and the picture of a result four.
    const says =
      'scoring.stairs: has 2, and the picture of a result and its words show 4: write 4, or score by levels';
    expect(told()).toEqual([`${join(own, 'dialogs/small.yaml')}: ${says}`]);
  });

  test('and our version number is left out: results stand on the other one', () => {
    smallAs('2.0.0');
    const content = loadContent({ root, own });
    expect(content.leftOut.map(problem => describeProblem(problem))).toEqual([
      `${join(own, 'dialogs/small.yaml')}: version: there is a small 2.0.0 already, which results stand on: give yours another version`,
    ]);
    expect(content.current('small')?.steps[1]).toMatchObject({ max: 100 });
  });
});
