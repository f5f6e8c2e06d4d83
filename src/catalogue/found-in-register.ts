/** Puts together what the register's services and channels tell of the items of an instrument. */
import { createHash } from 'node:crypto';
import type { Instrument } from '../assessment/instrument.ts';
import type { Register } from '../assessment/register.ts';
import {
  type Found,
  type Offer,
  type OtherService,
  WAYS_IN,
  type WayIn,
} from '../conversation/prefilling/found.ts';
import { answersTold, entriesTold } from './answers-told.ts';
import { mainOf } from './classes.ts';
import { createLikeItems, type LikeItems } from './like-items.ts';
import { createMatcher, type Match } from './match-service.ts';
import type { MatchWords } from './match-words.ts';
import type { RegisterChannel, RegisterService } from './register-service.ts';
import { createWhose } from './whose.ts';

/** What came from the register: services and channels, as they were read. */
export interface FromRegister {
  readonly services: readonly RegisterService[];
  readonly channels: readonly RegisterChannel[];
}

export interface FindingParts {
  readonly instrument: Instrument;
  readonly words: MatchWords;
  readonly municipalities: Register;
  /** The municipality's official code. */
  readonly municipality: string;
  /** The day on which the register was asked. */
  readonly day: string;
}

/** Takes about a millisecond a service: to be done in a thread. */
export function foundInRegister(
  parts: FindingParts,
  { services, channels }: FromRegister,
  likeItems: LikeItems = createLikeItems(parts.words),
): Found {
  const { instrument, words, municipality, municipalities, day } = parts;
  const entry = municipalities.entries[municipality];
  const match = createMatcher(words, entry ? [entry.fi, entry.sv] : [], likeItems);
  const whose = createWhose({ words: words.words, municipality, municipalities });
  const waysOf = createWays(channels);
  const all = unique(services).map(service => ({ service, whose: whose(service) }));
  const here = all.filter(one => one.whose !== 'others');
  const matched = here.map((one): Matched => {
    const found = match(one.service);
    const surety = one.whose === 'neighbour' ? 'unsure' : found?.surety;
    return { ...one, match: found && surety && { ...found, surety } };
  });
  const items = words.items.map(({ item }) => item);
  const sure = offersOf(instrument, matched, { surety: 'sure', waysOf, items });
  const known = new Set(sure.map(({ item }) => item));
  const asked = offersOf(instrument, matched, { surety: 'unsure', waysOf, items }).filter(
    ({ item }) => !known.has(item),
  );
  // What only a form tells of is no sure thing, however well the name fits.
  const doubted = sure.filter(({ ways }) => isDoubtful(ways));
  const unmatched = matched.filter(one => one.whose === 'own' && one.match === undefined);
  return {
    dialog: instrument.id,
    version: instrument.version,
    municipality,
    day,
    sure: sure.filter(({ ways }) => !isDoubtful(ways)),
    unsure: [...doubted, ...asked],
    others: unmatched.flatMap(({ service }) => otherOf(instrument, service, waysOf(service.channels, ''))),
    leftOut: all.length - here.length,
  };
}

function isDoubtful(ways: readonly WayIn[]): boolean {
  return ways.includes('form') && !ways.includes('electronic');
}

/** Two pages may hold the same service. */
function unique(services: readonly RegisterService[]): RegisterService[] {
  return [...new Map(services.map(service => [service.id, service])).values()];
}

interface Matched {
  readonly service: RegisterService;
  readonly whose: 'own' | 'neighbour' | 'others';
  readonly match: Match | undefined;
}

/** The ways in through these channels to an item, in the order of `WAYS_IN`. */
type WaysOf = (channels: readonly string[], item: string) => readonly WayIn[];

/** A form for feedback leads to nothing but the item that is feedback itself. */
const FEEDBACK = /feedback$/;

function createWays(channels: readonly RegisterChannel[]): WaysOf {
  const byId = new Map(channels.map(channel => [channel.id, channel]));
  return (ids, item) => {
    const led = ids.flatMap(id => byId.get(id) ?? []);
    const ways = led.filter(({ only }) => only === undefined || FEEDBACK.test(item)).map(({ way }) => way);
    return WAYS_IN.filter(way => ways.includes(way));
  };
}

interface Collecting {
  readonly surety: 'sure' | 'unsure';
  readonly waysOf: WaysOf;
  /** In the order of the instrument. */
  readonly items: readonly string[];
}

/** One offer an item, in the order of the instrument; those that tell nothing are left out. */
function offersOf(
  instrument: Instrument,
  all: readonly Matched[],
  { surety, waysOf, items }: Collecting,
): Offer[] {
  const byItem = new Map<string, Matched[]>();
  for (const one of all) {
    if (one.match?.surety !== surety) continue;
    byItem.set(one.match.item, [...(byItem.get(one.match.item) ?? []), one]);
  }
  return items.flatMap(item => {
    const matched = byItem.get(item) ?? [];
    const [first] = matched;
    if (!first?.match) return [];
    const ways = waysOf(
      matched.flatMap(({ service }) => service.channels),
      item,
    );
    const entries = entriesTold(instrument, item, ways);
    if (entries.length === 0) return [];
    const { why, words } = first.match;
    const by = first.whose === 'neighbour' ? first.service.responsible[0] : undefined;
    const services = matched.map(({ service }) => nameOf(service)).slice(0, MOST_NAMED);
    return [{ item, services, ways, entries, why, words, ...(by !== undefined && { by }) }];
  });
}

/** More names than these are not told of one item. */
const MOST_NAMED = 3;

function nameOf({ names, also }: RegisterService): string {
  return names.fi ?? names.sv ?? names.en ?? also[0] ?? '';
}

function otherOf(instrument: Instrument, service: RegisterService, ways: readonly WayIn[]): OtherService[] {
  const name = nameOf(service);
  const under = areaOf(instrument, service.classes);
  if (!name || under === undefined) return [];
  const id = createHash('sha256').update(service.id).digest('base64url').slice(0, 8);
  return [{ id, name: name.slice(0, LONGEST_OWN), under, ways, entries: answersTold(ways, 'applied for') }];
}

/** As long as the name of an item of one's own may be. */
const LONGEST_OWN = 120;

/** The area most of whose items have the class; the first one where no class tells. */
function areaOf({ lists }: Instrument, classes: readonly string[]): string | undefined {
  const list = Object.values(lists).find(one => 'of' in one);
  if (!list || !('of' in list)) return undefined;
  const mains = classes.map(mainOf);
  const counted = Object.entries(list.items).map(
    ([area, items]) =>
      [
        area,
        items.filter(item => 'ptv' in item && item.ptv !== undefined && mains.includes(mainOf(item.ptv)))
          .length,
      ] as const,
  );
  const [most] = counted.toSorted(([, a], [, b]) => b - a);
  return most && most[1] > 0 ? most[0] : counted.at(-1)?.[0];
}
