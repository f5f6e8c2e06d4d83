import type { PageTexts } from '../src/http/page-texts.ts';
import { type Activity, textField } from './activity.ts';
import { newActivityId } from './activity-id.ts';
import type { CardPress } from './cards.ts';
import { ownWords } from './message.ts';
import type { Transcript } from './transcript.ts';

/** What the person says: on the screen at once, and on its way until the server has it. */
export interface Outbox {
  /** Resolves once it is taken, or has failed. */
  readonly press: (press: Omit<CardPress, 'button'>) => Promise<void>;
  readonly say: (words: string) => void;
  /** The server tells of a line of the person's: one sent from here is known, any other is shown. */
  readonly heard: (activity: Activity) => void;
}

export interface OutboxOptions {
  readonly page: Document;
  readonly texts: () => PageTexts;
  readonly locale: () => string;
  readonly transcript: Transcript;
  readonly post: (activity: Activity) => Promise<string>;
  /** Called with the line as it is shown, before it is sent. */
  readonly sent: (cause: 'press' | 'words', line: HTMLElement) => void;
  readonly announce: (text: string, locale: string) => void;
}

/** Below this nobody would have read that it is being sent. */
const SHOW_SENDING_MS = 1_500;

export function createOutbox(options: OutboxOptions): Outbox {
  const { transcript, locale } = options;
  const own = new Map<string, HTMLElement>();

  const send = (activity: Activity, cause: 'press' | 'words') => {
    const { element } = transcript.put(activity, 'own');
    own.set(idOf(activity) ?? '', element);
    options.sent(cause, element);
    return deliver({ activity, element, options });
  };
  return {
    press: ({ label, data }) => {
      const shown = { postBack: true, messageBack: { displayText: label } };
      return send({ ...newMessage(locale(), shown), value: data }, 'press');
    },
    say: text => void send({ ...newMessage(locale()), text, textFormat: 'plain' }, 'words'),
    heard: activity => {
      const element = own.get(idOf(activity) ?? '');
      if (element) transcript.adopt(element, activity.id);
      else if (ownWords(activity)) transcript.put(activity, 'own');
    },
  };
}

/** Under an id of its own, which the server knows it by when it comes again. */
function newMessage(locale: string, channelData: object = {}): Activity {
  return {
    type: 'message',
    locale,
    timestamp: new Date().toISOString(),
    channelData: { clientActivityID: newActivityId(), ...channelData },
  };
}

function idOf({ channelData }: Activity): string | undefined {
  return textField(channelData, 'clientActivityID');
}

interface Delivery {
  readonly activity: Activity;
  readonly element: HTMLElement;
  readonly options: OutboxOptions;
}

/** The same activity, with the same id, is what a retry sends: the server takes it once. */
function deliver(delivery: Delivery): Promise<void> {
  const { activity, options } = delivery;
  const slow = setTimeout(() => showStatus(delivery, 'sending'), SHOW_SENDING_MS);
  return options.post(activity).then(
    () => {
      clearTimeout(slow);
      showStatus(delivery, 'sent');
    },
    () => {
      clearTimeout(slow);
      showStatus(delivery, 'unsent');
      options.announce(options.texts().unsent, options.locale());
    },
  );
}

function showStatus(delivery: Delivery, status: 'sending' | 'sent' | 'unsent'): void {
  const { element, options } = delivery;
  element.querySelector('.status')?.remove();
  element.dataset.status = status;
  if (status === 'sent') return;
  const line = options.page.createElement('p');
  line.className = 'status';
  line.lang = options.locale();
  line.append(status === 'sending' ? options.texts().sending : `${options.texts().unsent} `);
  if (status === 'unsent') line.append(resendButton(delivery));
  element.append(line);
}

function resendButton(delivery: Delivery): HTMLElement {
  const { page, texts } = delivery.options;
  const button = page.createElement('button');
  button.type = 'button';
  button.textContent = texts().resend;
  button.addEventListener('click', () => {
    delivery.element.focus({ preventScroll: true });
    showStatus(delivery, 'sending');
    void deliver(delivery);
  });
  return button;
}
