import type { Locale } from '../conversation/locale.ts';
import type { Translate } from '../conversation/translate.ts';
import { escapeHtml } from '../reports/escape-html.ts';

export type StaffCounts = readonly { event: string; step: string; times: number }[];

export interface StaffPageOptions {
  readonly t: Translate;
  readonly locale: Locale;
  readonly steps: readonly { id: string; name: string }[];
  readonly counts: StaffCounts;
}

const TOTALS = ['started', 'finished', 'reprompted', 'contact', 'feedback-up', 'feedback-down'] as const;

/** How the service is doing, in two tables: totals, and where people stop. */
export function staffPage({ t, locale, steps, counts }: StaffPageOptions): string {
  const times = (event: string, step?: string) =>
    counts
      .filter(one => one.event === event && (step === undefined || one.step === step))
      .reduce((sum, one) => sum + one.times, 0);
  const totals = TOTALS.map(event => [t(`staff:events.${event}`), times(event)] as const);
  const rows = steps.map(
    ({ id, name }) => [name, times('asked', id), times('answered', id), times('reprompted', id)] as const,
  );
  const heads = [
    t('staff:step'),
    t('staff:events.asked'),
    t('staff:events.answered'),
    t('staff:events.reprompted'),
  ];
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(t('staff:title'))}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(t('staff:title'))}</h1>
<p>${escapeHtml(t('staff:about'))}</p>
${table(t('staff:totals'), [t('staff:event'), t('staff:times')], totals)}
${table(t('staff:by-step'), heads, rows)}
</main>
</body>
</html>
`;
}

function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly [string, ...number[]])[],
): string {
  const head = heads.map(text => `<th scope="col">${escapeHtml(text)}</th>`).join('');
  const body = rows.map(([name, ...numbers]) => {
    const cells = numbers.map(number => `<td>${number}</td>`).join('');
    return `<tr><th scope="row">${escapeHtml(name)}</th>${cells}</tr>`;
  });
  return `<table><caption>${escapeHtml(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

const STYLE = `
body { margin: 2rem auto; max-width: 44rem; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #1a1f2b; background: #fff; }
table { border-collapse: collapse; width: 100%; margin: 2rem 0; }
caption { text-align: left; font-weight: 600; padding-bottom: .5rem; }
th, td { border-bottom: 1px solid #c9ced6; padding: .5rem; text-align: right; }
th:first-child { text-align: left; font-weight: 400; }
thead th { font-weight: 600; }
`;
