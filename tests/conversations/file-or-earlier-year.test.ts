/** A filled workbook that comes in where answers are: of today, or of an earlier year to stand beside them. */
import { describe, expect, it } from 'vitest';
import { type Answers, entriesOf } from '../../src/assessment/answers.ts';
import type { Turn } from '../../src/conversation/context.ts';
import { newSession, type Session } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { realContext } from '../support/real-context.ts';
import { inputOf } from '../support/transcript.ts';

const BEFORE: Answers = { 'work.job-matching.status': 'inuse', 'work.job-matching.usage-rate': 50 };

/** A conversation with answers about one area, its table open. */
const { session } = ['[open workbook]', '[form areas=work]', 'työnvälitys suunnitteilla'].reduce<
  Pick<Turn, 'session'>
>(
  (before, does) =>
    takeTurn({ context: realContext, session: before.session, now: 0 }, inputOf(does, before.session)),
  { session: newSession('fi') },
);
const now = runOf(session).answers;

function runOf({ runs }: Session) {
  if (!runs.workbook) throw new Error('there is no workbook');
  return runs.workbook;
}

function sent(to: Session, answers: Answers) {
  const file = { kind: 'file', dialog: 'workbook', entries: entriesOf(answers) } as const;
  return takeTurn({ context: realContext, session: to, now: 5 }, file);
}

describe('a workbook that tells of what has been answered', () => {
  const asked = sent(session, BEFORE);

  const answered = (does: string) =>
    takeTurn({ context: realContext, session: asked.session, now: 6 }, inputOf(does, asked.session));

  it('is asked about, and nothing is taken yet', () => {
    expect(asked.replies).toMatchObject([{ kind: 'file-asked', items: [{ item: 'work' }] }]);
    expect(runOf(asked.session)).toEqual(runOf(session));
  });

  it.each(['[?yes]', 'kyllä', 'Ota vastauksiksi'])('is taken for the answers: %s', does => {
    const { session: after, replies } = answered(does);
    expect(replies[0]).toMatchObject({ kind: 'imported', replaced: 1 });
    expect(runOf(after).answers).toMatchObject(BEFORE);
    expect(runOf(after).earlier).toBeUndefined();
  });

  it.each(['[?earlier]', 'Ota vertailuksi', 'ota vertailuksi'])(
    'stands beside them as an earlier year: %s',
    does => {
      const { session: after, replies } = answered(does);
      expect(replies).toMatchObject([
        { kind: 'earlier-taken', count: 1 },
        { kind: 'question', step: 'work.statuses.1' },
      ]);
      expect(runOf(after).answers).toEqual(now);
      expect(runOf(after).earlier?.areas.work).toMatchObject({ answered: 1, usage: 0.5 });
    },
  );

  it.each(['[?no]', 'ei', 'Älä ota', 'takaisin'])('is left: %s', does => {
    const { session: after, replies } = answered(does);
    expect(replies).toMatchObject([{ notice: 'kept-as-is' }, { kind: 'question', step: 'work.statuses.1' }]);
    expect(runOf(after)).toEqual(runOf(session));
  });

  it('is left when something else is said, which counts', () => {
    const { session: after } = answered('starttiraha käytössä');
    expect(runOf(after).answers).toEqual({ ...now, 'work.startup-grants.status': 'inuse' });
    expect(after.pending).toMatchObject({ kind: 'step' });
  });

  it('gives way to a newer one, and stays an earlier year through an import of today', () => {
    const press = (value: 'yes' | 'earlier', to: Session) =>
      takeTurn(
        { context: realContext, session: to, now: 6 },
        { kind: 'press', press: { do: 'confirm', nonce: to.pending?.nonce ?? '', value } },
      ).session;
    const first = press('earlier', asked.session);
    const second = press('earlier', sent(first, { 'work.job-matching.status': 'none' }).session);
    expect(runOf(second).earlier?.areas.work).toMatchObject({ answered: 1, usage: null });
    const third = press('yes', sent(second, BEFORE).session);
    expect(runOf(third)).toMatchObject({ answers: BEFORE, earlier: runOf(second).earlier });
  });
});

it('a workbook of other areas is taken at once, and of none, too', () => {
  const other = sent(session, { 'culture.library-loans.status': 'inuse' });
  expect(other.replies[0]).toMatchObject({ kind: 'imported', replaced: 0 });
  const first = sent(newSession('fi'), BEFORE);
  expect(first.replies[0]).toMatchObject({ kind: 'imported', replaced: 0, stayed: [] });
  // Sent once more, it can be the earlier year as well.
  expect(sent(first.session, BEFORE).replies[0]).toMatchObject({ kind: 'file-asked' });
});
