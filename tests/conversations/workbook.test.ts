/** The workbook by buttons and cards alone. */
import { describe, it } from 'vitest';
import { realContext } from '../support/real-context.ts';
import { play } from '../support/transcript.ts';

describe('try', () => {
  it('x', () => {
    const rows = [
      ['työkirja', 'x'],
      ['asuminen', 'x'],
      ['rakennusluvat on sähköiset, käyttöaste noin 85', 'x'],
      ['pysäköinti suunnitteilla; joukkoliikenne ei oteta käyttöön', 'x'],
      ['1 ja 3 käytössä', 'x'],
      ['katulupien käyttöaste 70 %', 'x'],
      ['kyllä', 'x'],
      ['seuraava', 'x'],
      ['hakemus täysin, käsittely osin, käyttöaste 82, tapauksia 300 vuodessa', 'x'],
      ['kaikki täysin', 'x'],
      ['siirry vuokra-asuntoihin', 'x'],
      ['takaisin', 'x'],
      ['miksi', 'x'],
      ['missä mennään', 'x'],
      ['näytä tulos', 'x'],
      ['tallenna', 'x'],
      ['jatka', 'x'],
      ['koulutus', 'x'],
      ['rakenuslupa käytössä', 'x'],
      ['mikä on sää', 'x'],
      ['svenska', 'x'],
      ['bygglov i bruk', 'x'],
      ['tauko', 'x'],
      ['aloita', 'x'],
      ['työkirja', 'x'],
      ['lopeta', 'x'],
    ];
    let s;
    for (const r of rows) {
      try {
        const p = play(realContext, [r as any], s ? { session: s } : {});
        s = p.session;
      } catch (e: any) {
        console.log(e.message.split('\n')[0].slice(0, 400));
        const m = e;
        try {
          s = (globalThis as any).last ?? s;
        } catch {}
      }
    }
  });
});
