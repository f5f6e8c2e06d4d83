/** How typed words were read is told below them; a status taken back is undecided. */
import { describe, expect, it } from 'vitest';
import type { Locale } from '../../src/conversation/locale.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { say, textOf } from '../presentation/rendering.ts';
import { realContext } from '../support/real-context.ts';
import { play } from '../support/transcript.ts';

describe('a typed answer', () => {
  it.each([
    ['fi', 'osin', 'Kirjasin: Osittain'],
    ['fi', 'Osittain', 'Kirjasin: Osittain'],
    ['sv', 'delvis', 'Antecknat: Delvis'],
    ['en', 'in part', 'Noted: Partly'],
  ] as [Locale, string, string][])('%s: “%s” is echoed as it was read', (locale, text, echo) => {
    const { session } = play(realContext, [['[/start]', 'question need 1/13']], { locale });
    const { replies } = takeTurn({ context: realContext, session, now: 0 }, { kind: 'text', text });
    const [answered] = replies;
    const said = answered ? say(answered, { locale }).map(one => one.text) : [];
    expect(said).toEqual([expect.stringContaining('1/13'), echo]);
    expect(answered && textOf(answered, { locale })).not.toContain(echo);
  });

  it('is not echoed when pressed or skipped', () => {
    for (const does of ['[yes]', 'ohita']) {
      const { replies } = play(realContext, [
        ['[/start]', 'question need 1/13'],
        [does, `answered need${does === 'ohita' ? ' skipped' : '=yes'} | question started 2/13`],
      ]);
      expect(replies.slice(0, 1).flatMap(reply => say(reply))).toHaveLength(1);
    }
  });

  it('of a form’s part is echoed with the next part', () => {
    const { replies } = play(realContext, [
      ['[/start]', 'question need 1/13'],
      ['[/summary]', 'summary 0 answers'],
      ['[edit:phases]', 'question phases 10/13'],
      ['täysin', 'input phase-initiation'],
    ]);
    expect(replies.map(reply => textOf(reply)).join('\n')).toContain(
      'Kirjasin: Hakemus: Täysin digitaalinen',
    );
  });
});

describe('a status in the workbook', () => {
  it('can be set back to undecided on the service’s own card', () => {
    const { session, replies } = play(realContext, [
      ['[open workbook]', 'areas?'],
      ['[form areas=work]', 'noted areas work | services work 0'],
      ['[form startup-grants=inuse]', 'noted work 1+0-0 | service startup-grants'],
    ]);
    expect(replies.map(reply => JSON.stringify(say(reply))).join()).toContain('Jätä avoimeksi');
    const { session: after } = play(
      realContext,
      [['[form status=open]', 'noted startup-grants open | area work –/–/–']],
      { session },
    );
    expect(after.runs.workbook?.answers).toEqual({ areas: ['work'] });
  });
});
