/** Wires the page of many fields beside the chat: its address, what it shows, and the turn that takes what is written. */
import { gridAt } from '../assessment/grid.ts';
import type { Lookups } from '../catalogue/lookups.ts';
import type { ConversationContext, RunScene } from '../conversation/context.ts';
import type { Input } from '../conversation/input.ts';
import type { Found } from '../conversation/prefilling/found.ts';
import { municipalityOf } from '../conversation/prefilling/municipality-of.ts';
import { LOOK_PROBLEMS } from '../conversation/prefilling/source.ts';
import type { Reply } from '../conversation/reply.ts';
import { runBeside } from '../conversation/run-beside.ts';
import { newSession, type Run } from '../conversation/session.ts';
import type { DirectLine } from '../directline/direct-line.ts';
import { Refusal } from '../directline/refusal.ts';
import { createGrid, type GridAsked, type Saved } from '../http/grid.ts';
import { createGridPage } from '../http/grid-page.ts';
import { INFO_LINKS } from '../http/info-pages.ts';
import type { NotFound } from '../http/not-found.ts';
import type { PageAssets } from '../http/page-assets.ts';
import type { Site } from '../http/site.ts';
import type { RenderContext } from '../presentation/context.ts';
import { gridNow } from '../presentation/grid-now.ts';
import { offersCounted } from '../presentation/grid-offers.ts';
import type { GridAnswer, GridFilled, GridNow, GridView } from '../presentation/grid-shown.ts';
import { gridView } from '../presentation/grid-view.ts';
import { rejectionText } from '../presentation/rejection-text.ts';
import { toldLines } from '../presentation/replies/prefill-told.ts';
import { viewsOf } from '../presentation/views-of.ts';
import { type Voice, voiceOf } from '../presentation/voice.ts';
import type { Turns } from '../turns/turns.ts';
import type { Foundation } from './foundation.ts';

export interface GridParts {
  readonly directLine: Pick<DirectLine, 'admit'>;
  readonly turns: Turns;
  readonly render: RenderContext;
  readonly context: ConversationContext;
  readonly assets: PageAssets;
  readonly notFound: NotFound;
  /** What was found in the register of services; none where that is off. */
  readonly register?: Pick<Lookups, 'kept'> | undefined;
}

export function grids({ config, content, log, now }: Foundation, parts: GridParts): readonly Site[] {
  const { directLine, assets, notFound } = parts;
  const { defaultLocale } = config;
  return [
    createGridPage({
      assets,
      notFound,
      translate: content.translate,
      defaultLocale,
      authority: config.authority.name,
      links: INFO_LINKS,
      isThere: (dialog, card) => {
        const instrument = content.current(dialog);
        return instrument !== undefined && gridAt(instrument, {}, card) !== undefined;
      },
    }),
    createGrid({
      admit: directLine.admit,
      view: async asked => viewNow({ ...parts, now }, asked),
      save: async (asked, saved) => save({ ...parts, now }, asked, saved),
      fill: async (asked, id) => fill({ ...parts, now }, asked, id),
      defaultLocale,
      now,
      onFailure: error => log.error({ error }, 'a page of many fields could not be answered'),
    }),
  ];
}

interface Answering extends GridParts {
  readonly now: () => number;
}

async function viewNow(parts: Answering, asked: GridAsked): Promise<GridView | undefined> {
  const run = await runNow(parts, asked);
  const voice = voiceOf(asked.locale, 'cards', parts.render);
  if (!run) return undefined;
  const shown = { ...run.run, key: asked.card, found: await foundFor(parts, run.run) };
  const municipality = parts.context.prefill && municipalityOf(run);
  return gridView(voice, run.instrument, { ...shown, municipality });
}

/** What the register told of the municipality that somebody asked it of for this run. */
async function foundFor({ register }: Answering, { dialog, prefilled }: Run): Promise<Found | undefined> {
  return prefilled && register?.kept({ dialog, municipality: prefilled.municipality });
}

/** The run as the next turn will find it: moved to the version in force, or begun. */
async function runNow(
  { turns, context, now }: Answering,
  { key, dialog, locale }: GridAsked,
): Promise<RunScene | undefined> {
  const session = (await turns.recall(key)) ?? newSession(locale);
  return runBeside({ context, session, now: now() }, dialog)?.scene;
}

async function save(
  parts: Answering,
  asked: GridAsked,
  { id, cells }: Saved,
): Promise<GridAnswer | undefined> {
  const { dialog, locale } = asked;
  const taken = await take(parts, asked, { id, input: { kind: 'entries', dialog, locale, cells } });
  return taken && { now: taken.now, ...wordsOf(taken.voice, taken.replies) };
}

/** Asks the register, and shows what it tells: in the fields what it proposes, beside them what has changed. */
async function fill(parts: Answering, asked: GridAsked, id: string): Promise<GridFilled | undefined> {
  const { dialog, locale } = asked;
  const taken = await take(parts, asked, { id, input: { kind: 'look-beside', dialog, locale } });
  if (!taken) return undefined;
  const { now, voice, replies } = taken;
  const told = replies.flatMap(reply => (reply.kind === 'prefill-told' ? [reply] : []));
  if (told.some(({ what }) => what === 'fetching'))
    return { now, problems: [], told: [voice.t('prefill:grid.fetching')], waiting: true };
  const nothing: readonly string[] = [...LOOK_PROBLEMS, 'nothing', 'no-news'];
  const counted = told.some(({ what }) => nothing.includes(what))
    ? []
    : [offersCounted(voice, now.offers ?? [])];
  const { told: notices } = wordsOf(voice, replies);
  return { now, problems: [], told: [...notices, ...told.flatMap(one => toldLines(voice, one)), ...counted] };
}

interface Taking {
  readonly id: string;
  readonly input: Input;
}

interface Taken {
  readonly voice: Voice;
  readonly replies: readonly Reply[];
  /** The grid after it. */
  readonly now: GridNow;
}

/** One turn that the page brings about; undefined where there is no such grid. Throws a Refusal. */
async function take(parts: Answering, asked: GridAsked, { id, input }: Taking): Promise<Taken | undefined> {
  const { key, dialog, locale } = asked;
  const instrument = parts.context.current(dialog);
  if (!instrument || !gridAt(instrument, {}, asked.card)) return undefined;
  const deliveryId = `grid-${id}`;
  const outcome = await parts.turns.process({ key, deliveryId, input, locale, out: { to: 'caller' } });
  if (outcome.kind === 'busy') throw new Refusal('Conflict', { retryAfter: 1 });
  if (outcome.kind === 'unavailable') throw new Refusal('Unavailable', { retryAfter: 2 });
  const run = await runNow(parts, asked);
  const voice = voiceOf(locale, 'cards', parts.render);
  const found = run && (await foundFor(parts, run.run));
  const now = run && gridNow(voice, instrument, { ...run.run, key: asked.card, found });
  return now && { voice, replies: outcome.said.map(({ reply }) => reply), now };
}

/** Why cells were not taken, and notices, in the page's language. */
function wordsOf(voice: Voice, replies: readonly Reply[]): Pick<GridAnswer, 'problems' | 'told'> {
  return {
    problems: replies.flatMap(reply =>
      reply.kind === 'refused'
        ? reply.problems.map(({ key, rejection }) => ({
            key,
            text: rejectionText(voice, rejection),
            problem: rejection.problem,
          }))
        : [],
    ),
    told: replies.flatMap(reply =>
      reply.kind === 'notice' ? viewsOf(reply, voice).map(({ gist }) => gist) : [],
    ),
  };
}
