import type { Screen } from '../presentation/context.ts';

const CARD_CHANNELS = new Set(['webchat', 'directline', 'emulator', 'test']);

/** What a channel can draw. One that is not known gets text, which all can. */
export function screenOf(channelId: string): Screen {
  if (channelId === 'msteams') return 'teams';
  return CARD_CHANNELS.has(channelId) ? 'cards' : 'text';
}
