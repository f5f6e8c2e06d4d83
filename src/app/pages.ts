/** Wires what a browser opens: the page with the chat, the pages about the service, and those for staff. */
import { cardSteps, type Instrument } from '../assessment/instrument.ts';
import type { Translate } from '../conversation/translate.ts';
import type { DirectLine } from '../directline/direct-line.ts';
import { createDemo } from '../http/demo-page.ts';
import { createInfoPages, INFO_LINKS } from '../http/info-pages.ts';
import { createNames, namesAddresses } from '../http/names.ts';
import { createNotFound, type NotFound } from '../http/not-found.ts';
import { type PageAssets, pageAssets } from '../http/page-assets.ts';
import { createSite, type Site } from '../http/site.ts';
import { createStaff } from '../http/staff.ts';
import { greeting } from '../presentation/replies/greeting.ts';
import { voiceOf } from '../presentation/voice.ts';
import type { SavedFiles } from '../saving/saved-files.ts';
import type { Drawing } from './drawing.ts';
import type { Foundation } from './foundation.ts';
import { keptImport } from './kept-import.ts';
import { createPictures } from './pictures.ts';
import { sharedResults } from './shared-results.ts';

export interface Pages {
  /** The built browser files. */
  readonly assets: PageAssets;
  readonly sites: readonly Site[];
  readonly notFound: NotFound;
}

export interface PageParts {
  readonly drawing: Drawing;
  readonly files: Pick<SavedFiles, 'shared'>;
  readonly invite: DirectLine['invite'];
  /** Folder of the built browser files. */
  readonly webFolder: string;
}

export function createPages(base: Foundation, parts: PageParts): Pages {
  const { config, content } = base;
  const assets = pageAssets(parts.webFolder);
  const notFound = createNotFound({
    assets,
    translate: content.translate,
    defaultLocale: config.defaultLocale,
    authority: config.authority.name,
    links: INFO_LINKS,
  });
  return {
    assets,
    notFound,
    sites: [
      chatPage(base, { ...parts, assets, notFound }),
      createNames(content.instruments, notFound),
      infoPages(base, parts.drawing, assets),
      staffPages(base),
      ...keptImport(base, assets),
      sharedResults(base, { notFound, render: parts.drawing.context, pdf: parts.files.shared }),
      ...(base.purpose === 'trial'
        ? [createDemo({ assets, translate: content.translate, defaultLocale: config.defaultLocale })]
        : []),
    ],
  };
}

function chatPage(
  { config, content, address }: Foundation,
  { webFolder, assets, notFound, drawing, invite }: PageParts & { assets: PageAssets; notFound: NotFound },
): Site {
  return createSite({
    webFolder,
    assets,
    translate: content.translate,
    authority: config.authority.name,
    contact: config.authority.contact,
    links: INFO_LINKS,
    names: namesAddresses(content.instruments),
    defaultLocale: config.defaultLocale,
    greeting: locale =>
      greeting(voiceOf(locale, 'cards', drawing.context), { kind: 'greeting', returning: false }),
    invite,
    allowedOrigins: config.chat.allowedOrigins,
    publicUrl: address.publicUrl,
    notFound,
    pictures: createPictures(content),
  });
}

function infoPages({ config, content, address }: Foundation, { context }: Drawing, assets: PageAssets): Site {
  const { authority, statements, store, defaultLocale } = config;
  const { instruments, actions, actionsVersion, translate } = content;
  const { name, contact, responsibleRole } = authority;
  const facts = {
    ...statements,
    authority: name,
    contact,
    responsibleRole,
    retentionDays: store.ttlDays,
    collectedDays: store.collectedDays,
    keptDays: store.keptDays,
    register: context.prefilled ? ('asked' as const) : ('off' as const),
  };
  const approvals = [
    ...instruments.map(({ id, version, approved }) => ({ title: `${id}:title`, version, approved })),
    { ...actionsVersion, title: 'bot:result.next-steps' },
  ];
  const { publicUrl } = address;
  return createInfoPages({
    facts: { ...facts, publicUrl, instruments, actions, approvals },
    assets,
    translate,
    defaultLocale,
  });
}

/** What the steps of an instrument are called by themselves: an ellipsis stands for the items that each is gone through for. */
export function stepNames(instrument: Instrument, t: Translate): { id: string; name: string }[] {
  return cardSteps(instrument).map(({ step: { id }, lists }) => {
    const keys = ['steps', 'inputs'].map(group => `${instrument.id}:${group}.${id}.short`);
    const key = keys.find(one => t.has(one));
    const items = Object.fromEntries(lists.map(list => [list, '…']));
    return { id, name: key === undefined ? id : t(key, items) };
  });
}

function staffPages({ config, content, metrics, addressOf, purpose, now }: Foundation): Site {
  const { staffPassword: password, defaultLocale: locale } = config;
  const t = content.translate(locale);
  const steps = content.instruments.flatMap(instrument => stepNames(instrument, t));
  const proxied = purpose === 'trial' ? 'no' : 'perhaps';
  const { translate } = content;
  return createStaff({
    password,
    proxied,
    locale,
    steps,
    translate,
    metrics,
    clientAddress: addressOf,
    now,
  });
}
