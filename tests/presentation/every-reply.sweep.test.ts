/** What holds for everything the bot says, on every screen and in every language. */
import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assessment/scoring/stairs/assess.ts';
import { LOCALES } from '../../src/conversation/locale.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import { content } from '../support/content.ts';
import { instrument } from './every-reply.ts';
import { CONTEXT, cardsOf, everyRendering, SCREENS } from './rendering.ts';

/** In Teams nobody is there as a resident. */
const WITHOUT_RESIDENTS = {
  ...CONTEXT,
  offered: CONTEXT.offered.filter(dialog => !CONTEXT.forResidents?.includes(dialog)),
};

describe.each(SCREENS)('every reply on the screen %s', screen => {
  const renderings = everyRendering(screen);
  const messages = renderings.flatMap(({ name, reply, locale, activities }) =>
    activities.filter(({ type }) => type === 'message').map(activity => ({ name, reply, locale, activity })),
  );

  it('says something', () => {
    const silent = renderings.filter(({ activities }) => !activities.some(({ type }) => type === 'message'));
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('says it in the language of the conversation, never as a key or with a placeholder left', () => {
    const withdrawn = LOCALES.map(locale => content.translate(locale)('bot:notices.withdrawn'));
    const wrong = messages.filter(({ activity }) => {
      const said = JSON.stringify(activity);
      return (
        /\b(bot|quick-check|actions|sources|workbook|workbook-sheet):[a-z]/.test(said) ||
        /\{\{|undefined|NaN/.test(said)
      );
    });
    expect(wrong.map(({ name }) => name)).toEqual([]);
    const asWithdrawn = messages.filter(({ activity }) => withdrawn.includes(activity.text ?? ''));
    expect(asWithdrawn.map(({ reply }) => reply)).toEqual(
      LOCALES.map(() => ({ kind: 'notice', notice: 'withdrawn' })),
    );
    expect(new Set(messages.map(({ locale, activity }) => `${locale} ${activity.locale}`))).toEqual(
      new Set(['fi fi-FI', 'sv sv-FI', 'en en-GB']),
    );
  });

  it('has either text or a card with the same text beside it, never both', () => {
    const plain = new Map(
      everyRendering('text', screen === 'teams' ? WITHOUT_RESIDENTS : CONTEXT).map(({ name, activities }) => [
        name,
        activities.flatMap(({ text }) => text ?? []),
      ]),
    );
    for (const { name, activities } of renderings) {
      const said = activities.filter(({ type }) => type === 'message');
      expect([name, said.map(({ text, summary }) => text ?? summary)]).toEqual([name, plain.get(name)]);
      for (const activity of said) {
        const [card, ...more] = cardsOf([activity]);
        expect(more).toEqual([]);
        expect([name, activity.text === undefined]).toEqual([name, card !== undefined]);
        expect(card?.fallbackText).toBe(card && activity.summary);
      }
    }
  });
});

describe('screens', () => {
  it('draw no card on the text screen and no markup in plain text', () => {
    const messages = everyRendering('text').flatMap(({ activities }) => activities);
    expect(messages.filter(({ attachments }) => attachments)).toEqual([]);
    const texts = messages.flatMap(({ text }) => text ?? []);
    const ours = texts.map(text => text.replaceAll('**Satama** [x](https', 'Satama'));
    expect(ours.filter(text => /[*_<>`]|\]\(|\n{3}|^\s|\s$/.test(text))).toEqual([]);
    expect(
      new Set(messages.flatMap(({ type, textFormat }) => (type === 'message' ? textFormat : []))),
    ).toEqual(new Set(['plain']));
  });

  it('get progress after each question and the result as data, except Teams', () => {
    for (const screen of SCREENS) {
      for (const { reply, activities } of everyRendering(screen)) {
        const events = activities.filter(({ type }) => type === 'event');
        expect(events).toEqual(screen === 'teams' ? [] : eventsExpected(reply));
        expect(activities.slice(activities.length - events.length)).toEqual(events);
      }
    }
  });
});

function eventsExpected(reply: ReturnType<typeof everyRendering>[number]['reply']) {
  if (reply.kind === 'notice' && reply.notice === 'erased')
    return [{ type: 'event', name: 'assessment/erased' }];
  if (reply.kind === 'result')
    return [{ type: 'event', name: 'assessment/result', value: resultExpected(reply) }];
  if (reply.kind !== 'question' && reply.kind !== 'summary') return [];
  const { dialog, progress } = reply;
  const step = reply.kind === 'question' ? reply.step : 'summary';
  const { answered, total } = progress;
  return [{ type: 'event', name: 'assessment/progress', value: { dialog, step, answered, total } }];
}

/** What `npm run assess` prints of the quick check; of other instruments what their result says. */
function resultExpected({ dialog, answers, outcome }: Extract<Reply, { kind: 'result' }>) {
  return dialog === instrument.id ? assess(instrument, content.actions, answers) : outcome;
}
