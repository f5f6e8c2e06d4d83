import type { Activity } from './activity.ts';
import { createAnnouncer } from './announcer.ts';
import type { CardLoader } from './card-loader.ts';
import type { CardPress } from './cards.ts';
import { createCause } from './cause.ts';
import { createComposer } from './composer.ts';
import { createGreeting, pressKept } from './greeting.ts';
import { createJump } from './jump.ts';
import type { Language } from './language.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { elementOf } from './page-data.ts';
import { receive } from './receive.ts';
import { showArrived } from './show-arrived.ts';
import { removeSuggestions, showSuggestions } from './suggestions.ts';
import { createTranscript, type Transcript } from './transcript.ts';
import { walkWithArrows } from './transcript-keys.ts';
import { createViewWindow, type ViewWindow } from './view-window.ts';
import type { VisitKind } from './visit.ts';

export interface ChatOptions {
  readonly page: Document;
  readonly view: Window;
  readonly language: Language;
  readonly cards: CardLoader;
  readonly post: (activity: Activity) => Promise<string>;
  /** The person takes part: pressed or wrote something. */
  readonly onPart: () => void;
}

/** The conversation as it is seen and taken part in. */
export interface Chat {
  /** Shows a set of what was said. Sets are shown one after another. */
  readonly receive: (activities: readonly Activity[]) => void;
  /** How the person comes in, before anything is received. */
  readonly enter: (kind: Exclude<VisitKind, 'returning'>, by: 'itself' | 'choice') => void;
  /** Sends what was pressed or written before the script was there. */
  readonly sendKept: () => void;
  /** Presses what no card has, as a link to the page does. */
  readonly press: (press: { readonly label: string; readonly data: object }) => void;
  /** Says something as if it had been typed. */
  readonly say: (text: string) => void;
}

/** Times are written as the country does: English here is not American. */
const CLOCKS = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const;

export function createChat(options: ChatOptions): Chat {
  const { page, cards } = options;
  const parts = createParts(options);
  const { box, window, transcript, outbox, greeting, announce, jump, cause } = parts;

  const show = async (activities: readonly Activity[]) => {
    await cards.ready();
    elementOf(page, 'loading').hidden = true;
    const latest = transcript.latest();
    const following = !latest || window.seesEndOf(latest);
    const arrived = window.hold(latest, () => receive(activities, parts));
    if (arrived.length === 0) return;
    showSuggestions(box, arrived.at(-1)?.activity, { page, ...outbox });
    const question = () => transcript.question();
    const isWriting = () => page.activeElement === elementOf(page, 'words');
    showArrived(arrived, { cause: cause.take(), following }, { window, announce, jump, question, isWriting });
  };

  let shown = Promise.resolve();
  createComposer(page, outbox.say);
  walkWithArrows(box);
  return {
    receive: activities => {
      shown = shown.then(() => show(activities));
    },
    enter: (kind, by) => {
      if (kind === 'going-on') {
        greeting.element.remove();
        cause.replay(() => settle(transcript, by, window));
      } else if (by === 'choice') greeting.element.focus();
    },
    sendKept: () => pressKept(page, outbox.press),
    press: press => void outbox.press(press),
    say: text => void outbox.say(text),
  };
}

/** What was said before is on the screen: its latest message is what matters. */
function settle(transcript: Transcript, by: 'itself' | 'choice', window: ViewWindow): void {
  const latest = transcript.latest();
  if (!latest) return;
  window.show(latest);
  if (by === 'choice') latest.focus({ preventScroll: true });
}

function createParts(options: ChatOptions) {
  const { page, view, language, cards } = options;
  const box = elementOf(page, 'transcript');
  const window = createViewWindow(view, { box, chat: elementOf(page, 'chat-region') });
  const announce = createAnnouncer(page);
  const { texts } = language;
  const jump = createJump(page, window, texts);
  const cause = createCause();
  const transcript = createTranscript(box, {
    page,
    texts,
    drawCard: cards.drawCard,
    clock: () => CLOCKS[language.current()],
    pressed: press => pressOnce(press, outbox),
  });
  const outbox: Outbox = createOutbox({
    page,
    texts,
    locale: language.current,
    transcript,
    announce,
    post: options.post,
    sent: (by, line) => {
      cause.act(by);
      options.onPart();
      removeSuggestions(box);
      jump.withdraw();
      window.show(line);
    },
  });
  const greeting = createGreeting({ page, press: outbox.press });
  return { box, window, announce, jump, cause, transcript, outbox, greeting };
}

/** A second press of the same button on the way is a double click; another button is another answer. */
function pressOnce({ label, data, button }: CardPress, outbox: Outbox): void {
  if (button?.dataset.sending !== undefined) return;
  if (button) button.dataset.sending = '';
  void outbox.press({ label, data }).finally(() => button?.removeAttribute('data-sending'));
}
