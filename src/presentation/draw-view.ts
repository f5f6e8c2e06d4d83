import { LANGUAGE_TAGS } from '../conversation/locale.ts';
import type { OutgoingActivity } from './activity.ts';
import { drawCard } from './card/draw-card.ts';
import { drawText } from './text/draw-text.ts';
import type { View } from './view.ts';
import type { Voice } from './voice.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';

/** A card where there is more than a line to show and the screen draws cards; else plain text. */
export function drawView(view: View, { screen, locale }: Voice): OutgoingActivity {
  const text = drawText(view);
  const activity: OutgoingActivity = {
    type: 'message',
    ...(view.id !== undefined && { id: view.id }),
    locale: LANGUAGE_TAGS[locale],
    inputHint: view.expects === 'answer' ? 'expectingInput' : 'acceptingInput',
  };
  if (screen === 'text' || !needsCard(view)) return { text, textFormat: 'plain', ...activity };
  const content = drawCard(view, { text, screen, locale });
  // No `text` beside a card: both would be drawn.
  return { summary: text, attachments: [{ contentType: CARD, content }], ...activity };
}

/** A single line of text needs no card: in a bubble of its own it is the calmest. */
function needsCard({ blocks }: View): boolean {
  return blocks.length > 1 || blocks.some(({ block }) => block !== 'text');
}
