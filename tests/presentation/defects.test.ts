/** A reply that we fail to draw is told with a reference and reported; it is no withdrawn content. */
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../src/conversation/locale.ts';
import { MissingText } from '../../src/conversation/translate.ts';
import type { RenderContext } from '../../src/presentation/context.ts';
import { createLabelReader } from '../../src/presentation/label-reader.ts';
import { asked, EVERY_REPLY, ref } from './every-reply.ts';
import { CONTEXT, changed, SCREENS, say } from './rendering.ts';

const HELP = { kind: 'help', commands: ['help'] } as const;
const WITHDRAWN = 'Tätä viestiä ei voi enää näyttää';

/** Texts with one kind of them broken, and what was reported. */
function broken(breaks: (key: string) => Error | undefined) {
  const reported: unknown[] = [];
  const context: RenderContext = {
    ...CONTEXT,
    translate: changed(key => {
      const error = breaks(key);
      if (error && key !== 'bot:not-drawn') throw error;
    }),
    onDefect: error => {
      reported.push(error);
      return `viite-${reported.length}`;
    },
  };
  return { context, reported };
}

/** All that is said in other words than the person's and the channel's own. */
const drawn = EVERY_REPLY.filter(({ kind }) => kind !== 'note-offered');

describe.each(SCREENS)('on the screen %s', screen => {
  it.each(LOCALES)('every reply that cannot be drawn says so with a reference, in %s', locale => {
    const defect = new TypeError('a field is missing');
    const { context, reported } = broken(() => defect);
    const words = { fi: 'palvelussa on virhe', sv: 'ett fel i tjänsten', en: 'a fault in the service' };
    for (const reply of drawn) {
      const [message] = say(reply, { screen, locale, context });
      expect([reply.kind, message?.text]).toEqual([reply.kind, expect.stringContaining(words[locale])]);
      expect(message?.text).toContain(`viite-${reported.length}`);
    }
    expect(reported).toEqual(drawn.map(() => defect));
  });

  it.each([
    ['a field that a kept reply lacks', { kind: 'explanation', dialog: ref.dialog, version: ref.version }],
    ['a kind of another version', { kind: 'from-the-future', dialog: ref.dialog, version: ref.version }],
    ['a value of another form', { kind: 'summary', ...ref, answers: null }],
  ])('%s is a defect, not withdrawn content', (_what, kept) => {
    const { context, reported } = broken(() => undefined);
    // What is kept is read back as it was written, whatever form replies have by then.
    const reply = JSON.parse(JSON.stringify(kept));
    const [message] = say(reply, { screen, context });
    expect(message?.text).toContain('viite-1');
    expect(reported).toHaveLength(1);
  });
});

describe('what is withdrawn', () => {
  const texts = (prefix: string) =>
    broken(key => (key.startsWith(prefix) ? new MissingText(key) : undefined));
  const explanation = { kind: 'explanation', ...ref, step: 'need', names: {} } as const;

  it('is the content’s own texts', () => {
    const { context, reported } = texts('quick-check:');
    expect(say(explanation, { context })[0]?.text).toContain(WITHDRAWN);
    expect(reported).toEqual([]);
  });

  it('is not a text of the bot, which is never withdrawn', () => {
    const { context, reported } = texts('bot:');
    const [message] = say(asked('need'), { context });
    expect(message?.text).toContain('viite-1');
    expect(reported).toEqual([expect.any(MissingText)]);
  });

  it('is not a text of content that the reply is not of', () => {
    const { context, reported } = texts('bot:help');
    expect(say(HELP, { context })[0]?.text).toContain('viite-1');
    expect(reported).toHaveLength(1);
  });
});

it('a defect that has passed leaves nothing behind: the next drawing is tried anew', () => {
  const breaks = [new TypeError('for a moment')];
  const { context } = broken(() => breaks.pop());
  expect(say(HELP, { context })[0]?.text).toContain('viite-1');
  expect(say(HELP, { context })).toEqual(say(HELP));
});

describe('a card whose labels are looked through for typed words', () => {
  const find = (context: RenderContext) =>
    createLabelReader(context, () => LOCALES)('osittain', [asked('need')], { locale: 'fi', runs: {} });

  it('is reported, and passed over, when a fault of ours keeps it from being drawn', () => {
    const defect = new TypeError('a field is missing');
    const { context, reported } = broken(key => (key.startsWith('quick-check:') ? defect : undefined));
    expect(find(context)).toBeUndefined();
    expect(new Set(reported)).toEqual(new Set([defect]));
  });

  it('is passed over without a word when its content has been withdrawn', () => {
    const { context, reported } = broken(() => undefined);
    expect(find({ ...context, instrument: () => undefined })).toBeUndefined();
    expect(reported).toEqual([]);
  });

  it('is found by its label otherwise', () => {
    const { context } = broken(() => undefined);
    expect(find(context)).toMatchObject({ do: 'answer', value: 'partly' });
  });
});

it('without anybody to report to it is thrown', () => {
  const { onDefect: _nobody, ...context } = broken(() => new TypeError('a field is missing')).context;
  expect(() => say(HELP, { context })).toThrow(TypeError);
});
