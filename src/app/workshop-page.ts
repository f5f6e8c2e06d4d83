/** Wires the page of a workshop: what it shows, what its facilitator does, and where the group's answers go then. */
import { LRUCache } from 'lru-cache';
import encodeQR from 'qr';
import { FEWEST_BALLOTS } from '../assessment/workshop/spread.ts';
import type { ConversationContext, Scene } from '../conversation/context.ts';
import { newSession } from '../conversation/session.ts';
import type { Workshop, WorkshopAnswer, WorkshopCall } from '../conversation/workshop.ts';
import { readAgreed } from '../conversation/workshop-ballot.ts';
import { outcomeSoFar } from '../conversation/workshop-result.ts';
import { CHANNEL } from '../directline/conversation-key.ts';
import { INFO_LINKS } from '../http/info-pages.ts';
import type { NotFound } from '../http/not-found.ts';
import type { PageAssets } from '../http/page-assets.ts';
import type { Site } from '../http/site.ts';
import { createWorkshopCalls, type WorkshopAsked } from '../http/workshop.ts';
import { createWorkshopPage } from '../http/workshop-page.ts';
import type { RenderContext } from '../presentation/context.ts';
import { voiceOf } from '../presentation/voice.ts';
import type { WorkshopDeed, WorkshopDone, WorkshopShown } from '../presentation/workshop/workshop-shown.ts';
import { workshopView } from '../presentation/workshop/workshop-view.ts';
import type { Turns } from '../turns/turns.ts';
import type { Foundation } from './foundation.ts';

export interface WorkshopPageParts {
  readonly turns: Turns;
  readonly render: RenderContext;
  readonly context: ConversationContext;
  readonly assets: PageAssets;
  readonly notFound: NotFound;
}

/** However many screens look, a process asks the store for a workshop this often. */
const FRESH_MS = 500;
const KEPT = 500;

export function workshopPage(base: Foundation, parts: WorkshopPageParts): readonly Site[] {
  const { config, content, address } = base;
  const { assets, notFound } = parts;
  return [
    createWorkshopPage({
      assets,
      notFound,
      translate: content.translate,
      defaultLocale: config.defaultLocale,
      authority: config.authority.name,
      links: INFO_LINKS,
      fewest: FEWEST_BALLOTS,
      publicUrl: address.publicUrl,
      // Dark on white with the quiet edge that cameras need, whatever stands around it.
      qr: link => encodeQR(link, 'svg', { ecc: 'medium', border: 4 }),
    }),
    workshopCalls(base, { ...parts, now: base.now }),
  ];
}

function workshopCalls({ config, log, now, addressOf }: Foundation, working: Working): Site {
  const lately = new LRUCache<string, Promise<WorkshopShown | undefined>>({ max: KEPT, ttl: FRESH_MS });
  return createWorkshopCalls({
    view: asked => {
      const name = JSON.stringify(asked);
      const known = lately.get(name);
      if (known) return known;
      const asking = viewNow(working, asked);
      lately.set(name, asking);
      asking.catch(() => lately.delete(name));
      return asking;
    },
    act: async (asked, deed) => {
      const done = await act(working, asked, deed);
      lately.clear();
      return done;
    },
    addressOf,
    defaultLocale: config.defaultLocale,
    now,
    onFailure: error => log.error({ error }, 'a workshop could not be shown'),
  });
}

interface Working extends WorkshopPageParts {
  readonly now: () => number;
}

async function viewNow(working: Working, { id, secret, locale }: WorkshopAsked) {
  const call = { do: 'look', id, ...(secret !== undefined && { secret }) } as const;
  const answer = await working.turns.workshops.call(call, {});
  return answer.kind === 'workshop' ? shown(working, locale, answer.workshop) : undefined;
}

function shown(working: Working, locale: WorkshopAsked['locale'], workshop: Workshop): WorkshopShown {
  const outcome = outcomeSoFar(sceneFor(working, locale), workshop);
  return workshopView(voiceOf(locale, 'cards', working.render), workshop, outcome);
}

/** A conversation that is never saved: the group's answers are worked out in it, for the page alone. */
function sceneFor({ context, now }: Working, locale: WorkshopAsked['locale']): Scene {
  return { context, session: newSession(locale), now: now() };
}

async function act(
  working: Working,
  { id, secret = '', locale }: WorkshopAsked,
  deed: WorkshopDeed,
): Promise<WorkshopDone | undefined> {
  const { workshops } = working.turns;
  const before = await workshops.call({ do: 'look', id, secret }, {});
  if (before.kind !== 'workshop') return undefined;
  const now = () => shown(working, locale, before.workshop);
  if (before.workshop.holder !== 'facilitator') return { workshop: now(), refused: 'not-yours' };
  const call = callFor(sceneFor(working, locale), { id, secret, workshop: before.workshop }, deed);
  const answer: WorkshopAnswer = call ? await workshops.call(call, {}) : before;
  if (answer.kind === 'too-few' || answer.kind === 'not-yours')
    return { workshop: now(), refused: answer.kind };
  if (answer.kind !== 'workshop') return undefined;
  if (answer.workshop.phase === 'locked') await tellHost(working, id, locale);
  const nothingShown =
    deed.do === 'reveal' && Object.values(answer.workshop.published).every(({ n }) => n === 0);
  return {
    workshop: shown(working, locale, answer.workshop),
    ...(nothingShown && { refused: 'too-few' as const }),
    ...(deed.do === 'hand-over' && answer.secret !== undefined && { secret: answer.secret }),
  };
}

interface Led {
  readonly id: string;
  readonly secret: string;
  readonly workshop: Workshop;
}

/** The workshop's call for what the facilitator did; undefined where what was typed as agreed is no answer. */
function callFor(scene: Scene, { id, secret, workshop }: Led, deed: WorkshopDeed): WorkshopCall | undefined {
  if (deed.do === 'lock') return { do: 'lock', id, secret, agreed: {} };
  if (deed.do !== 'agree') return { do: deed.do, id, secret };
  const { key } = deed;
  const value = readAgreed(scene, workshop.judged, deed);
  return value === undefined && deed.value !== '' ? undefined : { do: 'agree', id, secret, key, value };
}

/**
 * In the chat that began it the group's answers become its run, as if its result had been asked for there. Where the
 * channel has to be written to, it is told when somebody asks.
 */
async function tellHost({ turns }: Working, id: string, locale: WorkshopAsked['locale']): Promise<void> {
  const key = await turns.workshops.hostOf(id);
  const seat = key && (await turns.recall(key))?.workshop;
  if (!key || seat?.id !== id) return;
  await turns.process({
    key,
    deliveryId: `workshop ${id}`,
    input: { kind: 'press', press: { do: 'workshop', act: 'result', id } },
    locale,
    out: key.channel === CHANNEL ? { to: 'log' } : { to: 'caller' },
  });
}
