/** The card before the questions: whose municipality, the whole or one service area, who answers. */
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/assessment/answers.ts';
import { sectionOf } from '../../src/assessment/outcome.ts';
import { scoringOf } from '../../src/assessment/scoring/scoring.ts';
import { stairsRules } from '../../src/assessment/scoring/stairs/rules.ts';
import { LOCALES, type Locale } from '../../src/conversation/locale.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { say } from '../presentation/rendering.ts';
import { content, QUESTIONS, shipped } from '../support/content.ts';
import { shippedContext } from '../support/real-context.ts';
import { inputOf, play } from '../support/transcript.ts';

type Played = ReturnType<typeof play>;

const START: [string, string] = ['[/start]', `question scope 0/${QUESTIONS}`];
const answersOf = ({ session }: Played) => session.runs['quick-check']?.answers;
const shippedText = (locale: Locale, key: string) => content.translate(locale)(key);

function afterStart(does: string) {
  const { session } = play(shippedContext, [START]);
  return takeTurn({ context: shippedContext, session, now: 1 }, inputOf(does, session));
}
const wordsOf = ({ replies, session }: Pick<Played, 'replies' | 'session'>, locale = session.locale) =>
  replies.flatMap(reply => say(reply, { locale, screen: 'text' }).map(({ text }) => text ?? '')).join('\n');

describe('what is judged', () => {
  it.each(['[form ]', 'jatka', 'ohita', 'Fortsätt', 'kyllä', 'en tiedä'])(
    'is gone over with one press or word: %s',
    does => {
      const turn = afterStart(does);
      expect(turn.replies.map(({ kind }) => kind)).toEqual(['answered', 'question']);
      expect(turn.session.runs['quick-check']).toMatchObject({ answers: {}, passed: ['scope'] });
    },
  );

  it('is taken from the card', () => {
    const played = play(shippedContext, [
      START,
      [
        '[form municipality=oulun judged=work role=digital]',
        `answered scope (3) | question need 1/${QUESTIONS}`,
      ],
    ]);
    expect(answersOf(played)).toEqual({ municipality: '564', judged: 'work', role: 'digital' });
    expect(wordsOf(played)).toContain('Oulu; Työ ja yrittäminen; rooli: Digi- tai tietohallinnon edustaja');
  });

  it.each([
    ['Oulu', { municipality: '564' }],
    ['Uleåborg', { municipality: '564' }],
    ['Oulun kaupunki', { municipality: '564' }],
    ['olen Oulusta', { municipality: '564' }],
    ['Esbo stad', { municipality: '049' }],
    ['koko kunta', { judged: 'whole' }],
    ['hela kommunen', { judged: 'whole' }],
    ['työ', { judged: 'work' }],
    ['Asuminen, ympäristö ja liikenne', { judged: 'environment' }],
    ['Turku ja koulutus', { municipality: '853', judged: 'education' }],
    ['Espoo; valtuutettu', { municipality: '049', role: 'elected' }],
    ['kempele, oon tietohallinnosta', { municipality: '244', role: 'digital' }],
    ['oon tietohallinnosta', { role: 'digital' }],
    ['Kempele, jag är från dataförvaltningen', { municipality: '244', role: 'digital' }],
    ["Kempele, I'm from IT", { municipality: '244', role: 'digital' }],
    ['Oulun kaupunki, koko kunta, johto', { municipality: '564', judged: 'whole', role: 'leadership' }],
  ])('is understood in words: %s', (words, told) => {
    expect(afterStart(words).session.runs['quick-check']?.answers).toEqual(told);
  });

  it.each([
    ['kempele, hovimestari', 'hovimestari'],
    ['Kempele, en halua kertoa roolia', 'en halua kertoa roolia'],
    ["Kempele, I'm the butler", "I'm the butler"],
  ])('is taken where the rest is none of it, which is told: %s', (text, words) => {
    const turn = afterStart(text);
    expect(answersOf({ ...turn, effects: [] })).toEqual({ municipality: '244' });
    expect(turn.replies).toMatchObject([{ kind: 'not-read', words }, { kind: 'input-asked' }]);
  });

  it.each([
    ['osittain, palvelut on kuvattu mutta ei kaikki', ['refused']],
    ['palvelut on kuvattu, ei aivan kaikki', ['refused']],
    ['koko kunta paitsi koulutus', ['not-read', 'did-you-mean']],
    ['delvis, tjänsterna är beskrivna men inte allt', ['refused']],
    ['partly, described but not everything', ['refused']],
  ])('is not what is denied: %s', (words, kinds) => {
    const { replies } = afterStart(words);
    expect(replies.map(({ kind }) => kind)).toEqual(kinds);
    const asked = replies.at(-1);
    const values = asked?.kind === 'did-you-mean' ? asked.entries.map(({ value }) => value) : [];
    expect(values).toEqual(kinds[0] === 'refused' ? [] : ['whole']);
  });

  it('is asked on field by field when only one thing was said, and any of it may be passed over', () => {
    const played = play(shippedContext, [
      START,
      ['Oulu', 'input judged'],
      ['2', 'input role'],
      ['en tiedä', `answered scope (2) | question need 1/${QUESTIONS}`],
      ['takaisin', `question scope 0/${QUESTIONS} (2)`],
      ['Turku', 'input role'],
      ['johto', `answered scope (3) | question need 1/${QUESTIONS}`],
    ]);
    expect(answersOf(played)).toEqual({ municipality: '853', judged: 'environment', role: 'leadership' });
  });

  it('is asked back where there is a slip of the pen', () => {
    const typed = play(shippedContext, [
      START,
      ['Oolu', 'did-you-mean 564'],
      ['kyllä', 'input judged'],
      ['koultus', 'did-you-mean education'],
      ['kyllä', 'input role'],
      ['ohita', `answered scope (2) | question need 1/${QUESTIONS}`],
    ]);
    expect(answersOf(typed)).toEqual({ municipality: '564', judged: 'education' });
    const sent = play(shippedContext, [
      START,
      ['[form municipality=Tanpere judged=work role=]', 'did-you-mean 837 work'],
      ['kyllä', `answered scope (2) | question need 1/${QUESTIONS}`],
    ]);
    expect(answersOf(sent)).toEqual({ municipality: '837', judged: 'work' });
  });

  it.each(LOCALES)(
    'refuses a municipality that there is not, in %s, and offers a person in the end',
    locale => {
      const refused = play(shippedContext, [START, ['Atlantis', 'refused']], { locale });
      expect(wordsOf(refused)).toContain(shippedText(locale, 'bot:rejected.not-listed'));
      const sent = play(shippedContext, [START, ['[form municipality=Atlantis]', 'refused']], { locale });
      expect(answersOf(sent)).toEqual({});
      play(
        shippedContext,
        [START, ['Atlantis', 'refused'], ['Lemuria', 'refused'], ['Utopia', 'rejected not-understood 3']],
        {
          locale,
        },
      );
    },
  );

  it('is shown in the summary, changed from there, and taken away again', () => {
    const played = play(shippedContext, [
      START,
      [
        '[form municipality=Oulu judged=work role=other]',
        `answered scope (3) | question need 1/${QUESTIONS}`,
      ],
      ['[/summary]', 'summary 3 answers'],
      ['[edit:scope]', `question scope 0/${QUESTIONS} (3)`],
      ['[form municipality= judged=open role=other]', 'answered scope=other | summary 1 answers'],
    ]);
    expect(answersOf(played)).toEqual({ role: 'other' });
    expect(wordsOf(played)).toContain('Kunta: ei kerrottu');
  });

  it('stands at the head of the result, in the JSON and in what is shared', () => {
    const played = play(shippedContext, [
      START,
      [
        '[form municipality=Oulu judged=work role=other]',
        `answered scope (3) | question need 1/${QUESTIONS}`,
      ],
      ['[/finish]', 'result 0–4'],
    ]);
    expect(wordsOf(played)).toMatch(
      /^Alustava tulos\n\nArvioitu: Oulu; Työ ja yrittäminen; rooli: Muu rooli/,
    );
    const [result] = played.replies;
    if (result?.kind !== 'result') throw new Error('no result');
    const shared = { replies: [{ ...result, kind: 'result-shared' as const }], session: played.session };
    expect(wordsOf(shared, 'sv')).toContain('Bedömt: Uleåborg; Arbete och företagande');
    const report = scoringOf(shipped('quick-check')).report(shipped('quick-check'), {
      answers: result.answers,
      actions: [],
    });
    expect(report).toMatchObject({ scope: { municipality: '564', judged: 'work', role: 'other' } });
  });
});

/** Everything met up to a stair, and nothing above it. */
function onStair(level: number, judged: string): Answers {
  const { stairs } = stairsRules(shipped('quick-check'));
  const answers = stairs.flatMap(({ conditions }, index) =>
    conditions.map(({ id }) => [id, answerTo(id, index < level ? 'met' : 'open')]),
  );
  return { ...Object.fromEntries(answers), judged };
}

function answerTo(id: string, how: 'met' | 'open') {
  if (id === 'usage-rate') return how === 'met' ? 95 : 5;
  if (id.startsWith('phase-')) return how === 'met' ? 'full' : 'manual';
  return how === 'met' ? 'yes' : 'no';
}

describe('areas judged one by one', () => {
  const scope = (area: string): [string, string] => [
    `[form judged=${area}]`,
    `answered scope=${area} | question need 1/${QUESTIONS}`,
  ];
  const ONE: [string, string][] = [
    START,
    scope('work'),
    ['[no]', `answered need=no | question started 2/${QUESTIONS}`],
    ['[/finish]', 'result 0–0'],
  ];

  it('stand side by side, and the whole is the lowest', () => {
    const played = play(shippedContext, [
      ...ONE,
      ['Arvioi toinen palvelualue', `question scope 0/${QUESTIONS}`],
      scope('culture'),
      ['[/finish]', 'result 0–4'],
    ]);
    const [result] = played.replies;
    if (result?.kind !== 'result') throw new Error('no result');
    expect(sectionOf(result.outcome, 'areas')).toMatchObject({
      rows: [
        { value: 'work', stair: { low: 0, high: 0 } },
        { value: 'culture', stair: { low: 0, high: 4 } },
      ],
      whole: { low: 0, high: 0 },
    });
    expect(wordsOf(played)).toContain('Arvioidut alueet yhdessä: Ei vielä portailla');
    expect(played.session.last).toMatchObject({ low: 0, high: 0 });
  });

  it('keep whose municipality it is and who answers', () => {
    play(shippedContext, [
      START,
      [
        '[form municipality=Oulu judged=work role=other]',
        `answered scope (3) | question need 1/${QUESTIONS}`,
      ],
      ['[/finish]', 'result 0–4'],
      ['[go:another]', `question scope 0/${QUESTIONS} (2)`],
    ]);
  });

  it('keep their notes, reasons and questions left to a colleague each, and are gone back to with them', () => {
    const told = play(shippedContext, [
      START,
      scope('work'),
      ['[#note]', 'note-asked need'],
      ['johtoryhmä 3.11.', `note-saved | question need 1/${QUESTIONS}`],
      ['[yes]', `answered need=yes | question started 2/${QUESTIONS}`],
      ['[#ask-colleague]', `colleague-marked | answered started=unknown | question plan 3/${QUESTIONS}`],
      ['[edit:market-services]', `question market-services 7/${QUESTIONS}`],
      ['[na]', 'answered market-services=na | reason market-services'],
      ['[reason: Naapurikunta hoitaa]', `question plan 3/${QUESTIONS}`],
      ['[/finish]', 'result 0–4'],
      ['[go:another]', `question scope 0/${QUESTIONS}`],
      scope('culture'),
      ['[#note]', 'note-asked need'],
      ['kulttuurijohtaja', `note-saved | question need 1/${QUESTIONS}`],
      ['[/finish]', 'result 0–4'],
    ]);
    const OF_WORK = {
      answers: { judged: 'work', need: 'yes', started: 'unknown', 'market-services': 'na' },
      notes: { need: 'johtoryhmä 3.11.' },
      reasons: { 'market-services': 'Naapurikunta hoitaa' },
      colleague: ['started'],
    };
    const { runs } = JSON.parse(JSON.stringify(told.session));
    expect(runs['quick-check']).toMatchObject({
      notes: { need: 'kulttuurijohtaja' },
      reasons: {},
      colleague: [],
      others: [OF_WORK],
    });
    const back = play(
      shippedContext,
      [
        ['[go:another]', `question scope 0/${QUESTIONS}`],
        ['[form judged=work role=elected]', `answered scope (2) | question plan 3/${QUESTIONS}`],
        ['[/summary]', 'summary 5 answers'],
      ],
      told,
    );
    expect(back.session.runs['quick-check']).toMatchObject({
      ...OF_WORK,
      answers: { ...OF_WORK.answers, role: 'elected' },
      others: [{ answers: { judged: 'culture' }, notes: { need: 'kulttuurijohtaja' } }],
    });
    expect(wordsOf(back)).toContain('johtoryhmä 3.11.');
    expect(wordsOf(back)).not.toContain('kulttuurijohtaja');
  });

  it('are gone on with where the same is chosen again, and go with a new beginning', () => {
    const again = play(shippedContext, [
      ...ONE,
      ['[go:another]', `question scope 0/${QUESTIONS}`],
      ['[form judged=work]', `answered scope=work | question started 2/${QUESTIONS}`],
      ['[/finish]', 'result 0–0'],
    ]);
    const [result] = again.replies;
    expect(result?.kind === 'result' && sectionOf(result.outcome, 'areas')).toBeUndefined();
    const anew = play(
      shippedContext,
      [
        ['[/restart]', 'sure restart'],
        ['[?yes]', `question scope 0/${QUESTIONS}`],
      ],
      again,
    );
    expect(anew.session.runs['quick-check']).toMatchObject({ answers: {} });
    expect(anew.session.runs['quick-check']?.others).toBeUndefined();
  });

  it('say how far they are apart, in every language', () => {
    const instrument = shipped('quick-check');
    const { id: dialog, version } = instrument;
    const told = (work: number, culture: number) => {
      const outcome = scoringOf(instrument).outcome(instrument, {
        answers: onStair(culture, 'culture'),
        others: [onStair(work, 'work')],
        actions: [],
      });
      const reply = { kind: 'result-shared' as const, dialog, version, outcome };
      return LOCALES.map(locale => say(reply, { locale, screen: 'text' })[0]?.text);
    };
    expect(told(1, 3)).toEqual([
      expect.stringContaining(
        'Alueiden ero on 2 porrasta. Alimpana: Työ ja yrittäminen. Ylimpänä: Kulttuuri ja liikunta.',
      ),
      expect.stringContaining('Skillnaden mellan områdena är 2 steg. Lägst: Arbete och företagande.'),
      expect.stringContaining('The areas are 2 steps apart. Lowest: Work and business.'),
    ]);
    expect(told(2, 3)[0]).toContain('Alueiden ero on yksi porras.');
    expect(told(2, 2)[0]).toContain('Kaikki arvioidut alueet ovat samalla portaalla.');
  });

  it('are not offered where it was left open what is judged', () => {
    play(shippedContext, [
      START,
      ['ohita', `answered scope skipped | question need 1/${QUESTIONS}`],
      ['[/finish]', 'result 0–4'],
      ['[go:another]', 'unavailable-here'],
    ]);
  });
});

describe('a name that is none', () => {
  const near = (words: string) => {
    const { replies } = afterStart(words);
    return replies.flatMap(reply =>
      reply.kind === 'did-you-mean'
        ? reply.entries.map(({ value }) => value)
        : reply.kind === 'refused'
          ? reply.problems.flatMap(({ rejection }) => rejection.near ?? [])
          : [],
    );
  };

  it.each([
    ['the beginning of one name', 'Jyväsk', ['179']],
    ['its Swedish beginning', 'Ulvsb', ['886']],
    ['a beginning that is no slip of another name', 'Pieksä', ['593']],
    ['the beginning of several', 'Mänt', ['505', '508', '507']],
    ['a beginning with more than five', 'Ka', expect.objectContaining({ length: 5 })],
    ['a slip of the pen', 'Heslinki', ['091']],
    ['nothing of the kind', 'Tukholma', []],
  ])('leads to the nearest: %s', (_, words, codes) => {
    expect(near(words)).toEqual(codes);
  });

  it.each(['teams', 'cards'] as const)('are buttons that answer (%s)', screen => {
    const started = play(shippedContext, [START]);
    const asked = takeTurn(
      { context: shippedContext, session: started.session, now: 1 },
      { kind: 'text', text: 'Mänt' },
    );
    const drawn = JSON.stringify(asked.replies.flatMap(reply => say(reply, { locale: 'fi', screen })));
    expect(drawn).toContain('Tarkoititko jotakin näistä?');
    expect(drawn).toContain('Mäntsälä');
    const press = {
      do: 'answer' as const,
      step: 'scope',
      nonce: asked.session.pending?.nonce ?? '',
      value: '507',
    };
    expect(drawn).toContain(JSON.stringify('507'));
    const turn = takeTurn(
      { context: shippedContext, session: asked.session, now: 2 },
      { kind: 'press', press },
    );
    expect(turn.session.runs['quick-check']?.answers).toEqual({ municipality: '507' });
    expect(turn.replies[0]).toMatchObject({ kind: 'input-asked', input: 'judged' });
  });

  it('is taken by its label as well, and nothing else is a name', () => {
    play(shippedContext, [START, ['Mänt', 'refused'], ['Mäntyharju', 'input judged']]);
    const { session } = play(shippedContext, [START]);
    const press = {
      do: 'answer' as const,
      step: 'scope',
      nonce: session.pending?.nonce ?? '',
      value: 'work',
    };
    const turn = takeTurn({ context: shippedContext, session, now: 1 }, { kind: 'press', press });
    expect(turn.session.runs['quick-check']?.answers).toEqual({});
  });
});
