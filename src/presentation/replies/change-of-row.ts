import type { Row } from '../view.ts';
import type { Voice } from '../voice.ts';

/** The way to change what a row tells, by the card it is asked on. Teams shows six buttons in all, so there rows have none. */
export function changeOfRow(
  { t, screen }: Voice,
  { title, card }: { readonly title: string; readonly card: string },
): Pick<Row, 'change'> {
  if (screen === 'teams') return {};
  return {
    change: {
      label: t('bot:summary.change'),
      name: t('bot:summary.change-what', { question: title }),
      press: { do: 'go', to: card },
    },
  };
}
