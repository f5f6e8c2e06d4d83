/** Wires the page of results that are shared by a link. */

import { resumeCodeIn } from '../conversation/resume-code.ts';
import type { NotFound } from '../http/not-found.ts';
import { createSharedPage } from '../http/shared-page.ts';
import type { Site } from '../http/site.ts';
import type { RenderContext } from '../presentation/context.ts';
import { isWithdrawal } from '../presentation/withdrawn.ts';
import type { SavedFiles } from '../saving/saved-files.ts';
import { sharedReport } from '../saving/shared-report.ts';
import { createLinks } from '../turns/links.ts';
import { keyOfCode } from '../turns/resume-codes.ts';
import type { Foundation } from './foundation.ts';

export interface SharedParts {
  readonly notFound: NotFound;
  readonly render: RenderContext;
  readonly pdf: SavedFiles['shared'];
}

export function sharedResults(base: Foundation, { notFound, render, pdf }: SharedParts): Site {
  const { config, content, addressOf, store, log, now } = base;
  const links = createLinks(store);
  const parts = { content, render, authority: config.authority.name, now };
  return createSharedPage({
    addressOf,
    translate: content.translate,
    defaultLocale: config.defaultLocale,
    find: async given => {
      const code = resumeCodeIn(given);
      return code === undefined ? undefined : links.find(keyOfCode('link', code));
    },
    report: (shared, locale) => {
      try {
        return sharedReport(parts, shared, locale);
      } catch (error) {
        if (isWithdrawal(error, shared.dialog)) return undefined;
        throw error;
      }
    },
    pdf,
    notFound,
    onFailure: error => log.error({ error }, 'a shared result could not be shown'),
    now,
  });
}
