/** Somebody in the chat who writes, presses, and reads everything that is shown. */
import type { Locale } from '../../src/conversation/locale.ts';
import { buttonsIn, openChat, type WireActivity } from '../support/robot.ts';

export interface Heard {
  /** Every word shown: texts, cards, buttons, addresses of links. */
  readonly words: string;
  /** The data of the buttons that can be pressed. */
  readonly buttons: readonly Record<string, unknown>[];
  readonly activities: readonly WireActivity[];
}

export interface Person {
  readonly conversationId: string;
  /** What the bot said of itself when the chat opened. */
  readonly greeted: Heard;
  /** Writes words or presses a button; what the bot answered to it. */
  say(what: string | object): Promise<Heard>;
  /** Everything in the conversation so far. */
  everything(): Promise<Heard>;
}

export async function personAt(address: string, locale: Locale = 'fi'): Promise<Person> {
  const robot = await openChat(address, { locale });
  return {
    conversationId: robot.conversationId,
    greeted: heard(await robot.everything()),
    everything: async () => heard(await robot.everything()),
    say: async what => {
      const { status } = await robot.send(what);
      if (status !== 200) throw new Error(`${JSON.stringify(what)} was answered ${status}`);
      const all = await robot.everything();
      return heard(all.slice(all.findLastIndex(({ from }) => from.role === 'user') + 1));
    },
  };
}

function heard(activities: readonly WireActivity[]): Heard {
  const said = activities.filter(({ from, type }) => from.role !== 'user' && type === 'message');
  return { words: wordsIn(said), buttons: buttonsIn(said), activities };
}

const SHOWN = ['text', 'title', 'label', 'placeholder', 'altText', 'errorMessage', 'url', 'value'];

/** What any part of these activities shows, each on a line. A link inside a text keeps its address. */
export function wordsIn(node: unknown): string {
  return linesIn(node)
    .join('\n')
    .replaceAll(/[\u00a0\u202f]/g, ' ');
}

function linesIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(linesIn);
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([name, value]) =>
    typeof value === 'string' ? (SHOWN.includes(name) ? [value] : []) : linesIn(value),
  );
}

/** The addresses of files that a text offers to save. */
export function fileLinks({ words }: Pick<Heard, 'words'>): string[] {
  return [...new Set(words.match(/https?:\/\/[^\s)"]+\/files\/[^\s)"]+/g) ?? [])];
}
