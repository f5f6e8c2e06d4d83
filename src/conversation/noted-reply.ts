/** The line on what was taken from somebody's words. */
import type { AnswerKey, Entry } from '../assessment/answers.ts';
import { cardAsking } from '../assessment/find-card.ts';
import { cardSteps, inputsOf } from '../assessment/instrument.ts';
import { namesIn } from '../assessment/names-in.ts';
import { scoringOf } from '../assessment/scoring/scoring.ts';
import type { RunScene } from './context.ts';
import { refOf } from './place.ts';
import type { Reply } from './reply.ts';

/** What is told of entries that were written, and how the figures stand now. */
export function notedReply(
  scene: RunScene,
  entries: readonly Entry[],
  left: readonly AnswerKey[] = [],
): Extract<Reply, { kind: 'noted' }> {
  const { instrument, run } = scene;
  const growing = growingAt(scene, entries);
  return {
    kind: 'noted',
    ...refOf(instrument),
    entries: toldOf(scene, entries),
    names: namesIn(run.answers),
    ...(growing && { growing }),
    ...(left.length > 0 && { left }),
  };
}

/**
 * All that is known of the items that were spoken of, so that nobody wonders what became of what they said before. A
 * question outside the lists has no item: of it what was said now is told.
 */
function toldOf({ instrument, run }: RunScene, entries: readonly Entry[]): Entry[] {
  if (entries.every(({ key }) => !key.includes('.'))) return [...entries];
  const items = [...new Set(entries.map(({ key }) => key.slice(0, key.lastIndexOf('.') + 1)))];
  const asked = cardSteps(instrument).filter(({ step }) => !step.aside);
  return items.flatMap(item => {
    const told = asked.flatMap(({ step }) => {
      const fields = inputsOf(step).map(({ id }) => item + id);
      const given = fields.flatMap(key => {
        const value = run.answers[key];
        return value === undefined ? [] : [{ key, value }];
      });
      return given.length === 0 ? [] : [{ given, spoken: entries.some(({ key }) => fields.includes(key)) }];
    });
    const close = told.length > MOST_STEPS_TOLD ? told.filter(({ spoken }) => spoken) : told;
    // Of an item that was only named, its name.
    return close.length > 0
      ? close.flatMap(({ given }) => given)
      : entries.filter(({ key }) => key.startsWith(item));
  });
}

/** Of an item with more cards than these, only those that were spoken of are told. */
const MOST_STEPS_TOLD = 2;

/** How the figures stand now, when what was said is all of one place. */
function growingAt({ instrument, run }: RunScene, entries: readonly Entry[]) {
  const places = entries.flatMap(({ key }) => {
    const card = cardAsking(instrument, run.answers, key);
    return card ? [card.at] : [];
  });
  const [first] = places;
  const same = new Set(places.map(at => at[0]?.item)).size === 1;
  return first && same ? scoringOf(instrument).growing?.(instrument, run.answers, first) : undefined;
}
