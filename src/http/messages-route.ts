import type { Bot } from '../bot/bot.ts';
import type { Route } from '../directline/plain-http.ts';

/** Where Bot Framework channels deliver. */
export function messagesRoute(bot: Bot): Route {
  return { method: 'POST', path: '/api/messages', handle: request => bot.handle(request) };
}
