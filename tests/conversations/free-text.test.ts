/** The quick check in people's own words, with detours: the same result as by buttons. */
import { describe, expect, it } from 'vitest';
import { realContext } from '../support/real-context.ts';
import { play } from '../support/transcript.ts';

type Rows = [string, string][];

const BY_BUTTONS: Rows = [
  ['<joined>', 'greeting'],
  ['[/start]', 'question need 1/13'],
  ['[yes]', 'answered need=yes | question started 2/13'],
  ['[yes]', 'answered started=yes | question plan 3/13'],
  ['[partly]', 'answered plan=partly | question leadership 4/13'],
  ['[yes]', 'answered leadership=yes | question money 5/13'],
  ['[no]', 'answered money=no | question work-time 6/13'],
  ['[unknown]', 'answered work-time=unknown | question market-services 7/13'],
  ['[yes]', 'answered market-services=yes | question resident-use 8/13'],
  ['[partly]', 'answered resident-use=partly | question usage-rate 9/13'],
  ['[101]', 'rejected out-of-range'],
  ['[80]', 'answered usage-rate=80 | question phases 10/13'],
  [
    '[form phase-application=full phase-initiation=full phase-handling=partial phase-decision=manual phase-invoicing=full phase-archiving=unknown phase-supervision=na]',
    'answered phases (7) | reason phases',
  ],
  ['[reason:]', 'question new-targets 11/13'],
  ['[no]', 'answered new-targets=no | question analysed-data 12/13'],
  ['[no]', 'answered analysed-data=no | question ecosystem 13/13'],
  ['[unknown]', 'answered ecosystem=unknown | summary 19 answers'],
  ['[/finish]', 'result 0–0'],
];

const FINNISH: Rows = [
  ['<joined>', 'greeting'],
  ['moi', 'greeting'],
  ['aloitetaan', 'question need 1/13'],
  ['mitä tää tarkoittaa?', 'explanation need'],
  ['joo on', 'answered need=yes | question started 2/13'],
  ['kyllä', 'answered started=yes | question plan 3/13'],
  ['osittain', 'answered plan=partly | question leadership 4/13'],
  ['ei', 'answered leadership=no | question money 5/13'],
  ['takaisin', 'question leadership 4/13=no'],
  ['eka', 'answered leadership=yes | question money 5/13'],
  ['ei, koska rahat puuttuu', 'answered money=no | note-offered rahat puuttuu'],
  ['joo', 'note-saved | question work-time 6/13'],
  ['emmä tiiä', 'answered work-time=unknown | question market-services 7/13'],
  ['tauko', 'paused'],
  ['jatketaan', 'question market-services 7/13'],
  ['1', 'answered market-services=yes | question resident-use 8/13'],
  ['in English please', 'language-changed | question resident-use 8/13'],
  ['suomeksi', 'language-changed | question resident-use 8/13'],
  ['osin', 'answered resident-use=partly | question usage-rate 9/13'],
  ['noin neljä viidestä', 'answered usage-rate=80 | question phases 10/13'],
  ['täysin digitaalinen', 'input phase-initiation'],
  ['täysin', 'input phase-handling'],
  ['osin digitaalinen', 'input phase-decision'],
  ['käsin', 'input phase-invoicing'],
  ['automaattinen', 'input phase-archiving'],
  ['en tiedä', 'input phase-supervision'],
  ['ei koske meitä', 'answered phases (7) | reason phases'],
  ['ohita', 'question new-targets 11/13'],
  ['ei', 'answered new-targets=no | question analysed-data 12/13'],
  ['ei oo', 'answered analysed-data=no | question ecosystem 13/13'],
  ['en tiedä', 'answered ecosystem=unknown | summary 19 answers'],
  ['näytä tulos', 'result 0–0'],
];

const SWEDISH: Rows = [
  ['hej', 'greeting'],
  ['starta', 'question need 1/13'],
  ['ja', 'answered need=yes | question started 2/13'],
  ['jo', 'answered started=yes | question plan 3/13'],
  ['delvis', 'answered plan=partly | question leadership 4/13'],
  ['varför frågar du?', 'explanation leadership'],
  ['ja', 'answered leadership=yes | question money 5/13'],
  ['nej', 'answered money=no | question work-time 6/13'],
  ['vet inte', 'answered work-time=unknown | question market-services 7/13'],
  ['ja', 'answered market-services=yes | question resident-use 8/13'],
  ['delvis', 'answered resident-use=partly | question usage-rate 9/13'],
  ['åttio procent', 'answered usage-rate=80 | question phases 10/13'],
  ['helt digital', 'input phase-initiation'],
  ['helt', 'input phase-handling'],
  ['delvis', 'input phase-decision'],
  ['manuellt', 'input phase-invoicing'],
  ['helt', 'input phase-archiving'],
  ['vet inte', 'input phase-supervision'],
  ['gäller inte oss', 'answered phases (7) | reason phases'],
  ['hoppa över', 'question new-targets 11/13'],
  ['nej', 'answered new-targets=no | question analysed-data 12/13'],
  ['nej', 'answered analysed-data=no | question ecosystem 13/13'],
  ['vet inte', 'answered ecosystem=unknown | summary 19 answers'],
  ['visa resultatet', 'result 0–0'],
];

const ENGLISH: Rows = [
  ['hello', 'greeting'],
  ['start', 'question need 1/13'],
  ['yes', 'answered need=yes | question started 2/13'],
  ['yep', 'answered started=yes | question plan 3/13'],
  ['partly', 'answered plan=partly | question leadership 4/13'],
  ['yes', 'answered leadership=yes | question money 5/13'],
  ['why?', 'explanation money'],
  ['no', 'answered money=no | question work-time 6/13'],
  ["I don't know", 'answered work-time=unknown | question market-services 7/13'],
  ['yes', 'answered market-services=yes | question resident-use 8/13'],
  ['partly', 'answered resident-use=partly | question usage-rate 9/13'],
  ['80 %', 'answered usage-rate=80 | question phases 10/13'],
  ['fully digital', 'input phase-initiation'],
  ['fully', 'input phase-handling'],
  ['partly', 'input phase-decision'],
  ['manual', 'input phase-invoicing'],
  ['fully', 'input phase-archiving'],
  ["don't know", 'input phase-supervision'],
  ['does not apply', 'answered phases (7) | reason phases'],
  ['skip', 'question new-targets 11/13'],
  ['no', 'answered new-targets=no | question analysed-data 12/13'],
  ['no', 'answered analysed-data=no | question ecosystem 13/13'],
  ['no idea', 'answered ecosystem=unknown | summary 19 answers'],
  ['show result', 'result 0–0'],
];

describe('the quick check in free text', () => {
  const byButtons = play(realContext, BY_BUTTONS).session.runs['quick-check'];

  it.each([
    ['fi', FINNISH],
    ['sv', SWEDISH],
    ['en', ENGLISH],
  ] as const)('in %s reaches the result of one who pressed the buttons', (locale, rows) => {
    const { session } = play(realContext, rows, { locale });
    expect(session.runs['quick-check']?.answers).toEqual(byButtons?.answers);
  });

  it('goes on the next day where it was left', () => {
    const day = 86_400_000;
    const { session } = play(realContext, FINNISH.slice(0, 9));
    play(realContext, [['jatka', 'question leadership 4/13=no']], { session, now: day });
  });
});

describe('what is not understood', () => {
  it('is asked back, never the same way thrice', () => {
    play(realContext, [
      ['[/start]', 'question need 1/13'],
      ['mikä on sää', 'rejected not-understood 1'],
      ['kissa', 'rejected not-understood 2'],
      ['asdfghjkl', 'rejected not-understood 3'],
      ['kyllä', 'answered need=yes | question started 2/13'],
      ['kissa', 'rejected not-understood 1'],
    ]);
  });

  it('is confirmed when there is a likely reading', () => {
    play(realContext, [
      ['[/start]', 'question need 1/13'],
      ['varmaan joo', 'did-you-mean yes'],
      ['joo', 'answered need=yes | question started 2/13'],
      ['varmaan joo', 'did-you-mean yes'],
      ['ei', 'question started 2/13'],
    ]);
  });
});

describe('commands at any time', () => {
  const rows: Rows = [
    ['oletko ihminen?', 'human'],
    ['yhteystiedot', 'contact'],
    ['ohje', 'help'],
    ['missä mennään?', 'status 0/13'],
    ['tallenna keskustelu', 'files'],
    ['kiitos', 'thanks'],
    ['på svenska', 'language-changed | question need 1/13'],
    ['help', 'help'],
  ];

  it.each(rows)('%s keeps the place', (says, answer) => {
    play(realContext, [
      ['[/start]', 'question need 1/13'],
      [says, answer],
      ['1', 'answered need=yes | question started 2/13'],
    ]);
  });

  it('without an assessment say what would do', () => {
    play(realContext, [
      ['ohita', 'nothing-started'],
      ['Hi', 'greeting'],
      ['Hello', 'greeting'],
      ['Help', 'help'],
    ]);
  });

  it('poista tietoni asks first', () => {
    play(realContext, [
      ['[/start]', 'question need 1/13'],
      ['poista tietoni', 'sure erase'],
      ['ei', 'kept-as-is | question need 1/13'],
      ['poista tietoni', 'sure erase'],
      ['kyllä', 'erased'],
    ]);
  });
});

describe('notes and colleagues', () => {
  it('are kept beside the answer', () => {
    const { session } = play(realContext, [
      ['[/start]', 'question need 1/13'],
      ['muistiinpano', 'note-asked need'],
      ['strategian sivu 4', 'note-saved | question need 1/13'],
      ['kysyn kollegalta', 'colleague-marked | answered need=unknown | question started 2/13'],
    ]);
    expect(session.runs['quick-check']).toMatchObject({
      notes: { need: 'strategian sivu 4' },
      colleague: ['need'],
    });
  });
});
