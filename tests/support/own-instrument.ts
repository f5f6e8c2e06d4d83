/** The worked example of docs/writing-dialogs.md, loaded as a municipality's own instrument beside the shipped ones. */
import { join } from 'node:path';
import { conversationContext } from '../../src/app/conversation-context.ts';
import { type Content, findRoot, loadContent } from '../../src/content/load-content.ts';
import type { ConversationContext } from '../../src/conversation/context.ts';
import type { RenderContext } from '../../src/presentation/context.ts';

const root = findRoot(import.meta.dirname);
export const EXAMPLE = join(root, 'tests/fixtures/example');

interface OwnInstrument {
  readonly content: Content;
  readonly rendering: RenderContext;
  readonly context: ConversationContext;
}

/** What the running bot works with when `CONTENT_DIR` is this folder. */
export function withInstruments(own: string): OwnInstrument {
  const content = loadContent({ own });
  const offered = content.instruments.map(({ id }) => id);
  const { actions, actionsVersion, instrument, translate } = content;
  const rendering: RenderContext = {
    translate,
    instrument,
    actions,
    actionsVersion,
    offered,
    publicUrl: 'https://bot.example',
    contact: { unit: 'Tietohallinto' },
    retentionDays: 30,
  };
  return { content, rendering, context: conversationContext(content, rendering) };
}
