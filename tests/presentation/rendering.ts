/** Renders with the shipped content, and looks into what comes out. */
import * as z from 'zod';
import { LOCALES, type Locale } from '../../src/conversation/locale.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import type { OutgoingActivity } from '../../src/presentation/activity.ts';
import type { RenderContext, Screen } from '../../src/presentation/context.ts';
import { render } from '../../src/presentation/render.ts';
import { content } from '../support/content.ts';
import { EVERY_REPLY } from './every-reply.ts';

export const SCREENS: readonly Screen[] = ['cards', 'teams', 'text'];

export const CONTEXT: RenderContext = {
  translate: content.translate,
  instrument: content.instrument,
  actions: content.actions,
  actionsVersion: content.actionsVersion,
  offered: content.instruments.map(({ id }) => id),
  forResidents: content.instruments.flatMap(({ id, speaker }) => (speaker === 'resident' ? [id] : [])),
  publicUrl: 'https://portaat.example',
  contact: {
    unit: 'Digipalvelut',
    phone: '+358 8 123 4567',
    email: 'digi@example.fi',
    form: 'https://example.fi/lomake?(a)=1',
    hours: 'ma–pe 9–15',
  },
  retentionDays: 30,
};

export function say(
  reply: Reply,
  { locale = 'fi', screen = 'cards', context = CONTEXT }: Saying = {},
): readonly OutgoingActivity[] {
  return render({ locale, reply }, screen, context);
}

/** The texts of the context; before each is looked up, something is done that may throw. */
export function changed(before: (key: string) => void): RenderContext['translate'] {
  return locale => {
    const translate = CONTEXT.translate(locale);
    const look = (key: string, params?: Readonly<Record<string, string | number>>) => {
      before(key);
      return translate(key, params);
    };
    return Object.assign(look, { has: translate.has });
  };
}

interface Saying {
  readonly locale?: Locale;
  readonly screen?: Screen;
  readonly context?: RenderContext;
}

/** Every reply in every language on one screen, each with a name that tells which. */
export function everyRendering(screen: Screen, context = CONTEXT) {
  return EVERY_REPLY.flatMap((reply, index) =>
    LOCALES.map(locale => ({
      name: `${reply.kind} ${index} ${locale}`,
      reply,
      locale,
      activities: say(reply, { locale, screen, context }),
    })),
  );
}

export type Json = z.infer<typeof jsonSchema>;
const jsonSchema = z.record(z.string(), z.unknown());

/** The cards of these activities as they go over the wire. */
export function cardsOf(activities: readonly OutgoingActivity[]): Json[] {
  const contents = activities.flatMap(({ attachments }) => attachments ?? []).map(({ content }) => content);
  return contents.map(card => jsonSchema.parse(JSON.parse(JSON.stringify(card))));
}

/** Every object anywhere inside, the outermost first. */
export function nodesIn(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  const node = jsonSchema.safeParse(value);
  return node.success ? [node.data, ...Object.values(node.data).flatMap(nodesIn)] : [];
}

export function nodesOfType(value: unknown, type: string): Json[] {
  return nodesIn(value).filter(node => node.type === type);
}

/** What the plain-text screen shows, as one text; the space before a per cent sign as an ordinary one. */
export function textOf(reply: Reply, saying: Saying = {}): string {
  return say(reply, { ...saying, screen: 'text' })
    .flatMap(({ text }) => text ?? [])
    .join('\n\n')
    .replaceAll('\u00a0', ' ');
}
