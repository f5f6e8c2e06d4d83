import { describe, expect, it } from 'vitest';
import type { RegisterService } from '../../src/catalogue/register-service.ts';
import { createWhose } from '../../src/catalogue/whose.ts';
import { workbookParts } from './workbook-words.ts';

const parts = workbookParts('091');
const whose = createWhose({
  words: parts.words.words,
  municipality: '091',
  municipalities: parts.municipalities,
});
const service: RegisterService = {
  id: 's',
  names: { fi: 'Pysäköintitunnus' },
  also: [],
  classes: ['P16'],
  channels: [],
  responsible: [],
  area: 'limited',
  municipalities: [],
};

describe('whose a service is', () => {
  it.each<[string, string]>([
    ['Helsingin kaupunki', 'own'],
    ['Helsingin kaupunki, Kaupunkiympäristön toimiala', 'own'],
    ['Helsingfors stad', 'own'],
    ['Rakennusvirasto', 'own'],
    ['Helsingin kaupungin asunnot Oy', 'own'],
    ['Uudenmaan työllisyysalue', 'own'],
    ['Helsingin seudun ympäristöpalvelut -kuntayhtymä', 'own'],
    ['Vattenverket', 'own'],
    ['Elinkeino- ja kehitysyhtiö', 'own'],
    ['Espoon kaupunki', 'neighbour'],
    ['Esbo stad', 'neighbour'],
    ['Sipoon kunta', 'neighbour'],
    ['Vantaan ja Keravan hyvinvointialue', 'others'],
    ['Vanda och Kervo välfärdsområde', 'others'],
    ['HUS-yhtymä', 'others'],
    ['Helsingin poliisilaitos', 'others'],
    ['Uudenmaan ELY-keskus', 'others'],
    ['Elinkeino-, liikenne- ja ympäristökeskus', 'others'],
    ['Lupa- ja valvontavirasto', 'others'],
    ['Digi- ja väestötietovirasto', 'others'],
    ['Kansaneläkelaitos', 'others'],
    ['Folkpensionsanstalten', 'others'],
    ['Helsingin seurakuntayhtymä', 'others'],
    ['Helsingin yliopisto', 'others'],
    ['Uudenmaan liitto', 'others'],
  ])('%s answers for it: %s', (organisation, expected) => {
    expect(whose({ ...service, responsible: [organisation] })).toBe(expected);
  });

  it.each<[string, Partial<RegisterService>, string]>([
    ['one of several is ours', { responsible: ['Kansaneläkelaitos', 'Helsingin kaupunki'] }, 'own'],
    ['nobody answers for it and it is for this municipality', { municipalities: ['091'] }, 'own'],
    ['nobody answers for it and it is for another', { municipalities: ['049'] }, 'others'],
    [
      'it is the same for the whole country',
      { area: 'nationwide', responsible: ['Helsingin kaupunki'] },
      'others',
    ],
    [
      'the county’s, said to be ours',
      { names: { fi: 'Kotihoito' }, classes: ['P4.1'], responsible: ['Helsingin kaupunki'] },
      'others',
    ],
    [
      'the county’s by its name alone',
      { names: { sv: 'Hemvård' }, classes: [], responsible: ['Helsingin kaupunki'] },
      'others',
    ],
  ])('%s', (_, more, expected) => {
    expect(whose({ ...service, ...more })).toBe(expected);
  });
});
