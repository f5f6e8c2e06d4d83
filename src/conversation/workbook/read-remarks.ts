/**
 * Reads what a message says of services: "rakennusluvat on sähköiset, käyttöaste noin 85". A service is recognised
 * by its name or one of the words people use for it; what follows is said of it until another one is named.
 */
import { createPhraseFinder } from './phrase-finder.ts';
import { type Place, servicesOn } from './places.ts';
import { type Fact, readFact } from './read-fact.ts';
import type { Remark } from './remark.ts';
import { areaOf, type WorkbookScene } from './workbook-scene.ts';
import { asPhrase, type ListedService } from './workbook-words.ts';

export interface Heard {
  readonly remarks: readonly Remark[];
  /** Services named with nothing said of them: somebody wants to go there. */
  readonly named: readonly ListedService[];
  /** `likely`: something had to be guessed, so it is asked before anything is written. */
  readonly certainty: 'sure' | 'likely';
}

/** Longer messages are no answers. */
const READ_LENGTH = 500;

export function readRemarks(scene: WorkbookScene, place: Place | undefined, message: string): Heard {
  const text = message.slice(0, READ_LENGTH).normalize('NFC');
  const find = (part: string) => findServices(scene, place, part);
  const guess = find(text).length > 0 ? undefined : guessService(scene, text);
  if (!guess) return readClauses(scene, place, { text, find });
  const guessed = readClauses(scene, place, {
    text: blanked(text, [guess]),
    find: () => [],
    about: [guess.id],
  });
  return { ...guessed, certainty: 'likely' };
}

/** A misspelt name; a word that means something else is none. */
function guessService(scene: WorkbookScene, text: string) {
  const { services, areas, phases, marks } = wordsOf(scene);
  const known = [...areas.find(text), ...phases.find(text), ...marks.find(text)];
  return services.guess(blanked(text, known));
}

interface Reading {
  readonly text: string;
  readonly find: (part: string) => readonly Mention[];
  /** What is spoken of before anything is named. */
  readonly about?: readonly ListedService[];
}

/** Services named at one place of the text. */
interface Mention {
  readonly service: ListedService;
  readonly from: number;
  readonly to: number;
}

function readClauses(scene: WorkbookScene, place: Place | undefined, { text, find, about }: Reading): Heard {
  const spoken = new Map<string, Spoken>();
  let subjects = about ?? subjectOf(place);
  for (const service of about ?? []) speakOf(spoken, service);
  for (const clause of clausesOf(scene, text)) {
    const mentions = find(clause);
    for (const { service } of mentions) speakOf(spoken, service);
    if (mentions.length > 0) subjects = mentions.map(({ service }) => service);
    const fact = factOf(scene, { text: blanked(clause, mentions), named: spoken.size > 0, subjects });
    for (const service of fact ? subjects : []) speakOf(spoken, service, fact);
  }
  return heardOf([...spoken.values()]);
}

interface Clause {
  readonly text: string;
  readonly named: boolean;
  readonly subjects: readonly ListedService[];
}

/** "Kyllä" to nobody's question says nothing of the service on the card. */
function factOf(scene: WorkbookScene, { text, named, subjects }: Clause): Fact | undefined {
  const fact = subjects.length > 0 ? readFact(scene, text) : undefined;
  const guess = fact?.said.status !== undefined && !fact.sure;
  return guess && !named ? undefined : fact;
}

/** A service and what was said of it so far. */
interface Spoken {
  readonly service: ListedService;
  readonly facts: readonly Fact[];
}

function speakOf(spoken: Map<string, Spoken>, service: ListedService, fact?: Fact): void {
  const key = `${service.area}:${service.service}`;
  const facts = spoken.get(key)?.facts ?? [];
  spoken.set(key, { service, facts: fact ? [...facts, fact] : facts });
}

function heardOf(spoken: readonly Spoken[]): Heard {
  const said = spoken.filter(({ facts }) => facts.length > 0);
  const guessed = said.some(({ facts }) => facts.some(({ sure }) => !sure));
  return {
    remarks: said.map(({ service, facts }) => remarkOf(service, facts)),
    named: spoken.filter(({ facts }) => facts.length === 0).map(({ service }) => service),
    certainty: guessed ? 'likely' : 'sure',
  };
}

function remarkOf({ area, service }: ListedService, facts: readonly Fact[]): Remark {
  const merged = Object.assign({}, ...facts.map(({ said }) => said));
  const phases = Object.assign({}, ...facts.map(({ said }) => said.phases ?? {}));
  return { area, service, ...merged, ...(Object.keys(phases).length > 0 && { phases }) };
}

/** On a service's own card, that service is spoken of. */
function subjectOf(place: Place | undefined): ListedService[] {
  return place?.card === 'service' || place?.card === 'benefit'
    ? [{ area: place.area, service: place.service }]
    : [];
}

/** Listed services by name, the municipality's own by theirs, and on a list those meant by their numbers. */
function findServices(scene: WorkbookScene, place: Place | undefined, text: string): readonly Mention[] {
  const listed = wordsOf(scene).services.find(text);
  const own = ownFinder(scene).find(text);
  const named = [
    ...own,
    ...listed.filter(one => !own.some(other => other.from < one.to && one.from < other.to)),
  ];
  if (named.length > 0) return named.map(({ id, from, to }) => ({ service: id, from, to }));
  return place?.card === 'services' ? numbered(scene, place, text) : [];
}

function ownFinder({ workbook, run }: WorkbookScene) {
  const own = workbook.areas.flatMap(area =>
    (run.answers[area.id]?.own ?? []).map(
      ({ id, name }) => [{ area: area.id, service: id }, [asPhrase(name)]] as const,
    ),
  );
  return createPhraseFinder(own);
}

/** "1, 3 ja 5 käytössä": places on the list as it is shown. */
function numbered(
  scene: WorkbookScene,
  { area, part }: Place & { card: 'services' },
  text: string,
): Mention[] {
  const found = /^\s*(\d{1,2}(?:[\s.]+(?:ja |och |and |& )?\d{1,2}(?!\d|\s*%))*)[.):]?(?=\s+\D|$)/iu.exec(
    text,
  );
  if (!found?.[1]) return [];
  const services = servicesOn(areaOf(scene, area), scene.run, part);
  const places = found[1].split(/\D+/).map(Number);
  const to = found.index + found[0].length;
  return places.flatMap(number => {
    const service = services[number - 1];
    return service ? [{ service: { area, service: service.id }, from: 0, to }] : [];
  });
}

/** Statements one by one; a dash between figures is a range. "Ja" parts two of them only when a figure of another kind follows. */
function clausesOf(scene: WorkbookScene, text: string): string[] {
  const rough = joinNumbers(text).split(/[;\n]|,(?!\d)|\.(?!\d)|\s[–—-]\s(?!\d)|(?<!\d)\s[–—-]\s/);
  return rough.flatMap(clause => {
    const marks = wordsOf(scene).marks.find(clause);
    const cuts = marks.filter(
      ({ id, to }) =>
        id === 'and' && marks.some(mark => (mark.id === 'rate' || mark.id === 'cases') && mark.from >= to),
    );
    const cut = cuts.at(-1);
    return cut ? [clause.slice(0, cut.from), clause.slice(cut.to)] : [clause];
  });
}

/** "1, 3 ja 5" is one list, not three statements. */
function joinNumbers(text: string): string {
  return text.replace(/(?<=^|[;\n]\s*|\d\s*,\s*)(\d{1,2})\s*,\s*(?=\d{1,2}\b(?!\s*%))/g, '$1 ');
}

function blanked(text: string, found: readonly { from: number; to: number }[]): string {
  return found.reduce(
    (left, { from, to }) => left.slice(0, from) + ' '.repeat(to - from) + left.slice(to),
    text,
  );
}

function wordsOf({ context, session }: WorkbookScene) {
  return context.workbook.words[session.locale];
}
