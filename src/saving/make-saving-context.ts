import { nameIn } from '../assessment/register.ts';
import { type Content, isApproved } from '../content/load-content.ts';
import type { Run } from '../conversation/session.ts';
import type { RenderContext } from '../presentation/context.ts';
import type { SavingContext } from './saved-exchange.ts';

/** What a saved file tells beside the conversation: plain data. */
export interface SavingFacts
  extends Pick<RenderContext, 'contact' | 'retentionDays' | 'publicUrl'>,
    Pick<SavingContext, 'authority' | 'at'> {}

/** Which instrument the answers were given to. */
export type SavingRun = Pick<Run, 'dialog' | 'version'>;

/** The same in the server and in the thread that makes files, from the content that each has read. */
export function makeSavingContext(
  content: Content,
  { authority, at, contact, retentionDays, publicUrl }: SavingFacts,
  { run, onDefect }: { run: SavingRun | undefined; onDefect: NonNullable<RenderContext['onDefect']> },
): SavingContext {
  const { translate, instrument, instruments, actions, actionsVersion } = content;
  return {
    render: {
      translate,
      instrument,
      actions,
      actionsVersion,
      ...(isApproved(content) && { approval: 'all' }),
      offered: instruments.map(({ id }) => id),
      municipality: (code, locale) => nameIn(content.register('municipalities'), code, locale),
      contact,
      retentionDays,
      publicUrl,
      onDefect,
    },
    authority,
    instrument: run && instrument(run.dialog, run.version),
    at,
  };
}
