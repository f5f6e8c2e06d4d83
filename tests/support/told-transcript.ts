/** What a played conversation looks like to people: its replies as they are drawn. */
import { expect } from 'vitest';
import type { Locale } from '../../src/conversation/locale.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import { newSession } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import type { Screen } from '../../src/presentation/context.ts';
import { render } from '../../src/presentation/render.ts';
import { renderContext, shippedContext } from './real-context.ts';
import { inputOf, type Played } from './transcript.ts';

/** A message of Teams takes 28 KB; some of it goes to what carries the card. */
export const MOST_BYTES = 25_000;

/** A message each: its text on plain screens, its JSON on others. */
export function drawn(replies: readonly Reply[], screen: Screen, locale: Locale = 'fi'): string[] {
  return replies.flatMap(reply =>
    render({ locale, reply }, screen, renderContext).map(activity =>
      screen === 'text' ? (activity.text ?? '') : JSON.stringify(activity),
    ),
  );
}

/** The last reply in plain words, a message after the other. */
export function told({ replies }: Pick<Played, 'replies'>): string[] {
  return drawn(replies.slice(-1), 'text').flatMap(text => text.replaceAll('\u00a0', ' ') || []);
}

/** Every reply to what is said is drawn on every screen, whole, and is light enough for Teams. */
export function expectDrawnEverywhere(
  said: readonly string[],
  { locale, now = 0 }: { readonly locale: Locale; readonly now?: number },
): void {
  let session = newSession(locale);
  for (const words of said) {
    const turn = takeTurn({ context: shippedContext, session, now }, inputOf(words, session));
    session = turn.session;
    for (const screen of ['cards', 'teams', 'text'] as const)
      for (const reply of turn.replies)
        for (const activity of render({ locale, reply }, screen, renderContext)) {
          const json = JSON.stringify(activity);
          expect(json).not.toMatch(/undefined|\{\{|poistettu käytöstä/);
          expect(Buffer.byteLength(json)).toBeLessThan(MOST_BYTES);
        }
  }
}
