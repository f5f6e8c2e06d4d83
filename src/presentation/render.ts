import { LRUCache } from 'lru-cache';
import { memo } from '../assessment/memo.ts';
import type { Reply, Said } from '../conversation/reply.ts';
import type { OutgoingActivity } from './activity.ts';
import { keepAlike } from './activity-json.ts';
import type { RenderContext, Screen } from './context.ts';
import { drawView } from './draw-view.ts';
import { eventsOf } from './events-of.ts';
import { isImpersonal } from './is-impersonal.ts';
import { tells } from './message.ts';
import { notice } from './replies/notice.ts';
import { listedAnswers } from './replies/summary.ts';
import { reportDefect } from './report-defect.ts';
import { drawText } from './text/draw-text.ts';
import { viewsOf } from './views-of.ts';
import { type Voice, voiceOf } from './voice.ts';
import { isWithdrawal } from './withdrawn.ts';

/**
 * The activities that say a reply on a kind of screen, in order. Cards carry the same as plain text in `summary`.
 * A reply whose instrument or texts have since been withdrawn becomes a short notice, and so does one that we fail to
 * draw: that one bears a reference.
 */
export function render(said: Said, screen: Screen, context: RenderContext): readonly OutgoingActivity[] {
  try {
    return isImpersonal(said.reply, context) ? drawnOnce(said, screen, context) : draw(said, screen, context);
  } catch (error) {
    return instead(said.reply, voiceOf(said.locale, screen, context), error);
  }
}

/** What a reply says, for a file to keep: its text without hints of what can be typed. */
export function keptWords({ locale, reply }: Said, context: RenderContext): readonly string[] {
  const voice = voiceOf(locale, 'text', context);
  try {
    const views = reply.kind === 'summary' ? [listedAnswers(voice, reply)] : viewsOf(reply, voice);
    return views.map(view =>
      drawText({ ...view, blocks: view.blocks.filter(({ block }) => block !== 'typing') }),
    );
  } catch (error) {
    return instead(reply, voice, error).flatMap(({ text }) => text ?? []);
  }
}

function drawnOnce(said: Said, screen: Screen, context: RenderContext): readonly OutgoingActivity[] {
  const key = screen + said.locale + JSON.stringify(said.reply);
  const lately = drawnLately(context);
  const known = lately.get(key);
  if (known) return known;
  const drawn = draw(said, screen, context);
  keepAlike(drawn);
  lately.set(key, drawn);
  return drawn;
}

const drawnLately = memo(
  (_context: RenderContext) => new LRUCache<string, readonly OutgoingActivity[]>({ max: MOST_DRAWN }),
);

/** A question's card is drawn anew for each place in the conversation, so there are more than there are questions. */
const MOST_DRAWN = 500;

function draw({ locale, reply }: Said, screen: Screen, context: RenderContext): readonly OutgoingActivity[] {
  const voice = voiceOf(locale, screen, context);
  return withEvents(
    viewsOf(reply, voice).map(view => drawView(view, voice)),
    reply,
    screen,
  );
}

/** Teams has no readers of events, and would refuse them. */
function withEvents(messages: OutgoingActivity[], reply: Reply, screen: Screen): OutgoingActivity[] {
  return screen === 'teams' ? messages : [...messages, ...eventsOf(reply)];
}

function instead(reply: Reply, voice: Voice, error: unknown): OutgoingActivity[] {
  if (isWithdrawal(error, 'dialog' in reply ? reply.dialog : undefined))
    return withEvents([drawView(notice(voice, 'withdrawn'), voice)], reply, voice.screen);
  const text = voice.t('bot:not-drawn', { reference: reportDefect(error, voice.context) });
  return [drawView(tells(text), voice)];
}
