/** Wires the page of many fields beside the chat: its address, what it shows, and the turn that takes what is written. */
import { gridAt } from './assessment/grid.ts';
import type { ConversationContext, RunScene } from './conversation/context.ts';
import type { Said } from './conversation/reply.ts';
import { newSession } from './conversation/session.ts';
import { runBeside } from './conversation/take-entries.ts';
import type { DirectLine } from './directline/direct-line.ts';
import { Refusal } from './directline/refusal.ts';
import type { Foundation } from './foundation.ts';
import { createGrid, type GridAsked, type Saved } from './http/grid.ts';
import { createGridPage } from './http/grid-page.ts';
import { INFO_LINKS } from './http/info-pages.ts';
import type { NotFound } from './http/not-found.ts';
import type { PageAssets } from './http/page-assets.ts';
import type { Site } from './http/site.ts';
import type { RenderContext } from './presentation/context.ts';
import type { GridAnswer, GridView } from './presentation/grid-shown.ts';
import { gridNow, gridView } from './presentation/grid-view.ts';
import { rejectionText } from './presentation/rejection-text.ts';
import { viewsOf } from './presentation/views-of.ts';
import { type Voice, voiceOf } from './presentation/voice.ts';
import type { Turns } from './turns/turns.ts';

export interface GridParts {
  readonly directLine: Pick<DirectLine, 'admit'>;
  readonly turns: Turns;
  readonly render: RenderContext;
  readonly context: ConversationContext;
  readonly assets: PageAssets;
  readonly notFound: NotFound;
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
  return run && gridView(voice, run.instrument, { ...run.run, key: asked.card });
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
  const { key, dialog, locale } = asked;
  const instrument = parts.context.current(dialog);
  if (!instrument || !gridAt(instrument, {}, asked.card)) return undefined;
  const input = { kind: 'entries', dialog, locale, cells } as const;
  const outcome = await parts.turns.process({
    key,
    deliveryId: `grid-${id}`,
    input,
    locale,
    out: { to: 'caller' },
  });
  if (outcome.kind === 'busy') throw new Refusal('Conflict', { retryAfter: 1 });
  if (outcome.kind === 'unavailable') throw new Refusal('Unavailable', { retryAfter: 2 });
  const run = await runNow(parts, asked);
  const voice = voiceOf(locale, 'cards', parts.render);
  const now = run && gridNow(voice, instrument, { ...run.run, key: asked.card });
  return now && { now, ...wordsOf(voice, outcome.said) };
}

/** Why cells were not taken, and notices, in the page's language. */
function wordsOf(voice: Voice, said: readonly Said[]): Pick<GridAnswer, 'problems' | 'told'> {
  const replies = said.map(({ reply }) => reply);
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
