import type { ReplyOf } from '../reply-of.ts';
import type { View } from '../view.ts';
import type { Voice } from '../voice.ts';
import { nextSteps } from './result-next-steps.ts';
import { standing } from './result-standing.ts';

/** Two messages: where the municipality stands and why, then what to do next. */
export function result(voice: Voice, reply: ReplyOf<'result'>): View[] {
  return [standing(voice, reply), nextSteps(voice, reply)];
}
