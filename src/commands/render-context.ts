import type { Content } from '../content/load-content.ts';
import type { RenderContext } from '../presentation/context.ts';

/** What replies are drawn with where no server is: no address of a service, and an authority that is none. */
export function renderContext(content: Content): RenderContext {
  const { translate, instrument, instruments, actions, actionsVersion } = content;
  return {
    translate,
    instrument,
    actions,
    actionsVersion,
    offered: instruments.map(({ id }) => id),
    publicUrl: 'https://preview.example',
    contact: { unit: 'Esimerkkikunta' },
    retentionDays: 30,
  };
}
