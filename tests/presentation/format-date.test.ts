import { describe, expect, it, vi } from 'vitest';
import { LOCALES, type Locale } from '../../src/conversation/locale.ts';
import { formatMoment } from '../../src/presentation/format-date.ts';

/** A moment of summer time, ten to midnight in Finland. */
const AT = Date.UTC(2026, 8, 30, 20, 50);

describe('a moment in Finland', () => {
  const written: [Locale, RegExp][] = [
    ['fi', /^30\.9\.2026\D+23[.:]50$/],
    ['sv', /^30\.9\.2026\D+23[.:]50$/],
    ['en', /^30\/09\/2026\D+23:50$/],
  ];
  it.each(written)('is written as %s writes it', (locale, expected) => {
    expect(formatMoment(locale, AT)).toMatch(expected);
  });

  it('makes no formatter: those of a transcript, one a line, stayed in memory outside the heap', () => {
    const made = vi.spyOn(Intl, 'DateTimeFormat');
    for (const locale of LOCALES) formatMoment(locale, AT);
    expect(made).not.toHaveBeenCalled();
    made.mockRestore();
  });
});
