/**
 * Every label on the latest card, typed as it stands in any of the languages, does what its button does: every card
 * that these conversations lead to is drawn, its buttons are gathered, and each label is typed and compared with its press.
 */
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { LOCALES, type Locale } from '../../src/conversation/locale.ts';
import { pressSchema } from '../../src/conversation/press.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import { newSession, type Session } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { cardsOf, nodesIn, say } from '../presentation/rendering.ts';
import { realContext } from '../support/real-context.ts';
import { inputOf, play } from '../support/transcript.ts';

const ALL_PHASES =
  'application=full initiation=full handling=partial decision=manual invoicing=na archiving=unknown supervision=full';

const CONVERSATIONS: Readonly<Record<string, readonly string[]>> = {
  'the quick check': [
    '<joined>',
    '[/start]',
    '[yes]',
    '[na]',
    '[reason: muu]',
    'ei, koska rahat puuttuu',
    'joo',
    'varmaan joo',
    'ei',
    'muistiinpano',
    'poista tietoni',
    'ei',
    'peruuta',
    'alusta',
    '[?no]',
    '[yes]',
    '[yes]',
    '[yes]',
    '[yes]',
    '[80]',
    'täysin',
    'täysin',
    '[#skip]',
    '[/status]',
    '[yes]',
    '[yes]',
    '[yes]',
    '[edit:plan]',
    '[#summary]',
    '[#finish]',
    '[#pause]',
    '[/help]',
    'kieli',
    'yhteystiedot',
    '<joined>',
    'poista tietoni',
    '[?yes]',
    'takaisin',
  ],
  'the form': [
    '[/start]',
    ...Array.from({ length: 9 }, () => '[#skip]'),
    `[form ${ALL_PHASES}]`,
    '[reason:]',
  ],
  'the workbook': [
    '[open workbook]',
    'poista tietoni',
    '[?no]',
    '[form areas=work,participation]',
    '[#why]',
    'alusta',
    '[?no]',
    '[form jobseeker-meetings=inuse recruitment=planned startup-grants=none]',
    '[form usage-rate=85 onward=BENEFIT]',
    '[form cases=1000 hourly-price=40 yearly-cost=1000 minutes-saved=15]',
    '[#skip]',
    '[go:work.statuses.own]',
    'Satama',
    'kyllä',
    '[/status]',
    '[go:target]',
    '[form target-services=40]',
    '[go:work.integration.details]',
    '[go:result]',
    '[go:areas]',
    '[go:areas]',
    '[#finish]',
    '[#pause]',
    '<joined>',
  ],
};

interface Shown {
  readonly session: Session;
  readonly replies: readonly Reply[];
  readonly does: string;
}

function* states(does: readonly string[]): Generator<Shown> {
  let session = newSession('fi');
  for (const row of does) {
    const turn = takeTurn({ context: realContext, session, now: 0 }, inputOf(row, session));
    session = JSON.parse(JSON.stringify(turn.session));
    yield { session, replies: turn.replies, does: row };
  }
}

const buttonSchema = z.object({
  type: z.literal('Action.Submit'),
  title: z.string(),
  tooltip: z.string().optional(),
  data: z.record(z.string(), z.unknown()),
  associatedInputs: z.string(),
});
const inputSchema = z.object({
  type: z.string().startsWith('Input.'),
  id: z.string(),
  value: z.string().optional(),
});

/** The buttons as a screen has them: what they are called, and what a press sends with the card as it stands. */
function buttonsOf(replies: readonly Reply[], locale: Locale) {
  return cardsOf(replies.flatMap(reply => say(reply, { locale }))).flatMap(card => {
    const nodes = nodesIn(card);
    const inputs = nodes.flatMap(node => inputSchema.safeParse(node).data ?? []);
    const standing = Object.fromEntries(inputs.map(({ id, value = '' }) => [id, value]));
    return nodes
      .flatMap(node => buttonSchema.safeParse(node).data ?? [])
      .map(({ title, tooltip, data, associatedInputs }) => ({
        title,
        name: tooltip ?? title,
        press: pressSchema.safeParse(associatedInputs === 'auto' ? { ...data, ...standing } : data).data,
      }));
  });
}

describe.each(Object.entries(CONVERSATIONS))('on every card of %s', (_, does) => {
  it.each(LOCALES)('a label typed in %s does what its button does', locale => {
    let typed = 0;
    for (const { session, replies, does: row } of states(does)) {
      for (const { name, title, press } of buttonsOf(replies, locale)) {
        const text = { kind: 'text', text: name } as const;
        const where = `${row} → ${title} (${name})`;
        const said = takeTurn({ context: realContext, session, now: 1 }, text);
        const pressed =
          press && takeTurn({ context: realContext, session, now: 1 }, { kind: 'press', press });
        expect([where, said.replies.map(withoutHow)]).toEqual([where, pressed?.replies ?? WHICH]);
        if (pressed) expect([where, said.session]).toEqual([where, pressed.session]);
        typed += 1;
      }
    }
    expect(typed).toBeGreaterThan(10);
  });
});

const WHICH: readonly Reply[] = [{ kind: 'notice', notice: 'which' }];

/** That words were typed is told; nothing else differs. */
function withoutHow(reply: Reply): Reply {
  if (reply.kind !== 'answered') return reply;
  const { heard: _, ...rest } = reply;
  return rest;
}

describe('a label', () => {
  it.each(['Älä poista', 'älä poista.', '“Älä poista”', 'Radera inte', 'Do not delete', 'DO NOT DELETE'])(
    '%s keeps everything, and a later yes erases nothing',
    label => {
      const { session } = play(realContext, [
        ['[/start]', 'question need 1/13'],
        ['poista tietoni', 'sure erase'],
        [label, 'kept-as-is | question need 1/13'],
        ['kyllä', 'answered need=yes | question started 2/13'],
      ]);
      expect(session.runs['quick-check']).toBeDefined();
    },
  );

  it.each(['Poista tietoni', 'Radera mina uppgifter', 'Delete my data'])('%s erases when asked', label => {
    play(realContext, [
      ['poista tietoni', 'sure erase'],
      [label, 'erased'],
    ]);
  });

  it('that several rows bear asks which; with a number or a name it is the row', () => {
    const rows: [string, string][] = [
      ['[/start]', 'question need 1/13'],
      ['[/summary]', 'summary 0 answers'],
    ];
    play(realContext, [...rows, ['Muuta', 'which'], ['muuta 2', 'question started 2/13']]);
    play(realContext, [...rows, ['ändra 3', 'question plan 3/13']]);
    play(realContext, [...rows, ['change 1', 'question need 1/13']]);
    play(realContext, [...rows, ['muuta 99', 'about-summary']]);
  });

  it.each(['avaa palvelu 3', 'Avaa palvelu: Starttirahahakemukset', 'öppna tjänsten 3'])(
    'of a list opens what is named behind it: %s',
    text => {
      const { session } = play(realContext, [
        ['[open workbook]', 'areas?'],
        ['[form areas=work]', 'noted areas work | services work 0'],
      ]);
      const at = takeTurn(
        { context: realContext, session, now: 0 },
        { kind: 'press', press: { do: 'go', to: 'work.figures' } },
      );
      const opened = takeTurn({ context: realContext, session: at.session, now: 0 }, { kind: 'text', text });
      expect(opened.replies.map(({ kind }) => kind)).toEqual(['question']);
    },
  );
});
