/** What many residents' answers come to, beside an official's own result: in words, in three languages, on every screen. */
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/assessment/answers.ts';
import type { Published } from '../../src/assessment/collecting.ts';
import type { ConversationContext } from '../../src/conversation/context.ts';
import { LOCALES } from '../../src/conversation/locale.ts';
import { newSession, type Run, type Session } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { shipped } from '../support/content.ts';
import { shippedContext } from '../support/real-context.ts';
import { CONTEXT, SCREENS, say } from './rendering.ts';

const TWENTY: Published = {
  'usage-rate': { at: 1, n: 20, counts: { yes: 13, partly: 3, no: 4 } },
  obstacles: { at: 1, n: 10, counts: { hard: 1, 'sign-in': 6, person: 2, other: 1 } },
};

function contextWith(published: Published, asked: string[] = []): ConversationContext {
  return {
    ...shippedContext,
    gathered: ({ dialog, group }) => {
      asked.push(`${dialog} ${group}`);
      return published;
    },
  };
}

function runOf(dialog: string, answers: Answers): Run {
  const { version } = shipped(dialog);
  const empty = { passed: [], reasons: {}, notes: {}, colleague: [] };
  return { dialog, version, startedAt: 0, stage: 'asking', answers, ...empty };
}

function resultOf(context: ConversationContext, runs: readonly Run[], active = runs[0]?.dialog) {
  const session: Session = {
    ...newSession('fi'),
    runs: Object.fromEntries(runs.map(run => [run.dialog, run])),
    ...(active !== undefined && { active }),
  };
  const press = { do: 'command', name: 'finish' } as const;
  return takeTurn({ context, session, now: 1 }, { kind: 'press', press });
}

const wordsOf = (turn: ReturnType<typeof resultOf>, locale: (typeof LOCALES)[number] = 'fi') =>
  turn.replies
    .flatMap(reply => say(reply, { locale, screen: 'text' }).map(({ text }) => text ?? ''))
    .join('\n')
    .replaceAll(/[\u00a0\u202f]/g, ' ');

const OULU = { municipality: '564', 'usage-rate': 85 };

describe('residents’ figures beside the quick check’s result', () => {
  it('name n, the share and its interval, the obstacles and one’s own figure', () => {
    const said = wordsOf(resultOf(contextWith(TWENTY), [runOf('quick-check', OULU)]));
    for (const words of [
      'Kuntalaisten vastaukset: Oulu',
      // 13 of 20: 0.4329–0.8188.
      'Kuntalaisten vastauksista mitattu käyttöaste on 65 %: tämä osuus hoiti viimeisimmän asiansa kokonaan verkossa. Vastauksia on 20, ja 95 prosentin luottamusväli on 43 %–82 %.',
      'Oma lukusi: 85 %.',
      // 6, 2 and 1 of 10; the fourth obstacle is left out.
      '• Tunnistautuminen ei onnistunut: 60 % (31 %–84 %)',
      '• Haluan asioida ihmisen kanssa: 20 % (5 %–51 %)',
      '• Palvelu oli vaikea: 10 % (1 %–41 %)',
    ])
      expect(said).toContain(words);
    expect(said).not.toContain('Muu syy');
  });

  it.each(LOCALES.flatMap(locale => SCREENS.map(screen => [locale, screen] as const)))(
    'are drawn in %s on %s',
    (locale, screen) => {
      const turn = resultOf(contextWith(TWENTY), [runOf('quick-check', OULU)]);
      const drawn = JSON.stringify(turn.replies.map(reply => say(reply, { locale, screen })));
      expect(drawn).toMatch(/65\s?%/u);
      expect(drawn).not.toMatch(/\{\{|undefined|NaN|gathered\./);
    },
  );

  it('are not asked for where no municipality was named, and not shown of fewer than ten', () => {
    const asked: string[] = [];
    resultOf(contextWith(TWENTY, asked), [runOf('quick-check', { need: 'yes' })]);
    expect(asked).toEqual([]);
    const nine = { 'usage-rate': { at: 1, n: 9, counts: { yes: 9 } } };
    const said = wordsOf(resultOf(contextWith(nine), [runOf('quick-check', OULU)]));
    expect(said).not.toContain('Kuntalaisten vastaukset');
  });

  it('stand without a figure of one’s own where there is none', () => {
    const said = wordsOf(resultOf(contextWith(TWENTY), [runOf('quick-check', { municipality: '564' })]));
    expect(said).toContain('Kuntalaisten vastaukset: Oulu');
    expect(said).not.toContain('Oma lukusi');
  });

  it('are left out, and the result stays, when their instrument’s version is kept no longer', () => {
    const { replies } = resultOf(contextWith(TWENTY), [runOf('quick-check', OULU)]);
    const context = {
      ...CONTEXT,
      instrument: (dialog: string, version: string) =>
        dialog === 'resident-survey' ? undefined : CONTEXT.instrument(dialog, version),
    };
    const said = replies.flatMap(reply => say(reply, { screen: 'text', context }).map(({ text }) => text));
    expect(said.join('\n')).toContain('Arvioitu: Oulu');
    expect(said.join('\n')).not.toContain('Kuntalaisten vastaukset');
  });

  it('are wished for as an effect while they have not been loaded', () => {
    const context = { ...shippedContext, gathered: () => undefined };
    const turn = resultOf(context, [runOf('quick-check', OULU)]);
    expect(turn.effects).toContainEqual({ kind: 'gather', of: { dialog: 'resident-survey', group: '564' } });
  });
});

describe('residents’ figures beside the workbook’s result', () => {
  const service = 'work.job-matching';
  const filled = {
    areas: ['work'],
    [`${service}.status`]: 'inuse',
    [`${service}.usage-rate`]: 70,
  };

  it('are of the municipality that was named in the quick check, beside the measured usage rate', () => {
    const runs = [runOf('workbook', filled), runOf('quick-check', OULU)];
    const said = wordsOf(resultOf(contextWith(TWENTY), runs));
    expect(said).toContain('Kuntalaisten vastaukset: Oulu');
    expect(said).toContain('Oma lukusi: 70 %.');
  });

  it('are none where nobody named one', () => {
    expect(wordsOf(resultOf(contextWith(TWENTY), [runOf('workbook', filled)]))).not.toContain('Kuntalaisten');
  });
});

it('the resident’s own result shows no figures of others', () => {
  const said = wordsOf(
    resultOf(contextWith(TWENTY), [runOf('resident-survey', { municipality: '564', used: 'yes' })]),
  );
  expect(said).not.toContain('65');
});
