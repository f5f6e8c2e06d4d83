import type { Reply, Said } from '../conversation/reply.ts';
import type { OutgoingActivity } from './activity.ts';
import type { RenderContext, Screen } from './context.ts';
import { drawView } from './draw-view.ts';
import { eventsOf } from './events-of.ts';
import { notice } from './replies/notice.ts';
import type { View } from './view.ts';
import { viewsOf } from './views-of.ts';
import { type Voice, voiceOf } from './voice.ts';

/**
 * The activities that say a reply on a kind of screen, in order. Cards carry the same as plain text in `summary`.
 * A reply whose definition or texts have since been withdrawn becomes a short notice.
 */
export function render(said: Said, screen: Screen, context: RenderContext): readonly OutgoingActivity[] {
  if (!isEveryday(said.reply)) return draw(said, screen, context);
  const drawn = drawnWith(context);
  const key = screen + said.locale + JSON.stringify(said.reply);
  const known = drawn.get(key);
  if (known) return known;
  const fresh = draw(said, screen, context);
  if (drawn.size >= MOST_DRAWN) drawn.clear();
  drawn.set(key, fresh);
  return fresh;
}

/** Nearly all replies are of these kinds, and alike for everybody: no address, no name and no words of a person in them. */
function isEveryday(reply: Reply): boolean {
  if (reply.kind === 'answered') return reply.by === undefined;
  return EVERYDAY.has(reply.kind) || (reply.kind === 'greeting' && !reply.returning);
}

const EVERYDAY: ReadonlySet<Reply['kind']> = new Set(['question', 'notice', 'help']);
const MOST_DRAWN = 1000;

type Drawn = Map<string, readonly OutgoingActivity[]>;
const remembered = new WeakMap<RenderContext, Drawn>();

function drawnWith(context: RenderContext): Drawn {
  const known = remembered.get(context);
  if (known) return known;
  const fresh: Drawn = new Map();
  remembered.set(context, fresh);
  return fresh;
}

function draw(said: Said, screen: Screen, context: RenderContext): readonly OutgoingActivity[] {
  const voice = voiceOf(said.locale, screen, context);
  const messages = viewsFor(said.reply, voice).map(view => drawView(view, voice));
  // Teams has no readers of events, and would refuse them.
  return screen === 'teams' ? messages : [...messages, ...eventsOf(said.reply)];
}

function viewsFor(reply: Reply, voice: Voice): View[] {
  if (!('dialog' in reply)) return viewsOf(reply, voice);
  try {
    return viewsOf(reply, voice);
  } catch {
    // Replies are kept as ids for days, so a log may be read after the content they name was withdrawn.
    return [notice(voice, 'withdrawn')];
  }
}
