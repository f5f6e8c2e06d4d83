/** A message parted into the statements it makes, on what people call the services of the workbook. */
import { expect, it } from 'vitest';
import type { Parting } from '../../../src/conversation/naming/parting.ts';
import { isNamesAlone } from '../../../src/conversation/naming/parting.ts';
import { statementsOf } from '../../../src/conversation/naming/statements.ts';
import { realContext, workbook } from '../../support/real-context.ts';

const naming = realContext.naming(workbook, 'fi');
const parting: Parting = {
  instrument: workbook,
  naming,
  find: part => [
    ...naming.items.find(part).filter(({ id }) => id.lists.length > 1),
    ...Array.from(part.matchAll(/^\s*\d{1,2}(?=\s)/g), ({ index, 0: { length } }) => ({
      from: index,
      to: index + length,
    })),
  ],
  says: part => /käytössä|suunnitteilla|täysin|osin|paperilla/.test(part),
};

it.each<[text: string, statements: readonly string[]]>([
  ['', []],
  ['katuluvat käytössä', ['katuluvat käytössä']],
  ['katuluvat käytössä, kaavoitus suunnitteilla', ['katuluvat käytössä', 'kaavoitus suunnitteilla']],
  ['katuluvat käytössä; kaavoitus\nsuunnitteilla.', ['katuluvat käytössä', 'kaavoitus suunnitteilla']],
  ['katuluvat käytössä – kaavoitus suunnitteilla', ['katuluvat käytössä', 'kaavoitus suunnitteilla']],
  // Numbers with a comma, a stop or a dash between are one.
  ['käyttöaste 87,5', ['käyttöaste 87,5']],
  ['käyttöaste 80 - 90', ['käyttöaste 80 - 90']],
  ['asioita 1.200', ['asioita 1.200']],
  // What stands before a colon is said of all behind it.
  ['käytössä: katuluvat, kaavoitus', ['katuluvat kaavoitus käytössä']],
  ['käytössä: katuluvat; suunnitteilla: kaavoitus', ['katuluvat käytössä', 'kaavoitus suunnitteilla']],
  ['täysin: hakemus, päätös', ['hakemus päätös täysin']],
  // It is of nothing that is known, is of an item itself, or something is said behind it already.
  ['käytössä: jotakin muualla', ['käytössä: jotakin muualla']],
  ['katuluvat: käytössä', ['katuluvat: käytössä']],
  ['osin: hakemus täysin', ['osin: hakemus täysin']],
  ['huom: katuluvat', ['huom: katuluvat']],
  // Names alone belong to what follows.
  ['katuluvat, kaavoitus käytössä', ['katuluvat kaavoitus käytössä']],
  ['hakemus, päätös, arkistointi täysin', ['hakemus päätös arkistointi täysin']],
  ['käyttöaste, hakemus täysin', ['käyttöaste', 'hakemus täysin']],
  ['katuluvat nyt, kaavoitus käytössä', ['katuluvat nyt', 'kaavoitus käytössä']],
  // Parted before a number, or a name, where something is said of both.
  ['1 käytössä 2 suunnitteilla', ['1 käytössä', '2 suunnitteilla']],
  ['1 käytössä 2 jotakin', ['1 käytössä 2 jotakin']],
  ['katuluvat käytössä 2 suunnitteilla', ['katuluvat käytössä', '2 suunnitteilla']],
  ['katuluvat käytössä kaavoitus suunnitteilla', ['katuluvat käytössä', 'kaavoitus suunnitteilla']],
  ['katuluvat kaavoitus suunnitteilla', ['katuluvat kaavoitus suunnitteilla']],
  ['katuluvat käytössä kaavoitus', ['katuluvat käytössä kaavoitus']],
  // "Ja" parts where a figure of another kind follows.
  ['katuluvat käytössä ja käyttöaste 90', ['katuluvat käytössä', 'käyttöaste 90']],
  ['hakemus ja päätös täysin', ['hakemus ja päätös täysin']],
  ['käyttöaste 90 ja hakemus täysin', ['käyttöaste 90 ja hakemus täysin']],
  ['hakemus ja päätös täysin ja asioita 20', ['hakemus ja päätös täysin', 'asioita 20']],
  ['ei käyttöaste 20', ['ei käyttöaste 20']],
])('"%s"', (text, statements) => {
  expect(statementsOf(text, parting).map(one => one.trim())).toEqual(statements);
});

it.each([
  ['katuluvat', true],
  ['katuluvat kaavoitus', true],
  ['hakemus', true],
  ['katuluvat hakemus', true],
  ['käyttöaste', false],
  ['katuluvat nyt', false],
  ['', false],
])('"%s" is names alone: %s', (part, isAlone) => {
  expect(isNamesAlone(part, parting)).toBe(isAlone);
});
