import { isSeparating, type Message } from './message.ts';
import type { AnswerReading, CommandReading, Reading } from './reading.ts';
import type { Item, Tag } from './tag.ts';

type CommandTag = Extract<Tag, { is: 'command' }>;

/** Words beside a command that leave it a command: an object it may be about, or small talk. */
const STRANGERS_TO_A_PHRASE = 3;

/**
 * Decides between a command and the answer read from the same message. A command must stand alone or be a phrase of
 * its own; greetings and thanks always yield to an answer.
 */
export function withCommands(message: Message, answer: AnswerReading | undefined): Reading | undefined {
  const commands = message.items.flatMap(item => (item.tag.is === 'command' ? [{ ...item, tag: item.tag }] : []));
  const asked = distinct(commands.filter(({ tag }) => !isSmallTalk(tag)));
  const [command] = asked;
  if (!command) return answer ?? smallTalk(message, commands.map(({ tag }) => tag));
  if (asked.length > 1) return offer((asked.find(({ tag }) => tag.sure) ?? command).tag);
  if (answer) return besideAnswer(command, answer);
  const rest = message.items.filter(item => !isWeightless(item));
  if (rest.length === 0) return reading(command.tag, command.tag.sure);
  const strangers = rest.filter(({ tag }) => tag.is === 'unknown').length;
  const about = rest.every(({ tag }) => tag.is === 'unknown' || tag.is === 'topic' || tag.is === 'question');
  if (!about || strangers > STRANGERS_TO_A_PHRASE) return undefined;
  return reading(command.tag, command.tag.sure && command.words > 1 && strangers < command.words);
}

/** "Kyllä, seuraava" is an answer; anything else with an answer in it is asked about. */
function besideAnswer({ tag, words }: { tag: CommandTag; words: number }, answer: AnswerReading): Reading {
  if (tag.name === 'skip' || tag.name === 'resume') return answer;
  return words > 1 ? offer(tag) : { ...answer, sure: false };
}

function smallTalk({ items }: Message, said: readonly CommandTag[]): CommandReading | undefined {
  const [first] = said;
  return first && items.every(isWeightless) ? reading(first, first.sure) : undefined;
}

function isSmallTalk({ name }: CommandTag): boolean {
  return name === 'greet' || name === 'thanks';
}

function isWeightless(item: Item): boolean {
  const { is } = item.tag;
  return is === 'command' || is === 'particle' || is === 'around' || is === 'and' || is === 'but' || is === 'break' || isSeparating(item);
}

function distinct<T extends { tag: CommandTag }>(commands: readonly T[]): T[] {
  return commands.filter(
    ({ tag }, at) =>
      commands.findIndex(other => other.tag.name === tag.name && other.tag.locale === tag.locale) === at,
  );
}

function offer(tag: CommandTag): CommandReading {
  return reading(tag, false);
}

function reading({ name, locale }: CommandTag, sure: boolean): CommandReading {
  return { kind: 'command', name, sure, ...(locale && { locale }) };
}
