/** Rows of a table spoken of without their names: by numbers, all of them, all but some, and the rest. */
import { describe, expect, it } from 'vitest';
import type { Locale } from '../../src/conversation/locale.ts';
import { newSession } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { EXAMPLE, withInstruments } from '../support/own-instrument.ts';
import { realContext, shippedContext, workbook } from '../support/real-context.ts';
import { play } from '../support/transcript.ts';

const ROWS = workbookRows();

/** The services of one area, in the order of the card. */
function workbookRows(): string[] {
  const { services } = workbook.lists;
  const items = services && 'of' in services ? (services.items.work ?? []) : [];
  return items.map(({ id }) => id);
}

/** What was written of the rows after these messages: `i` in use, `p` planned, `n` neither, a dot for nothing. */
function statuses(locale: Locale, ...messages: readonly string[]): string {
  let { session } = play(realContext, [
    ['[open workbook]', 'areas?'],
    ['[form areas=work]', 'noted areas work | services work 0'],
  ]);
  session = { ...session, locale };
  for (const text of messages)
    session = takeTurn({ context: realContext, session, now: 1 }, { kind: 'text', text }).session;
  const answers = session.runs.workbook?.answers ?? {};
  return ROWS.map(id => String(answers[`work.${id}.status`] ?? '.')[0]).join('');
}

describe('rows without their names', () => {
  it.each([
    // All.
    ['fi', ['kaikki käytössä'], 'iiiiiiiiiiiii'],
    ['fi', ['kaikki ovat verkossa'], 'iiiiiiiiiiiii'],
    ['sv', ['alla i bruk'], 'iiiiiiiiiiiii'],
    ['en', ['all in use'], 'iiiiiiiiiiiii'],
    ['en', ['all of them are planned'], 'ppppppppppppp'],
    // Numbers, before and behind.
    ['fi', ['1-4 käytössä'], 'iiii.........'],
    ['fi', ['1 – 4 käytössä'], 'iiii.........'],
    ['fi', ['1–3, 5 ja 7 käytössä'], 'iii.i.i......'],
    ['fi', ['käytössä 1 ja 3'], 'i.i..........'],
    ['fi', ['käytössä 1, 3 ja 5'], 'i.i.i........'],
    ['fi', ['käytössä ovat 2-4'], '.iii.........'],
    ['fi', ['suunnitteilla 2, 4, käytössä 1'], 'ip.p.........'],
    ['sv', ['1-4 i bruk'], 'iiii.........'],
    ['sv', ['i bruk 1 och 3'], 'i.i..........'],
    ['sv', ['1 till 3 planeras'], 'ppp..........'],
    ['en', ['1 to 4 in use'], 'iiii.........'],
    ['en', ['in use 1, 3 and 5'], 'i.i.i........'],
    // The rest: what nothing was said of, now or before.
    ['fi', ['1-4 käytössä, loput ei'], 'iiiinnnnnnnnn'],
    ['fi', ['1-4 käytössä', 'loput ei'], 'iiiinnnnnnnnn'],
    ['fi', ['5 suunnitteilla', 'kaikki muut verkossa'], 'iiiipiiiiiiii'],
    ['fi', ['5 suunnitteilla', 'muut käytössä'], 'iiiipiiiiiiii'],
    ['fi', ['starttiraha suunnitteilla, muut käytössä'], 'iiiipiiiiiiii'],
    ['fi', ['1-4 käytössä; 5 suunnitteilla; muut eivät ole käytössä'], 'iiiipnnnnnnnn'],
    ['sv', ['1-4 i bruk, resten inte i bruk'], 'iiiinnnnnnnnn'],
    ['sv', ['5 planeras', 'alla andra på webben'], 'iiiipiiiiiiii'],
    ['en', ['1-4 in use, the rest not in use'], 'iiiinnnnnnnnn'],
    ['en', ['5 planned', 'all the others online'], 'iiiipiiiiiiii'],
    // All but some.
    ['fi', ['kaikki paitsi 1 ja 3 käytössä'], '.i.iiiiiiiiii'],
    ['fi', ['kaikki käytössä paitsi 3'], 'ii.iiiiiiiiii'],
    ['fi', ['kaikki käytössä, paitsi 3-5'], 'ii...iiiiiiii'],
    ['fi', ['muut kuin 2 käytössä'], 'i.iiiiiiiiiii'],
    ['fi', ['kaikki paitsi starttiraha käytössä'], 'iiii.iiiiiiii'],
    ['sv', ['alla utom 3 i bruk'], 'ii.iiiiiiiiii'],
    ['en', ['all but 3 in use'], 'ii.iiiiiiiiii'],
    ['en', ['all in use except 3 and 4'], 'ii..iiiiiiiii'],
    // All but some, and how those are.
    ['fi', ['kaikki käytössä paitsi starttiraha suunnitteilla'], 'iiiipiiiiiiii'],
    ['fi', ['käytössä kaikki paitsi starttiraha ei'], 'iiiiniiiiiiii'],
    ['fi', ['kaikki käytössä, paitsi 5 ei'], 'iiiiniiiiiiii'],
    ['fi', ['kaikki käytössä lukuun ottamatta starttirahaa suunnitteilla'], 'iiiipiiiiiiii'],
    ['fi', ['kaikki käytössä paitsi 1 ja 2 suunnitteilla'], 'ppiiiiiiiiiii'],
    ['fi', ['kaikki käytössä paitsi 1 ei, 2 suunnitteilla'], 'npiiiiiiiiiii'],
    ['sv', ['alla i bruk utom startpeng planeras'], 'iiiipiiiiiiii'],
    ['sv', ['alla i bruk förutom 5 planeras'], 'iiiipiiiiiiii'],
    ['en', ['all in use except startup grants planned'], 'iiiipiiiiiiii'],
    ['en', ['all in use apart from startup grants not in use'], 'iiiiniiiiiiii'],
    // All but something that is not on the list: nobody can tell of which ones it is said.
    ['fi', ['kaikki käytössä paitsi traktorit'], '.............'],
    ['fi', ['kaikki käytössä, paitsi traktorit suunnitteilla'], '.............'],
    ['sv', ['alla i bruk utom traktorerna'], '.............'],
    ['en', ['all in use except the tractors'], '.............'],
    ['en', ['all in use except 99'], '.............'],
    ['fi', ['1 käytössä muut ei'], 'innnnnnnnnnnn'],
    ['fi', ['starttiraha suunnitteilla muut käytössä'], 'iiiipiiiiiiii'],
    ['fi', ['1-17 käytössä, loput ei'], '.............'],
    // No rows: figures, counts and words alone.
    ['fi', ['kaikki'], '.............'],
    ['fi', ['loput'], '.............'],
    ['fi', ['10 palvelua käytössä'], '.............'],
    ['fi', ['käytössä 10 palvelua'], '.............'],
    ['fi', ['starttirahan käyttöaste 5'], '.............'],
    ['fi', ['99 käytössä'], '.............'],
    ['en', ['10 services in use'], '.............'],
  ] as const)('%s: %j', (locale, messages, said) => {
    expect(statuses(locale, ...messages)).toBe(said);
  });

  it('keeps what was said of a row before, where the others are spoken of', () => {
    expect(statuses('fi', '2 suunnitteilla', '1 käytössä, muut ei')).toBe('ipnnnnnnnnnnn');
  });
});

describe('rows of a table of somebody’s own, which lists no words for them', () => {
  const own = withInstruments(EXAMPLE);
  /** What was written of the first six rows: `c` current, `p` partly, `o` outdated. */
  function conditions(locale: Locale, ...messages: readonly string[]): string {
    let { session } = play(own.context, [['[open data-check]', 'question datasets.1 1/5']], { locale });
    for (const text of messages)
      session = takeTurn({ context: own.context, session, now: 1 }, { kind: 'text', text }).session;
    const answers = session.runs['data-check']?.answers ?? {};
    const instrument = own.context.current('data-check');
    const { data } = instrument?.lists ?? {};
    const rows = data && !('of' in data) ? data.items : [];
    return rows
      .slice(0, 6)
      .map(({ id }) => String(answers[`${id}.condition`] ?? '.')[0])
      .join('');
  }

  it.each([
    ['fi', ['kaikki ajan tasalla'], 'cccccc'],
    ['fi', ['1-3 ajan tasalla, loput vanhentuneet'], 'cccooo'],
    ['fi', ['2 vanhentunut', 'muut ajan tasalla'], 'cocccc'],
    ['fi', ['kaikki paitsi 2 ajan tasalla'], 'c.cccc'],
    ['fi', ['ajan tasalla 1 ja 3'], 'c.c...'],
    ['fi', ['ajan tasalla kaikki paitsi tontit vanhentuneet'], 'ccoccc'],
    ['fi', ['ajan tasalla paitsi tontit vanhentuneet'], 'ccoccc'],
    ['fi', ['kaikki ajan tasalla lukuun ottamatta 3 vanhentunut'], 'ccoccc'],
    ['sv', ['alla aktuella utom gator föråldrade'], 'ccccoc'],
    ['en', ['all up to date apart from streets which are outdated'], 'ccccoc'],
  ] as const)('%s: %j', (locale, messages, said) => {
    expect(conditions(locale, ...messages)).toBe(said);
  });

  it('asks about the others where what is told of those left out is not understood', () => {
    expect(conditions('fi', 'kaikki ajan tasalla paitsi tontit sinnepäin', 'kyllä')).toBe('cc.ccc');
    expect(conditions('fi', 'kaikki ajan tasalla paitsi tontit sinnepäin')).toBe('......');
  });
});

describe('numbers of rows by themselves', () => {
  const LADDER = ['str-goals', 'str-plan', 'str-money'];

  /** What is asked back of the first rung of the profile's first ladder: which statements hold; "–" where nothing is. */
  const askedBack = (text: string, locale: Locale = 'fi') => {
    const open = takeTurn(
      { context: shippedContext, session: newSession(locale), now: 1 },
      { kind: 'press', press: { do: 'command', name: 'start', dialog: 'profile' } },
    );
    const begun = takeTurn(
      { context: shippedContext, session: open.session, now: 1 },
      { kind: 'press', press: { do: 'command', name: 'skip' } },
    );
    const { replies, session: after } = takeTurn(
      { context: shippedContext, session: begun.session, now: 1 },
      { kind: 'text', text },
    );
    expect(after.runs.profile?.answers).toEqual({});
    const asked = replies.find(reply => reply.kind === 'did-you-mean');
    const entries = asked?.entries.map(
      ({ key, value }) => `${LADDER.findIndex(id => key.includes(`.${id}.`)) + 1}=${value}`,
    );
    return entries?.join(' ') ?? replies[0]?.kind;
  };

  it.each([
    ['1', '1=yes'],
    ['2', '2=yes'],
    ['3', '3=yes'],
    ['1.', '1=yes'],
    ['3)', '3=yes'],
    [' 2 ', '2=yes'],
    ['numero 2', '2=yes'],
    ['nro 2', '2=yes'],
    ['kohta 3', '3=yes'],
    ['1 ja 2', '1=yes 2=yes'],
    ['1, 3', '1=yes 3=yes'],
    ['1-3', '1=yes 2=yes 3=yes'],
    ['4', 'rejected'],
    ['toinen', 'rejected'],
    ['viimeinen', 'rejected'],
    ['b)', 'rejected'],
    ['taso 1', 'rejected'],
    ['taso 3', 'rejected'],
  ])('are asked back on a ladder: %j', (text, asked) => {
    expect(askedBack(text)).toBe(asked);
  });

  it.each([
    ['sv', 'nummer 2', '2=yes'],
    ['sv', '1 och 3', '1=yes 3=yes'],
    ['en', 'number 2', '2=yes'],
    ['en', '1 and 3', '1=yes 3=yes'],
    ['en', 'level 2', 'rejected'],
  ] as const)('%s: %j', (locale, text, asked) => {
    expect(askedBack(text, locale)).toBe(asked);
  });

  it.each([
    [['4'], '.............'],
    [['4', 'kyllä'], '...i.........'],
    [['1 ja 3', 'kyllä'], 'i.i..........'],
    [['4', 'ei'], '.............'],
    [['14'], '.............'],
  ])('on a table of services: %j', (messages, right) => {
    expect(statuses('fi', ...messages)).toBe(right);
  });

  it('are options where one row is asked by itself', () => {
    play(shippedContext, [
      ['kypsyysprofiili', 'question scope 0/9'],
      ['ohita', 'answered scope skipped | question whole.strategy.ladder.2 1/9'],
      ['kyllä', 'input whole.strategy.str-plan.holds'],
      ['3', 'input whole.strategy.str-money.holds'],
    ]);
  });
});
