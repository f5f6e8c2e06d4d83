/** What it takes to fill an area of the shipped workbook in the chat, counted press by press. */
import { describe, expect, it } from 'vitest';
import type { Answers } from '../../src/assessment/answers.ts';
import { workbookOf } from '../../src/assessment/scoring/workbook/workbook-instrument.ts';
import { type Press, pressSchema } from '../../src/conversation/press.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import { newSession, type Session } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import type { FormInput, Submit } from '../../src/presentation/view.ts';
import { viewsOf } from '../../src/presentation/views-of.ts';
import { voiceOf } from '../../src/presentation/voice.ts';
import { shipped } from '../support/content.ts';
import { renderContext, shippedContext } from '../support/real-context.ts';

const voice = voiceOf('fi', 'cards', renderContext);

interface Form {
  readonly inputs: readonly FormInput[];
  readonly submits: readonly Submit[];
}

/** A clerk who looks at the card, fills what it asks and presses one of its buttons. */
class Clerk {
  presses = 0;
  private session: Session = newSession('fi');
  private replies: readonly Reply[] = [];

  open(): void {
    this.press({ do: 'command', name: 'start', dialog: 'workbook' });
  }

  /** The form of the card on the screen; undefined where it has none to fill in. */
  card(): Form | undefined {
    const asked = this.replies.findLast(({ kind }) => kind === 'question');
    const form =
      asked &&
      viewsOf(asked, voice)
        .flatMap(({ blocks }) => blocks)
        .find(({ block }) => block === 'form');
    return form?.block === 'form'
      ? { inputs: form.inputs, submits: [form.submit, ...(form.also ?? [])] }
      : undefined;
  }

  /** Presses the button with this label; what was put in goes with what the card proposes. */
  send(label: string, typed: Readonly<Record<string, string>> = {}): void {
    const { inputs, submits } = this.card() ?? { inputs: [], submits: [] };
    const submit = submits.find(one => one.label === label);
    if (!submit) throw new Error(`no button ${label} among ${submits.map(one => one.label).join(', ')}`);
    const standing = Object.fromEntries(
      inputs.flatMap(({ id, value }) => (value === undefined ? [] : [[id, value]])),
    );
    for (const id of Object.keys(typed))
      this.presses += inputs.find(one => one.id === id)?.input === 'select' ? 2 : 1;
    this.press(pressSchema.parse({ ...submit.fields, ...standing, ...typed }));
  }

  has(label: string): boolean {
    return this.card()?.submits.some(one => one.label === label) ?? false;
  }

  get answers(): Answers {
    return this.session.runs.workbook?.answers ?? {};
  }

  private press(press: Press): void {
    this.presses += 1;
    const turn = takeTurn(
      { context: shippedContext, session: this.session, now: 0 },
      { kind: 'press', press },
    );
    this.session = turn.session;
    this.replies = turn.replies;
  }
}

const AREA = 'education';
const services = workbookOf(shipped('workbook')).areas.find(({ id }) => id === AREA)?.services ?? [];

/** Everything in use, each with its rate and cases; the phases by the button that this names. */
function filled(phases: (clerk: Clerk, at: number) => void): Clerk {
  const clerk = new Clerk();
  clerk.open();
  clerk.send('Aloita näistä', { areas: AREA });
  if (clerk.has('Kaikki kunnossa')) clerk.send('Kaikki kunnossa');
  clerk.send('Kaikki käytössä');
  for (const at of services.keys()) phases(clerk, at);
  return clerk;
}

describe('an area of at least 14 services, all in use', () => {
  it.each([
    [
      'all digital',
      (clerk: Clerk) => clerk.send('Kaikki digitaalisia', { 'usage-rate': '85', cases: '1200' }),
    ],
    [
      'some by hand, the same as the one before',
      (clerk: Clerk, at: number) =>
        at === 0
          ? clerk.send('Kaikki digitaalisia', { handling: 'partial', 'usage-rate': '85', cases: '1200' })
          : clerk.send('Sama kuin edellinen', { 'usage-rate': '85', cases: '1200' }),
    ],
  ])('takes at most 60 presses: %s', (_, phases) => {
    expect(services.length).toBeGreaterThanOrEqual(14);
    const clerk = filled(phases);
    expect(clerk.presses).toBeLessThanOrEqual(60);
    // The first card promises about four presses a service.
    expect(clerk.presses / services.length).toBeLessThanOrEqual(4);
    for (const { id } of services)
      for (const field of ['status', 'usage-rate', 'cases', 'handling', 'archiving', 'decision'])
        expect(clerk.answers, `${id}.${field}`).toHaveProperty([`${AREA}.${id}.${field}`]);
  });

  it('keeps what a service does not have: messages have no decision, and none is made up', () => {
    const { answers } = filled(clerk => clerk.send('Kaikki digitaalisia', { 'usage-rate': '85' }));
    expect(answers).toMatchObject({
      'education.home-and-school.decision': 'na',
      'education.home-and-school.handling': 'full',
      'education.afternoon-care.supervision': 'na',
      'education.afternoon-care.decision': 'full',
    });
  });

  it('offers what was answered before only where there is a service before, and fills nothing that was said', () => {
    const clerk = new Clerk();
    clerk.open();
    clerk.send('Aloita näistä', { areas: AREA });
    if (clerk.has('Kaikki kunnossa')) clerk.send('Kaikki kunnossa');
    clerk.send('Kaikki käytössä', { 'early-education-fees.status': 'planned' });
    expect(clerk.answers).toMatchObject({
      'education.early-education-fees.status': 'planned',
      'education.early-education-places.status': 'inuse',
    });
    expect(clerk.has('Sama kuin edellinen')).toBe(false);
    clerk.send('Kaikki digitaalisia', { archiving: 'manual' });
    expect(clerk.answers).toMatchObject({
      'education.early-education-places.archiving': 'manual',
      'education.early-education-places.decision': 'full',
    });
    expect(clerk.has('Sama kuin edellinen')).toBe(true);
  });
});
