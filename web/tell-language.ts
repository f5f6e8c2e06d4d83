import type { Activity } from './activity.ts';
import { newActivityId } from './activity-id.ts';
import type { DirectLine } from './direct-line.ts';
import type { Language } from './language.ts';

/** Tells the bot what language the person chose, at once or as soon as there is a connection. */
export function tellLanguage(directLine: DirectLine, language: Language): void {
  let connected = false;
  // What is never taken is told again with the next choice.
  const tell = () => void directLine.post(choiceOf(language.current())).catch(() => undefined);
  language.choices.subscribe(() => connected && tell());
  directLine.health.subscribe(({ kind }) => {
    if (kind === 'down' || connected) return;
    connected = true;
    if (language.wanted()) tell();
  });
}

function choiceOf(locale: string): Activity {
  return {
    type: 'event',
    name: 'locale',
    value: locale,
    locale,
    channelData: { clientActivityID: newActivityId() },
  };
}
