import type { Bot } from '../bot/bot.ts';
import type { Route } from '../directline/plain-http.ts';

/** Teams sends up to 100 KB of text, and the same once more as HTML with what is quoted. */
const LARGEST_ACTIVITY = 256 * 1024;

/** Where Bot Framework channels deliver. */
export function messagesRoute(bot: Pick<Bot, 'handle'>): Route {
  return {
    method: 'POST',
    path: '/api/messages',
    largestBody: LARGEST_ACTIVITY,
    handle: request => bot.handle(request),
  };
}
