import type { Block } from '../view.ts';
import type { Voice } from '../voice.ts';

/** A link to pass on; where its code cannot be told any more, as after a change of the server's secret, that it is gone. */
export function linkBlock({ t }: Voice, url: string | undefined): Block {
  return url === undefined
    ? { block: 'text', text: t('bot:link.gone') }
    : { block: 'links', links: [{ label: '', text: url, url }] };
}
