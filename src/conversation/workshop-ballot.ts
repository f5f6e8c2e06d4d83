/** A ballot as its card sends it: each question under its key, behind a mark that no other field bears. */
import type { AnswerKey, Answers, Value } from '../assessment/answers.ts';
import { checkAnswer } from '../assessment/check-answers.ts';
import type { Instrument } from '../assessment/instrument.ts';
import { type Asked, ballotPart } from '../assessment/workshop/ballot.ts';
import { answersTo } from '../assessment/workshop/spread.ts';
import { newRun } from './beginning.ts';
import type { RunScene, Scene } from './context.ts';
import type { Press } from './press.ts';
import { readValue } from './read-value.ts';
import type { Judged } from './workshop.ts';

type WorkshopPress = Press & { do: 'workshop' };

/** The name of a question on the card. */
export function ballotField(key: AnswerKey): string {
  return `q:${key}`;
}

/** What was answered; undefined where nothing was, or something that no card of ours offers. */
export function ballotIn(
  instrument: Instrument,
  { at }: Judged,
  press: WorkshopPress,
): Readonly<Record<string, string>> | undefined {
  const sent = sentIn(ballotPart(instrument, at)?.questions ?? [], press);
  const wrong = sent.some(({ asked, text }) => !answersTo(instrument, asked).includes(text));
  if (wrong || sent.length === 0) return undefined;
  return Object.fromEntries(sent.map(({ asked, text }) => [asked.field.key, text]));
}

/** What a group settles on: choices, and numbers as somebody wrote them. What cannot be read is left out. */
export function agreedIn(run: RunScene, { at }: Judged, press: WorkshopPress): Answers {
  const part = ballotPart(run.instrument, at);
  const sent = sentIn([...(part?.questions ?? []), ...(part?.numbers ?? [])], press);
  return Object.fromEntries(
    sent.flatMap(({ asked, text }) => {
      const { card, field } = asked;
      const read = readValue(run, field, text);
      if (read.kind !== 'value') return [];
      const where = { input: field.input, at: card.at, answers: run.run.answers };
      return checkAnswer(run.instrument, where, read.value) ? [] : [[field.key, read.value] as const];
    }),
  );
}

/** One of them, as the page sends it; undefined where it cannot be read. */
export function readAgreed(
  scene: Scene,
  judged: Judged,
  { key, value }: { readonly key: AnswerKey; readonly value: string },
): Value | undefined {
  const instrument = scene.context.instrument(judged.dialog, judged.version);
  const press = { do: 'workshop', act: 'lock', [ballotField(key)]: value } as const;
  return instrument && agreedIn(newRun(scene, instrument), judged, press)[key];
}

function sentIn(asked: readonly Asked[], press: WorkshopPress): { asked: Asked; text: string }[] {
  return asked.flatMap(one => {
    const name = ballotField(one.field.key);
    const text = Object.hasOwn(press, name) ? press[name] : undefined;
    return typeof text === 'string' && text !== '' ? [{ asked: one, text }] : [];
  });
}
