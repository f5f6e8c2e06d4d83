/** Asked to start what is in hand, the bot says that it is open: the open question alone would stand further up, unseen. */
import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '../../src/conversation/locale.ts';
import { newSession, type Session } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { shippedContext as context } from '../support/real-context.ts';
import { inputOf } from '../support/transcript.ts';

const CALLED: Readonly<Record<Locale, Readonly<Record<string, readonly string[]>>>> = {
  fi: {
    'quick-check': ['Aloita pikatesti', 'aloita', 'pikatesti', 'tehdään testi'],
    workbook: ['Avaa työkirja', 'työkirja', 'jatka työkirjaa'],
    profile: ['Tee kypsyysprofiili', 'kypsyysprofiili', 'aloita kypsyysprofiili'],
    targets: ['Aseta tavoitteet ja tee tiekartta', 'tavoitteet', 'tiekartta'],
    factors: ['Arvioi muutostekijät', 'muutostekijät'],
    experiment: ['Suunnittele kokeilu', 'kokeilu', 'aloita kokeilu'],
    'resident-survey': ['Vastaa kuntalaisena', 'kuntalaiskysely', 'vastaan asukkaana'],
  },
  sv: {
    'quick-check': ['Starta snabbtestet', 'börja', 'snabbtest', 'snabbtestet'],
    workbook: ['Öppna arbetsboken', 'arbetsboken', 'fortsätt med arbetsboken'],
    profile: ['Gör en mognadsprofil', 'mognadsprofil', 'börja mognadsprofilen'],
    targets: ['Ställ upp mål och gör en färdplan', 'mål', 'färdplan', 'vägkarta'],
    factors: ['Bedöm förändringsfaktorer', 'förändringsfaktorer'],
    experiment: ['Planera ett försök', 'försöket', 'planera försöket'],
    'resident-survey': ['Svara som invånare', 'invånarenkät', 'jag är invånare'],
  },
  en: {
    'quick-check': ['Start the quick check', 'start', 'quick check'],
    workbook: ['Open the workbook', 'workbook', 'continue the workbook'],
    profile: ['Make a maturity profile', 'maturity profile', 'maturity level'],
    targets: ['Set targets and make a roadmap', 'targets', 'roadmap'],
    factors: ['Rate change factors', 'change factors'],
    experiment: ['Plan an experiment', 'experiment', 'start an experiment'],
    'resident-survey': ['Answer as a resident', 'resident survey', "I'm a resident"],
  },
};

/** In hand at its first question. */
function begun(dialog: string, locale: Locale): Session {
  const session = newSession(locale);
  return takeTurn({ context, session, now: 0 }, inputOf(`[open ${dialog}]`, session)).session;
}

const typed = (session: Session, text: string) =>
  takeTurn({ context, session, now: 1 }, { kind: 'text', text });

const CASES = LOCALES.flatMap(locale =>
  Object.entries(CALLED[locale]).map(([dialog, phrases]) => ({ locale, dialog, phrases })),
);

describe('what is asked for in words', () => {
  it.each(CASES)('is said to be open already: $dialog in $locale', ({ locale, dialog, phrases }) => {
    const session = begun(dialog, locale);
    for (const said of phrases) {
      const turn = typed(session, said);
      expect([said, turn.replies.map(({ kind }) => kind)]).toEqual([said, ['notice', 'question']]);
      expect(turn.replies[0]).toMatchObject({ notice: 'already-open' });
      expect(turn.session.pending?.nonce).not.toBe(session.pending?.nonce);
    }
  });

  it.each(CASES)(
    'is begun from the first question of any other: $dialog in $locale',
    ({ locale, dialog, phrases }) => {
      for (const other of context.offered.filter(one => one !== dialog)) {
        const active = phrases.map(said => typed(begun(other, locale), said).session.active);
        expect([other, active]).toEqual([other, phrases.map(() => dialog)]);
      }
    },
  );
});

describe('a press that starts what is in hand', () => {
  it('says that it is open, and the card already there stays good', () => {
    const session = begun('quick-check', 'fi');
    const { replies } = takeTurn({ context, session, now: 1 }, inputOf('[/start]', session));
    expect(replies).toMatchObject([
      { kind: 'notice', notice: 'already-open' },
      { kind: 'question', nonce: session.pending?.nonce },
    ]);
  });
});
