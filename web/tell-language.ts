import type { Activity } from './activity.ts';
import type { DirectLine } from './direct-line.ts';
import type { Language } from './language.ts';

/** Tells the bot what language the person chose, at once or as soon as there is a connection. */
export function tellLanguage(directLine: DirectLine, language: Language): void {
  let connected = false;
  const tell = () => directLine.postActivity(choiceOf(language.current())).subscribe({});
  language.choices.subscribe({ next: () => connected && tell() });
  directLine.health$.subscribe({
    next: ({ kind }) => {
      if (kind === 'down' || connected) return;
      connected = true;
      if (language.wanted()) tell();
    },
  });
}

function choiceOf(locale: string): Activity {
  const clientActivityID = `locale.${Date.now().toString(36)}.${Math.random().toString(36).slice(2)}`;
  return { type: 'event', name: 'locale', value: locale, locale, channelData: { clientActivityID } };
}
