/** Replies are kept as ids: what they name may be gone when they are read again. */
import { describe, expect, it } from 'vitest';
import { MissingText } from '../../src/conversation/translate.ts';
import { EVERY_REPLY, ref } from './every-reply.ts';
import { CONTEXT, changed, SCREENS, say } from './rendering.ts';

const NOTICE = 'Tätä viestiä ei voi enää näyttää, koska sen sisältö on poistettu käytöstä.';
/** They name no more of the instrument than its title. */
const NEEDING_NONE = ['note-offered', 'part-begun', 'earlier-taken'];
/** A municipality's stair is compared by the same words whatever it was asked in; levels are named by their instrument. */
const COMPARING = ['compare-asked', 'compared'];
const inDialog = EVERY_REPLY.filter(
  reply =>
    'version' in reply &&
    !NEEDING_NONE.includes(reply.kind) &&
    !(COMPARING.includes(reply.kind) && reply.dialog === 'quick-check'),
);

describe.each(SCREENS)('on the screen %s', screen => {
  it('an instrument that is no longer kept leaves a short notice', () => {
    const context = { ...CONTEXT, instrument: () => undefined };
    for (const reply of inDialog) {
      const [message] = say(reply, { screen, context });
      expect([reply.kind, message?.text]).toEqual([reply.kind, NOTICE]);
    }
  });

  it('so does a step that the instrument no longer has', () => {
    const [message, ...more] = say({ kind: 'explanation', ...ref, step: 'gone', names: {} }, { screen });
    expect([message?.text, more]).toEqual([NOTICE, []]);
  });

  it('and a text that is gone', () => {
    const translate = changed(key => {
      if (key.startsWith('quick-check:')) throw new MissingText(key);
    });
    const [message] = say(
      { kind: 'explanation', ...ref, step: 'need', names: {} },
      { screen, context: { ...CONTEXT, translate } },
    );
    expect(message?.text).toBe(NOTICE);
  });
});
