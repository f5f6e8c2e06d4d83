import type { Answers } from '../assessment/answers.ts';
import { findInput } from '../assessment/places.ts';
import type { Reply, Said } from '../conversation/reply.ts';
import type { OutgoingActivity } from './activity.ts';
import type { RenderContext, Screen } from './context.ts';
import { drawView } from './draw-view.ts';
import { eventsOf } from './events-of.ts';
import { notice } from './replies/notice.ts';
import { reportDefect } from './report-defect.ts';
import { viewsOf } from './views-of.ts';
import { type Voice, voiceOf } from './voice.ts';
import { isWithdrawal } from './withdrawn.ts';

/**
 * The activities that say a reply on a kind of screen, in order. Cards carry the same as plain text in `summary`.
 * A reply whose definition or texts have since been withdrawn becomes a short notice, and so does one that we fail to
 * draw: that one bears a reference.
 */
export function render(said: Said, screen: Screen, context: RenderContext): readonly OutgoingActivity[] {
  try {
    return isEveryday(said.reply, context) ? drawnOnce(said, screen, context) : draw(said, screen, context);
  } catch (error) {
    return instead(said.reply, voiceOf(said.locale, screen, context), error);
  }
}

function drawnOnce(said: Said, screen: Screen, context: RenderContext): readonly OutgoingActivity[] {
  const drawn = drawnWith(context);
  const key = screen + said.locale + JSON.stringify(said.reply);
  const activities = drawn.get(key) ?? draw(said, screen, context);
  // Those drawn lately stand last.
  drawn.delete(key);
  drawn.set(key, activities);
  const [oldest] = drawn.keys();
  if (drawn.size > MOST_DRAWN && oldest !== undefined) drawn.delete(oldest);
  return activities;
}

/**
 * Nearly all replies are of these kinds, and alike for everybody: no address, no name, no words and no figures of a
 * person in them, for what is remembered here outlives an erasure.
 */
function isEveryday(reply: Reply, context: RenderContext): boolean {
  if ('sections' in reply || 'line' in reply || 'growing' in reply) return false;
  if ('values' in reply && !isChosen(reply, context)) return false;
  if (reply.kind === 'answered') return reply.by === undefined;
  return EVERYDAY.has(reply.kind) || (reply.kind === 'greeting' && !reply.returning);
}

const EVERYDAY: ReadonlySet<Reply['kind']> = new Set(['question', 'notice', 'help']);
/** A question's card is drawn anew for each place in the conversation, so there are more than there are questions. */
const MOST_DRAWN = 500;

/** Whether only options of scales were chosen: what a person wrote or counted can look like an id, too. */
function isChosen(
  { dialog, version, values }: Extract<Reply, { values: Answers; dialog: string }>,
  context: RenderContext,
): boolean {
  const definition = context.definition(dialog, version);
  return Object.keys(values).every(key => definition && findInput(definition, key)?.type === 'choice');
}

type Drawn = Map<string, readonly OutgoingActivity[]>;
const remembered = new WeakMap<RenderContext, Drawn>();

function drawnWith(context: RenderContext): Drawn {
  const known = remembered.get(context);
  if (known) return known;
  const fresh: Drawn = new Map();
  remembered.set(context, fresh);
  return fresh;
}

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
  return [drawView({ gist: text, expects: 'nothing', blocks: [{ block: 'text', text }] }, voice)];
}
