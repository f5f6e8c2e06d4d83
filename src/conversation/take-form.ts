import type { Entry } from '../assessment/answers.ts';
import { type Card, fieldsOf } from '../assessment/walk.ts';
import type { RunScene, Turn } from './context.ts';
import { choicesOn } from './naming/naming.ts';
import { readFact } from './naming/read-fact.ts';
import { notUnderstood } from './not-understood.ts';
import { openCard } from './place.ts';
import { suggestReading } from './side-questions.ts';
import { takeCard, takeSaid } from './take.ts';

/**
 * "Kaikki täysin", "hakemus täysin, arkistointi osin": what a message says of several fields of the open form, by their
 * names or of all at once. "Kaikki paitsi hakemus" leaves open how the one is that it takes out, and is refused. Undefined
 * when any part says something else, or not for sure.
 */
export function takeFormWords(scene: RunScene, text: string): Turn | undefined {
  if (scene.session.pending?.kind !== 'step') return undefined;
  const card = openCard(scene);
  if (card && takesOut(scene, card, text)) return notUnderstood(scene);
  const entries = card && entriesIn(scene, card, text);
  if (!card || !entries) return undefined;
  if (isAllAlone(scene, text)) return suggestReading(scene, entries);
  const said = new Set(entries.map(({ key }) => key));
  const whole = fieldsOf(scene.definition, card, scene.run.answers).every(({ key }) => said.has(key));
  return whole ? takeCard(scene, card, { entries }) : takeSaid(scene, entries);
}

function entriesIn(scene: RunScene, { step, at }: Card, text: string): Entry[] | undefined {
  const choices = choicesOn(step);
  if (choices.length < 2 || at.length > 0) return undefined;
  const facts = text.split(/[,;\n]/).map(part => readFact(scene, part, { table: [], choices, numbers: [] }));
  if (!facts.every(fact => fact?.sure)) return undefined;
  const said = new Map(facts.flatMap(fact => Object.entries(fact?.said ?? {})));
  return [...said].map(([key, value]) => ({ key, value }));
}

/** "Kaikki" by itself may say which, and not how far. */
function isAllAlone(scene: RunScene, text: string): boolean {
  return marksIn(scene, text).some(({ id, from, to }) => id === 'all' && to - from === text.trim().length);
}

function takesOut(scene: RunScene, { step, at }: Card, text: string): boolean {
  if (choicesOn(step).length < 2 || at.length > 0) return false;
  const marks = marksIn(scene, text).map(({ id }) => id);
  return marks.includes('except') && marks.includes('all');
}

function marksIn({ context, definition, session }: RunScene, text: string) {
  return context.naming(definition, session.locale).marks.find(text);
}
