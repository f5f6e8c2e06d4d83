/** A card of states that was drawn before the workbook's list of states grew, and is pressed afterwards. */
import { expect, it } from 'vitest';
import type { ConversationContext } from '../../src/conversation/context.ts';
import { newSession, type Session } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { shippedContext } from '../support/real-context.ts';
import { inputOf } from '../support/transcript.ts';

/** While version 1 was in force. */
const before: ConversationContext = {
  ...shippedContext,
  current: dialog => shippedContext.instrument(dialog, '1.0.0') ?? shippedContext.current(dialog),
};

const said = (context: ConversationContext, session: Session, does: string) =>
  takeTurn({ context, session, now: 9 }, inputOf(does, session));

/** The states of one area saved, and those of the next before the person. */
const ROWS = ['[open workbook]', '[form areas=work,participation]', '[form startup-grants=none]', 'seuraava'];
const { session } = ROWS.reduce((turn, does) => said(before, turn.session, does), {
  session: newSession('fi'),
});

it('is told in one line, with nothing lost that had been saved and nothing written that it could not mean', () => {
  const asked = session.pending && 'step' in session.pending ? session.pending.step : undefined;
  expect(asked).toBe('participation.statuses.1');
  const after = said(shippedContext, session, '[form feedback=none]');
  expect(after.replies).toMatchObject([{ kind: 'notice', notice: 'version-moved' }, { kind: 'question' }]);
  expect(after.session.runs.workbook).toMatchObject({
    version: shippedContext.current('workbook')?.version,
    answers: { areas: ['work', 'participation'], 'work.startup-grants.status': 'none' },
  });
  expect(after.session.runs.workbook?.answers).not.toHaveProperty(['participation.feedback.status']);
  // Pressed once more it is an old card, and still nothing is lost.
  const again = said(shippedContext, { ...after.session, pending: session.pending }, '[form feedback=none]');
  expect(again.session.runs.workbook?.answers).toMatchObject({ 'work.startup-grants.status': 'none' });
});
