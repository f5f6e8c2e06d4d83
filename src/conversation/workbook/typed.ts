/** What is typed while the workbook is in hand: areas, a name, statements about services. */
import type { Turn } from '../context.ts';
import { applyHeard, applyRemarks, askFirst, includingAreas } from './applying.ts';
import { findPlace, openPlace, type Place } from './places.ts';
import { readFact } from './read-fact.ts';
import { readRemarks } from './read-remarks.ts';
import { goTo, showNext } from './showing.ts';
import { takeAreas } from './taking.ts';
import type { WorkbookScene } from './workbook-scene.ts';

/** Undefined when the message is a command, an answer to a side question, or nothing of the workbook's. */
export function takeWords(scene: WorkbookScene, text: string): Turn | undefined {
  const { pending } = scene.session;
  if (pending && pending.kind !== 'workbook') return undefined;
  const place = placeOf(scene);
  const heard = readRemarks(scene, place, text);
  if (heard.remarks.length === 0 && isCommand(scene, text)) return undefined;
  if (place?.card === 'own') return takeName(scene, place, text);
  if (place?.card === 'areas' && heard.remarks.length === 0) {
    const areas = areasIn(scene, text);
    if (areas.length > 0) return takeAreas(scene, areas);
  }
  return applyHeard(scene, heard) ?? goToArea(scene, text);
}

function placeOf({ workbook, run, session }: WorkbookScene): Place | undefined {
  const { pending } = session;
  return pending?.kind === 'workbook' ? findPlace(workbook, run, pending.place) : openPlace(workbook, run);
}

/** "Asuminen ja koulutus", "1 ja 3", "kaikki". */
function areasIn({ workbook, context, session }: WorkbookScene, text: string): string[] {
  const { areas, marks } = context.workbook.words[session.locale];
  const named = areas.find(text).map(({ id }) => id);
  if (named.length > 0) return named;
  const ids = workbook.areas.map(({ id }) => id);
  if (marks.find(text).some(({ id }) => id === 'all')) return ids;
  const numbers = /^[\s\d,.&]+(?:(?:ja|och|and)[\s\d]+)?$/i.test(text) ? text.match(/\d+/g) : null;
  return (numbers ?? []).flatMap(number => ids[Number(number) - 1] ?? []);
}

/** An area named by itself is gone to. */
function goToArea(scene: WorkbookScene, text: string): Turn | undefined {
  const [area] = areasIn(scene, /\d/.test(text) ? '' : text);
  if (area === undefined || scene.context.workbook.words[scene.session.locale].areas.find(text).length === 0)
    return undefined;
  const including = includingAreas(scene, [area]);
  return goTo(including, { card: 'services', area, part: 1 });
}

/** The name of a service of one's own; without a status it is asked whether it is in use. */
function takeName(scene: WorkbookScene, { area }: Place & { card: 'own' }, text: string): Turn {
  const [name = '', ...rest] = text.split(/[,:;]/).map(part => part.trim());
  if (name === '') return showNext(scene);
  const status = rest.length > 0 ? readFact(scene, rest.join(' '))?.said.status : undefined;
  const remark = { area, name, status: status ?? ('inuse' as const) };
  return status ? applyRemarks(scene, [remark]) : askFirst(scene, [remark]);
}

function isCommand({ context, session }: WorkbookScene, text: string): boolean {
  return context.understand(text, { locale: session.locale, asked: 'any', options: [] }).kind === 'command';
}
