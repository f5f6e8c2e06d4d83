/** Wires the drawing of replies: what they are drawn from, and the links to a conversation's own files. */

import type { Instrument } from '../assessment/instrument.ts';
import { nameIn } from '../assessment/register.ts';
import { isApproved } from '../content/load-content.ts';
import type { PrefillSource } from '../conversation/prefilling/source.ts';
import type { Said } from '../conversation/reply.ts';
import { CHANNEL } from '../directline/conversation-key.ts';
import { createSealer } from '../directline/sealed-token.ts';
import { createFileKeys, type FileKeys } from '../http/file-keys.ts';
import { teamsTabLink } from '../http/teams-tab-link.ts';
import type { OutgoingActivity } from '../presentation/activity.ts';
import type { RenderContext, Screen } from '../presentation/context.ts';
import { render } from '../presentation/render.ts';
import type { ConversationKey } from '../store/port.ts';
import { createResumeCodes } from '../turns/resume-codes.ts';
import { type Foundation, newName } from './foundation.ts';

export interface Drawing {
  readonly context: RenderContext;
  /** Keys to a conversation's files. */
  readonly keys: FileKeys;
  readonly draw: (said: Said, screen: Screen, key: ConversationKey) => readonly OutgoingActivity[];
  /** Logs what could not be drawn; the reference that the person is told. */
  readonly onDefect: (error: unknown, reference?: string) => string;
}

export function createDrawing(foundation: Foundation, prefill?: PrefillSource): Drawing {
  const { config, content, address, secrets, log, now } = foundation;
  const onDefect = tellingOf(log);
  const { publicUrl } = address;
  const shown: Omit<RenderContext, 'publicUrl'> = {
    onDefect: error => onDefect(error),
    translate: content.translate,
    instrument: content.instrument,
    actions: content.actions,
    actionsVersion: content.actionsVersion,
    ...(isApproved(content) && { approval: 'all' }),
    offered: content.instruments.map(({ id }) => id),
    followers: followersIn(content.instruments),
    forResidents: content.instruments.flatMap(({ id, speaker }) => (speaker === 'resident' ? [id] : [])),
    ...aboutServices(content, prefill),
    contact: config.authority.contact,
    retentionDays: config.store.ttlDays,
    ...behindCodes({ config, secrets, address }),
  };
  const context = addressed(shown, publicUrl);
  // Only our own page has room for the grid beside the chat, and the key to open it. Made once: drawn replies are kept by it.
  const onPage = addressed(
    { ...shown, gridLink: (dialog, card) => `${publicUrl()}/grid/${dialog}/${card}` },
    publicUrl,
  );
  const { teamsAppId } = config.channel;
  const keys = createFileKeys(createSealer(secrets.current), now);
  return {
    context,
    keys,
    draw: (said, screen, key) => {
      const made = key.channel === CHANNEL ? onPage : context;
      const linking = LINKING.has(said.reply.kind);
      return render(said, screen, linking ? withLinks(context, key, { keys, teamsAppId }) : made);
    },
    onDefect,
  };
}

function tellingOf(log: Foundation['log']): Drawing['onDefect'] {
  return (error, reference = newName().slice(0, 12)) => {
    log.error({ reference, error }, 'a reply could not be drawn');
    return reference;
  };
}

/** What is drawn of the register of services, and names of municipalities. */
function aboutServices(
  { register }: Foundation['content'],
  prefill: PrefillSource | undefined,
): Pick<RenderContext, 'municipality' | 'prefilled'> {
  return {
    municipality: (code, locale) => nameIn(register('municipalities'), code, locale),
    ...(prefill && { prefilled: prefill.dialogs }),
  };
}

/** What each instrument is followed by, as those that follow say. */
function followersIn(instruments: readonly Instrument[]): Readonly<Record<string, readonly string[]>> {
  const ids = instruments.map(({ id }) => id);
  return Object.fromEntries(
    ids.map(id => [id, instruments.flatMap(one => (one.follows.includes(id) ? [one.id] : []))]),
  );
}

/** The codes and links that replies show: a reply bears a seed alone, and the code is made of it as it is drawn. */
function behindCodes({
  config,
  secrets,
  address,
}: Pick<Foundation, 'config' | 'secrets' | 'address'>): Pick<
  RenderContext,
  'keptDays' | 'resumeCode' | 'shareLink' | 'partLink'
> {
  const { keptDays } = config.store;
  const codes = createResumeCodes(secrets.current);
  return {
    ...(keptDays > 0 && { keptDays, resumeCode: kept => codes.shown('kept', kept) }),
    shareLink: shared => {
      const code = codes.shown('link', shared);
      return code && `${address.publicUrl()}/r/${code}`;
    },
    partLink: part => {
      const code = codes.shown('part', part);
      // Behind the hash it goes to no server, and into none of their logs.
      return code && `${address.publicUrl()}/#code=${code}`;
    },
  };
}

/** The address is known once the server listens. */
function addressed(shown: Omit<RenderContext, 'publicUrl'>, publicUrl: () => string): RenderContext {
  return {
    ...shown,
    get publicUrl() {
      return publicUrl();
    },
  };
}

const LINKING: ReadonlySet<Said['reply']['kind']> = new Set(['files', 'kept-opened']);
const NAMES = {
  transcript: 'conversation',
  result: 'result',
  report: 'report',
  workbook: 'workbook',
  roadmap: 'roadmap',
  kept: 'kept',
};

interface LinkMaking {
  readonly keys: FileKeys;
  /** The app's id in the catalogue of Teams. */
  readonly teamsAppId: string | undefined;
}

/**
 * Adds the links to this conversation's own files and tab. A link is signed only when a reply shows it. Only our own chat
 * keeps what was said: elsewhere the channel does, and a link to it would open nothing.
 */
function withLinks(
  context: RenderContext,
  key: ConversationKey,
  { keys, teamsAppId }: LinkMaking,
): RenderContext {
  const fileLink: RenderContext['fileLink'] = (what, format) => {
    if (what === 'transcript' && key.channel !== CHANNEL) return undefined;
    return `${context.publicUrl}/files/${NAMES[what]}.${format}?key=${keys.issue(key)}`;
  };
  const tabLink: RenderContext['tabLink'] = () =>
    teamsAppId === undefined || !isPersonalTeams(key)
      ? undefined
      : teamsTabLink({ appId: teamsAppId, publicUrl: context.publicUrl, key: keys.issue(key) });
  return { ...context, fileLink, tabLink };
}

/** Threads of groups and channels begin with `19:` in Teams; the tab is a person's own. */
function isPersonalTeams({ channel, conversation }: ConversationKey): boolean {
  return channel === 'msteams' && !conversation.startsWith('19:');
}
