import { MissingText } from '../conversation/translate.ts';

/** A reply names something of the content that is kept no longer. Replies are kept as ids, and read for weeks. */
class Withdrawn extends Error {
  override readonly name = 'Withdrawn';
}

/** What to throw for an id that stands for nothing: a kept reply of another form has none at all, which is our defect. */
export function missing(what: string, id: unknown): Error {
  return typeof id === 'string'
    ? new Withdrawn(`there is no ${what} ${id}`)
    : new TypeError(`no id of a ${what}`);
}

/** Texts that go when what they are of is withdrawn. All other texts are the bot's own words. */
const CATALOGUES = ['actions', 'sources'];

/** Whether content was withdrawn, and not something of ours broken. `dialog`: of the reply that was drawn. */
export function isWithdrawal(error: unknown, dialog: string | undefined): boolean {
  if (error instanceof Withdrawn) return true;
  if (!(error instanceof MissingText)) return false;
  const [namespace] = error.key.split(':');
  return [dialog, ...CATALOGUES].some(name => name === namespace);
}
