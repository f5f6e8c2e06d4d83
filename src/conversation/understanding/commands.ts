import type { Message } from './message.ts';
import type { AnswerReading, CommandReading, Reading } from './reading.ts';
import type { Item, Tag } from './tag.ts';

type CommandTag = Extract<Tag, { is: 'command' }>;

/** Strange words a phrase of several words may stand among and still be the command. */
const STRANGERS_TO_A_PHRASE = 3;

interface Said {
  readonly tag: CommandTag;
  readonly words: number;
}

/**
 * Decides between a command and the answer read from the same message. A command must stand alone or be a phrase of
 * its own; greetings and thanks always yield to an answer.
 */
export function withCommands(message: Message, answer: AnswerReading | undefined): Reading | undefined {
  const commands = message.items.flatMap(({ tag, words }) => (tag.is === 'command' ? [{ tag, words }] : []));
  const asked = distinct(commands.filter(({ tag }) => !isSmallTalk(tag)));
  const [command = commands[0]] = asked;
  if (!command || (asked.length === 0 && answer)) return answer;
  if (asked.length > 1) return offer((asked.find(({ tag }) => tag.sure) ?? command).tag);
  if (answer && !(answer.weak && command.words > 1)) return besideAnswer(command, answer);
  return byItself(message, command);
}

function byItself({ items }: Message, { tag, words }: Said): CommandReading | undefined {
  const rest = items.filter(item => !isWeightless(item));
  const strangers = rest.filter(item => item.tag.is === 'unknown').length;
  if (rest.length === 0) return reading(tag, tag.sure);
  if (strangers > STRANGERS_TO_A_PHRASE || rest.some(takesBack)) return undefined;
  if (words === 1 && isSmallTalk(tag)) return undefined;
  return reading(tag, tag.sure && words > 1 && strangers < words);
}

/** "Kyllä, seuraava" is an answer; anything else with an answer in it is asked about. */
function besideAnswer({ tag, words }: Said, answer: AnswerReading): Reading {
  if (tag.name === 'skip' || tag.name === 'resume') return answer;
  return words > 1 ? offer(tag) : { ...answer, sure: false };
}

function isSmallTalk({ name }: CommandTag): boolean {
  return name === 'greet' || name === 'thanks';
}

function takesBack({ tag }: Item): boolean {
  return tag.is === 'doubt' || tag.is === 'no' || (tag.is === 'value' && tag.value === 'no');
}

const WEIGHTLESS = new Set<Item['tag']['is']>([
  'command',
  'particle',
  'around',
  'aside',
  'and',
  'but',
  'so',
  'break',
]);

function isWeightless({ tag }: Item): boolean {
  return WEIGHTLESS.has(tag.is);
}

function distinct(commands: readonly Said[]): Said[] {
  return commands.filter(
    ({ tag }, at) =>
      commands.findIndex(
        other =>
          other.tag.name === tag.name && other.tag.locale === tag.locale && other.tag.dialog === tag.dialog,
      ) === at,
  );
}

function offer(tag: CommandTag): CommandReading {
  return reading(tag, false);
}

function reading({ name, locale, dialog }: CommandTag, sure: boolean): CommandReading {
  return { kind: 'command', name, sure, ...(locale && { locale }), ...(dialog !== undefined && { dialog }) };
}
