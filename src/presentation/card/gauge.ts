import type { Block } from '../view.ts';
import type { Element } from './element.ts';
import { progressBar } from './progress-bar.ts';

/** Teams' own chart of a share, where there is one; elsewhere the bar that everybody draws. The title says it in words. */
export function gauge(block: Block & { block: 'progress' }): Element {
  const { text, done, total } = block;
  return {
    type: 'Chart.Gauge',
    title: text,
    value: done,
    min: 0,
    max: total,
    segments: [
      { legend: text, size: done, color: 'good' },
      // No legend is shown, yet Teams draws nothing of a chart with an empty one.
      { legend: `${total - done}/${total}`, size: total - done, color: 'neutral' },
    ],
    showLegend: false,
    valueFormat: 'Percentage',
    fallback: progressBar(block),
  };
}
