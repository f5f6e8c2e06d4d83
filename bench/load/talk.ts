/** What a person says next, found in what the bot said last: the nonce of each question is read from its card. */
import type { Job } from './job.ts';

export type Say = { kind: 'joined' } | { kind: 'text'; text: string } | { kind: 'press'; value: object };

/** `more`: the reply to this turn is not all there yet. */
export type Heard = 'more' | 'done' | 'finished';

export interface Talk {
  readonly conversation: string;
  say(): Say;
  /** Takes in all that has come since the last `say`. */
  hear(text: string): Heard;
}

let conversations = 0;
const RUN = process.pid.toString(36);

export function newTalk({ talk, stored }: Job): Talk {
  const conversation = `bench-${RUN}-${conversations++}`;
  switch (talk) {
    case 'echo':
      return saying(conversation, 'hello', 'Echo: ');
    case 'choices':
      return saying(conversation, 'Kyllä', '"message"');
    case 'status':
      return status(storedName(Math.floor(Math.random() * (stored ?? 1))));
    case 'quick-check':
      return quickCheck(conversation);
  }
}

/** The names that the filler of the store gives. */
export function storedName(index: number): string {
  return `stored-${index}`;
}

function saying(conversation: string, text: string, expected: string): Talk {
  return {
    conversation,
    say: () => ({ kind: 'text', text }),
    hear: heard => (heard.includes(expected) ? 'done' : 'more'),
  };
}

function status(conversation: string): Talk {
  return {
    conversation,
    say: () => ({ kind: 'press', value: { do: 'command', name: 'status' } }),
    hear: heard => (heard.includes('"summary"') || heard.includes('"text"') ? 'finished' : 'more'),
  };
}

const QUESTION = /"do":"(answer|form)","step":"([a-z-]+)","nonce":"([0-9a-z]+)"/g;
const SUMMARY = '"name":"finish"}';
const RESULT = '"do":"feedback"';
const VALUES = ['yes', 'partly', 'yes', 'unknown', 'no', 'yes'];
const PHASES = ['application', 'initiation', 'handling', 'decision', 'invoicing', 'archiving', 'supervision'];
const FORM = Object.fromEntries(PHASES.map(phase => [`phase-${phase}`, 'partial']));

interface Question {
  readonly form: boolean;
  readonly step: string;
  readonly nonce: string;
}

function quickCheck(conversation: string): Talk {
  let stage: 'joining' | 'starting' | 'asking' | 'finishing' = 'joining';
  let open: Question | undefined;
  let answers = 0;
  const latest = (text: string) => {
    const found = [...text.matchAll(QUESTION)].map(([, kind, step = '', nonce = '']) => ({
      form: kind === 'form',
      step,
      nonce,
    }));
    return found.findLast(({ nonce }) => nonce !== open?.nonce);
  };
  return {
    conversation,
    say() {
      if (stage === 'joining') return { kind: 'joined' };
      if (stage === 'starting') return command('start');
      if (stage === 'asking' && open) return { kind: 'press', value: answerTo(open, answers++) };
      return command('finish');
    },
    hear(text) {
      if (stage === 'joining') {
        if (!text.includes('"name":"start"')) return 'more';
        stage = 'starting';
        return 'done';
      }
      if (stage === 'finishing') return text.includes(RESULT) ? 'finished' : 'more';
      const question = latest(text);
      if (question) {
        stage = 'asking';
        open = question;
        return 'done';
      }
      if (!text.includes(SUMMARY)) return 'more';
      stage = 'finishing';
      return 'done';
    },
  };
}

function command(name: string): Say {
  return { kind: 'press', value: { do: 'command', name } };
}

function answerTo({ form, step, nonce }: Question, index: number): object {
  if (form) return { do: 'form', step, nonce, ...(step === 'phases' && FORM) };
  const value = step === 'usage-rate' ? '85' : VALUES[index % VALUES.length];
  return { do: 'answer', step, nonce, value };
}
