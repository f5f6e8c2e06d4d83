/** What is asked beside the questions: it is answered by the next message or lapses, and what was open is open again. */
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/conversation/command.ts';
import type { Locale } from '../../src/conversation/locale.ts';
import type { Session } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { content } from '../support/content.ts';
import { realContext } from '../support/real-context.ts';
import { play } from '../support/transcript.ts';

type Rows = [string, string][];

const STARTED: Rows = [['[/start]', 'question need 1/13']];

describe('the way to a person', () => {
  it.each([
    ['fi', 'ihminen'],
    ['fi', 'Ihminen!'],
    ['fi', 'ihmiselle'],
    ['sv', 'människa'],
    ['en', 'human'],
    ['en', 'a person'],
    ['fi', 'human'],
  ] as [Locale, string][])('%s: %s alone is not asked back', (locale, word) => {
    play(realContext, [...STARTED, [word, 'contact'], ['1', 'answered need=yes | question started 2/13']], {
      locale,
    });
  });

  it.each([
    ['a reading', [['varmaan joo', 'did-you-mean yes']]],
    ['a note', [['muistiinpano', 'note-asked need']]],
    ['an erasure', [['poista tietoni', 'sure erase']]],
    ['a restart', [['alusta', 'sure restart']]],
    [
      'a reason',
      [
        ['[edit:market-services]', 'question market-services 7/13'],
        ['ei koske meitä', 'answered market-services=na | reason market-services'],
      ],
    ],
    ['a kept note', [['ei, koska rahat puuttuu', 'answered need=no | note-offered rahat puuttuu']]],
  ] as [string, Rows][])('is open under %s', (_, rows) => {
    for (const word of ['ihminen', 'haluan puhua ihmiselle', 'yhteystiedot', 'ohje']) {
      const { replies } = play(realContext, [
        ...STARTED,
        ...rows,
        [word, word === 'ohje' ? 'help' : 'contact'],
      ]);
      expect(replies).toHaveLength(1);
    }
  });
});

describe('a command word', () => {
  const taken = COMMANDS.filter(name => !['greet', 'thanks'].includes(name));

  it.each(['varmaan joo', 'muistiinpano', 'poista tietoni', 'ei koske meitä'])(
    'is understood under “%s”',
    opened => {
      const open = play(realContext, [...STARTED]).session;
      for (const name of taken) {
        const label = content.translate('fi')(`bot:commands.${name}`);
        const under = typed(open, opened);
        const said = typed(under.session, label);
        expect(
          said.replies.map(({ kind }) => kind),
          `${name}: ${label}`,
        ).not.toContain('rejected');
        expect(said.session.runs['quick-check']?.notes ?? {}, label).toEqual({});
        expect(said.session.runs['quick-check']?.reasons ?? {}, label).toEqual({});
      }
    },
  );
});

describe('a destructive question', () => {
  it('with a yes that means something else as well is asked back of, and erases nothing', () => {
    const { session } = play(realContext, [
      ...STARTED,
      ['[yes]', 'answered need=yes | question started 2/13'],
      ['poista tietoni', 'sure erase'],
      ['kyllä, mutta säilytä tulos', 'command-suggested'],
      ['ei', 'question started 2/13'],
    ]);
    expect(session.runs['quick-check']?.answers).toEqual({ need: 'yes' });
  });

  it.each([
    'kissa',
    'osittain',
    'en tiedä',
    'ehkä',
    'ok',
    '🙂',
    'paljon',
    '7',
    'kyllä, mutta säilytä vastaukset',
    'varmaan joo',
  ])('lapses with “%s”, and a later yes erases nothing', text => {
    for (const asked of ['poista tietoni', 'alusta']) {
      const { session } = play(realContext, [
        ...STARTED,
        ['[yes]', 'answered need=yes | question started 2/13'],
        [asked, asked === 'alusta' ? 'sure restart' : 'sure erase'],
        [text, 'kept-as-is | question started 2/13'],
        ['kyllä', 'answered started=yes | question plan 3/13'],
      ]);
      expect(session.runs['quick-check']?.answers).toEqual({ need: 'yes', started: 'yes' });
    }
  });

  it.each([
    ['ihminen', 'contact'],
    ['miksi', 'explanation started'],
    ['[/help]', 'help'],
    ['<joined>', 'greeting again | question started 2/13'],
  ])('lapses with “%s” too', (does, says) => {
    play(realContext, [
      ...STARTED,
      ['[yes]', 'answered need=yes | question started 2/13'],
      ['poista tietoni', 'sure erase'],
      [does, says],
      ['kyllä', 'answered started=yes | question plan 3/13'],
    ]);
  });

  it('is answered by a plain yes, also from another language', () => {
    for (const yes of ['kyllä', 'Joo', 'ja', 'yes'])
      play(realContext, [...STARTED, ['poista tietoni', 'sure erase'], [yes, 'erased']]);
  });

  it('lapses where nothing has been started', () => {
    play(realContext, [
      ['poista tietoni', 'sure erase'],
      ['kissa', 'rejected not-understood 1'],
      ['kyllä', 'question need 1/13'],
    ]);
  });

  it('that was carried out is not asked any more', () => {
    const { session } = play(realContext, [
      ...STARTED,
      ['poista tietoni', 'sure erase'],
      ['kyllä', 'erased'],
      ['kyllä', 'erased'],
      ['kissa', 'rejected not-understood 1'],
      ['kyllä', 'question need 1/13'],
    ]);
    expect(session.runs['quick-check']?.answers).toEqual({});
  });

  it('lapses in the workbook', () => {
    play(realContext, [
      ['[open workbook]', 'areas?'],
      ['poista tietoni', 'sure erase'],
      ['kissa', 'kept-as-is | areas?'],
      ['aloita alusta', 'sure restart'],
      ['kyllä', 'areas?'],
    ]);
  });

  it('after the result leaves the result as it was', () => {
    const { session } = play(realContext, [
      ...STARTED,
      ['[/finish]', 'result 0–4'],
      ['poista tietoni', 'sure erase'],
      ['ei', 'kept-as-is'],
    ]);
    expect(session.runs['quick-check']?.stage).toBe('finished');
  });
});

describe('what was open beneath', () => {
  it('is open again after “did you mean” a command', () => {
    play(realContext, [
      ['aloita', 'question need 1/13'],
      ['palaute', 'command-suggested'],
      ['kyllä', 'contact'],
      ['kyllä', 'answered need=yes | question started 2/13'],
    ]);
  });

  it('bears the same nonce: its card on the screen is still good', () => {
    for (const aside of ['varmaan joo', 'poista tietoni', 'muistiinpano', 'palaute']) {
      const first = typed(play(realContext, [...STARTED]).session, aside).session;
      const pressed = takeTurn({ context: realContext, session: first, now: 0 }, PRESSED);
      expect(pressed.session.runs['quick-check']?.answers, aside).toEqual({ need: 'yes' });
      const no = typed(first, aside === 'muistiinpano' ? 'peruuta' : 'ei').session;
      expect(no.pending, aside).toEqual({ kind: 'step', step: 'need', nonce: '1' });
    }
  });

  it('is answered past an old “did you mean”, which lapses', () => {
    play(realContext, [
      ...STARTED,
      ['varmaan joo', 'did-you-mean yes'],
      ['osittain', 'answered need=partly | question started 2/13'],
      ['varmaan joo', 'did-you-mean yes'],
      ['ohje', 'help'],
      ['ei', 'answered started=no | question plan 3/13'],
      ['palaute', 'command-suggested'],
      ['varmaan joo', 'did-you-mean yes'],
      ['ok', 'answered plan=yes | question leadership 4/13'],
    ]);
  });

  it('takes a smile to what it asks back, and a likely yes to a question for none', () => {
    play(realContext, [
      ...STARTED,
      ['🙂', 'did-you-mean yes'],
      ['🙂', 'answered need=yes | question started 2/13'],
      ['varmaan joo', 'did-you-mean yes'],
      ['paljon', 'did-you-mean yes'],
      ['paljon', 'did-you-mean yes'],
      ['selvä', 'answered started=yes | question plan 3/13'],
    ]);
  });

  it('is the note that was being written, and the form’s part', () => {
    play(realContext, [
      ...STARTED,
      ['muistiinpano', 'note-asked need'],
      ['poista tietoni', 'sure erase'],
      ['ei', 'kept-as-is | note-asked need'],
      ['strategian sivu 4', 'note-saved | question need 1/13'],
      ['[edit:market-services]', 'question market-services 7/13'],
      ['ei koske meitä', 'answered market-services=na | reason market-services'],
      ['poista tietoni', 'sure erase'],
      ['ei', 'kept-as-is | reason market-services'],
      ['kuntayhtymä hoitaa asian', 'question need 1/13'],
    ]);
  });

  it('is the card of the workbook', () => {
    const { session } = play(realContext, [
      ['[open workbook]', 'areas?'],
      ['valitus', 'command-suggested'],
      ['kyllä', 'contact'],
    ]);
    expect(session.pending).toEqual({ kind: 'step', step: 'areas', nonce: '1' });
  });
});

/** Yes on the first question’s own card. */
const PRESSED = { kind: 'press', press: { do: 'answer', step: 'need', nonce: '1', value: 'yes' } } as const;

/** A message typed in Finnish. */
function typed(session: Session, text: string) {
  return takeTurn({ context: realContext, session, now: 0 }, { kind: 'text', text });
}

describe('an answer’s label where a note is asked for', () => {
  it.each(['kyllä', 'Ei', 'Osittain', 'en tiedä', 'Nej', 'yes'])('%s is the note, and no answer', typed => {
    const { session } = play(realContext, [
      ['[/start]', 'question need 1/13'],
      ['muistiinpano', 'note-asked need'],
      [typed, 'note-saved | question need 1/13'],
    ]);
    expect(session.runs['quick-check']).toMatchObject({ answers: {}, notes: { need: typed } });
  });
});
