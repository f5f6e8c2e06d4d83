import * as z from 'zod';

/** What a person can ask of the bot at any time, by word or button, without losing the place. */
export const COMMANDS = [
  'start',
  'about',
  'help',
  'why',
  'back',
  'skip',
  'status',
  'summary',
  'finish',
  'pause',
  'resume',
  'restart',
  'language',
  'export',
  'prefill',
  'transcript',
  'share',
  'unshare',
  'keep',
  'kept',
  'forget',
  'compare',
  'uncompare',
  'workshop',
  'remind',
  'remind-off',
  'note',
  'ask-colleague',
  'invite',
  'erase',
  'contact',
  'human',
  'greet',
  'thanks',
  'cancel',
] as const;

export const commandSchema = z.enum(COMMANDS);
export type Command = z.infer<typeof commandSchema>;
