import type { PageTexts } from '../src/http/page-texts.ts';
import { type Activity, field } from './activity.ts';
import { elementOf } from './page-data.ts';

/** The bar above the chat. */
export interface Progress {
  /** Looks at what the bot sent: progress shows the bar; a result, or nothing to go through, takes it away. */
  readonly heard: (activity: Activity) => void;
  /** Says the same in the language of now. */
  readonly refresh: () => void;
}

interface Count {
  readonly answered: number;
  readonly total: number;
}

export function createProgress(page: Document, texts: () => PageTexts): Progress {
  let count: Count | undefined;

  const refresh = () => {
    for (const id of ['progress-bar', 'progress-value']) elementOf(page, id).hidden = !count?.total;
    if (count?.total) show(page, count, texts());
  };

  return {
    refresh,
    heard: ({ type, name, value }) => {
      if (type !== 'event') return;
      if (name === 'assessment/progress') count = countOf(value) ?? count;
      else if (name === 'assessment/result') count = undefined;
      else return;
      refresh();
    },
  };
}

function countOf(value: unknown): Count | undefined {
  const answered = field(value, 'answered');
  const total = field(value, 'total');
  return typeof answered === 'number' && typeof total === 'number' ? { answered, total } : undefined;
}

function show(page: Document, count: Count, { progressText, progressValue }: PageTexts): void {
  const bar = elementOf(page, 'progress-bar');
  // As attributes: the properties of that name are younger than the browsers that come here.
  bar.setAttribute('aria-valuenow', String(count.answered));
  bar.setAttribute('aria-valuemax', String(count.total));
  bar.setAttribute('aria-valuetext', filled(progressText, count));
  elementOf(page, 'progress-value').textContent = filled(progressValue, count);
  elementOf(page, 'progress-fill').style.inlineSize = `${(100 * count.answered) / count.total}%`;
}

function filled(text: string, { answered, total }: Count): string {
  return text.replace('{answered}', String(answered)).replace('{total}', String(total));
}
