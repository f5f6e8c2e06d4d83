/** An option's own label beside an item's name is that option, in every kind of scale; what is not read is told. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { newSession } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { withInstruments } from '../support/own-instrument.ts';
import { inputOf } from '../support/transcript.ts';
import { writeInstrument } from '../support/write-instrument.ts';

const ITEMS = ['lending', 'renewals', 'e-books', 'mobile-library', 'story-hours'];
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A table of a library's services; the options' ids are their labels ("On site only"). */
function libraryWith(read: string) {
  const folder = mkdtempSync(join(tmpdir(), 'own-labels-'));
  folders.push(folder);
  writeInstrument(
    folder,
    `
lists: { services: { items: [${ITEMS.join(', ')}] } }
scales: { way: { read: ${read}, options: { fully-online: 1, partly-online: 0.5, on-site-only: 0, not-offered: 0 } } }
steps: [{ id: all, type: table, list: services, inputs: [{ id: way, type: choice, scale: way, blank: open }] }]
`,
  );
  return withInstruments(folder).context;
}

/** What is answered, and said, when these words are all that is typed to the table. */
function told(context: ReturnType<typeof libraryWith>, text: string) {
  const joined = newSession('en');
  const { session } = takeTurn({ context, session: joined, now: 0 }, inputOf('[open tried]', joined));
  const turn = takeTurn({ context, session, now: 0 }, { kind: 'text', text });
  return { answers: turn.session.runs.tried?.answers, replies: turn.replies };
}

function ways(of: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(of).map(([item, way]) => [`${item}.way`, way]));
}

describe.each(['phase', 'status', 'yesno', 'ordinal'])('on a scale read as %s', read => {
  const context = libraryWith(read);

  it.each([
    ['lending on site only', { lending: 'on-site-only' }],
    ['Lending: On site only', { lending: 'on-site-only' }],
    ['lending is on site only', { lending: 'on-site-only' }],
    ['story hours not offered', { 'story-hours': 'not-offered' }],
    ['lending fully online, renewals on site only', { lending: 'fully-online', renewals: 'on-site-only' }],
    [
      'lending and e-books fully online, mobile library on site only',
      { lending: 'fully-online', 'e-books': 'fully-online', 'mobile-library': 'on-site-only' },
    ],
    ['1 and 3 on site only', { lending: 'on-site-only', 'e-books': 'on-site-only' }],
    ['all on site only', Object.fromEntries(ITEMS.map(item => [item, 'on-site-only']))],
  ])('%s', (text, said) => {
    expect(told(context, text).answers).toEqual(ways(said));
  });

  it('what could not be read is told beside what is asked back', () => {
    const { answers, replies } = told(context, 'lending fully online, renewals all over the place');
    expect(answers).toEqual({});
    expect(replies).toMatchObject([
      { kind: 'not-read', words: 'renewals all over the place' },
      { kind: 'did-you-mean', entries: [{ key: 'lending.way', value: 'fully-online' }] },
    ]);
  });
});
