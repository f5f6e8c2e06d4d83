import type { NamedItem } from '../../assessment/named-item.ts';
import type { Axis } from '../../assessment/sections/profile.ts';
import type { SectionOf } from '../../assessment/sections/section.ts';
import { itemName } from '../../presentation/dialog-texts.ts';
import { levelsWords } from '../../presentation/levels-words.ts';
import type { DrawnSection } from '../../presentation/sections/drawn-section.ts';
import type { Voice } from '../../presentation/voice.ts';
import type { ReportPart } from '../../reports/result/report.ts';

/** What the next level of every axis needs, for the whole report; the page for a council tells that of the weakest. */
export function lackingPart(
  voice: Voice,
  { instrument, section }: DrawnSection<SectionOf<'profile'>>,
): Omit<ReportPart, 'level'>[] {
  const { t } = voice;
  const lacking = section.axes.filter(({ next }) => next !== undefined);
  if (lacking.length === 0) return [];
  const name = (item: NamedItem) => itemName(voice, instrument, item);
  const caption = t('report:lacking');
  const head = [t(levelsWords(t, instrument.id, 'axis')), t('bot:profile.head'), t('bot:profile.next')];
  const rows = lacking.map(({ item, next }) => [
    name(item),
    String(next?.level ?? ''),
    statements(next, name),
  ]);
  return [{ in: 'full', heading: caption, blocks: [{ block: 'table', table: { caption, head, rows } }] }];
}

function statements(next: Axis['next'], name: (item: NamedItem) => string): string {
  return next ? [...next.open, ...next.unknown].map(name).join('; ') : '';
}
