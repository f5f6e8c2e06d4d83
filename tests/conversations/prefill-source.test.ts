/** "Palvelutietovaranto, day" stands beside an answer wherever it is shown, until somebody changes it, whichever way they do. */
import { describe, expect, it } from 'vitest';
import { fileOf } from '../../src/assessment/scoring/workbook/file-of.ts';
import { workbookOf } from '../../src/assessment/scoring/workbook/workbook-instrument.ts';
import type { Input } from '../../src/conversation/input.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import { summaryOf } from '../../src/conversation/reviewing.ts';
import type { Run } from '../../src/conversation/session.ts';
import { gridView } from '../../src/presentation/grid-view.ts';
import { viewsOf } from '../../src/presentation/views-of.ts';
import { voiceOf } from '../../src/presentation/voice.ts';
import { reportCsv } from '../../src/reports/result/report-csv.ts';
import { workbookSpreadsheet } from '../../src/reports/workbook/export-workbook.ts';
import { resultOf } from '../../src/saving/saved-result.ts';
import { content } from '../support/content.ts';
import { renderContext, workbook } from '../support/real-context.ts';
import { atHelsinki, chat, DAY, known, NOTHING_ELSE, offer } from './prefilling-chat.ts';

const KEY = 'environment.parking.status';
const ONE = known({ ...NOTHING_ELSE, sure: [offer('environment.parking', ['web'], { status: 'inuse' })] });
const MARK = 'Palvelutietovaranto, 28.11.2026';
const voice = voiceOf('fi', 'cards', renderContext);
const texts = (value: unknown) =>
  JSON.stringify(value, (_, one) => (one instanceof Map ? [...one.values()] : one));

type Chat = ReturnType<typeof chat>;

function runOf({ session }: Chat): Run {
  const run = session.runs.workbook;
  if (!run) throw new Error('nothing was answered');
  return run;
}

function said(one: Chat, input: Input): string {
  return texts(one.take(input).replies.flatMap((reply: Reply) => viewsOf(reply, voice)));
}

async function saved(one: Chat) {
  const { render, authority } = { render: renderContext, authority: 'Koekunta' };
  const turns = { published: async () => ({}), kept: async () => undefined };
  const found = await resultOf({ content, turns, render, authority, now: () => 0 }, one.session, runOf(one));
  if (!found) throw new Error('the workbook is not kept');
  return found;
}

/** Everywhere an answer is shown; what is shown there. */
const SHOWN: Readonly<Record<string, (one: Chat) => string | Promise<string>>> = {
  'the page of many fields': one =>
    texts(gridView(voice, workbook, { ...runOf(one), key: 'environment.statuses' })),
  'the card in the chat': one =>
    said(one, { kind: 'press', press: { do: 'go', to: 'environment.statuses', dialog: 'workbook' } }),
  'the summary': one => texts(viewsOf(summaryOf(workbook, runOf(one)), voice)),
  'the result in the chat': one => said(one, { kind: 'press', press: { do: 'command', name: 'finish' } }),
  'the spreadsheet': one =>
    texts(
      workbookSpreadsheet({
        ...{ workbook: workbookOf(workbook), locale: 'fi', t: content.translate('fi') },
        ...runOf(one),
      }).sheets,
    ),
  'the report': async one => reportCsv((await saved(one)).report()),
  'the saved words': async one => texts((await saved(one)).words),
};

/** Files for other tools: which answers bear a day. */
const FILES: Readonly<Record<string, (one: Chat) => unknown>> = {
  'the answers': one => fileOf(workbookOf(workbook), runOf(one).answers, runOf(one)),
  'the result': async one => (await saved(one)).data,
};

const entries = (text: string, was: string): Input => ({
  kind: 'entries',
  dialog: 'workbook',
  locale: 'fi',
  cells: [{ key: KEY, text, was }],
});

/** Every way a person can change it. */
const CHANGED: Readonly<Record<string, (one: Chat) => void>> = {
  'in a field of the page': one => void one.take(entries('planned', 'inuse')),
  'by emptying the field': one => void one.take(entries('', 'inuse')),
  'in words': one => void one.say('pysäköintitunnukset ovat suunnitteilla'),
  'on its card': one => {
    one.take({ kind: 'press', press: { do: 'go', to: 'environment.statuses', dialog: 'workbook' } });
    const { pending } = one.session;
    if (pending?.kind !== 'step') throw new Error('no card is open');
    const { step, nonce } = pending;
    const press = { do: 'form', step, nonce, 'parking.status': 'planned' } as const;
    one.take({ kind: 'press', press });
  },
  'by a file that was filled in': one => {
    one.take({ kind: 'file', dialog: 'workbook', entries: [{ key: KEY, value: 'planned' }] });
    takeAsAnswers(one);
  },
  'and back again': one => {
    one.take(entries('planned', 'inuse'));
    one.take(entries('inuse', 'planned'));
  },
};

/** What is asked of a file about what has been answered. */
function takeAsAnswers(one: Chat): void {
  const nonce = one.session.pending?.nonce ?? '';
  one.take({ kind: 'press', press: { do: 'confirm', nonce, value: 'yes' } });
}

function accepted(): Chat {
  const one = atHelsinki(ONE);
  one.press('all');
  return one;
}

describe.each(Object.entries(SHOWN))('on %s', (_, shown) => {
  it('an answer has its source', async () => {
    expect(await shown(accepted())).toContain(MARK);
  });

  it.each(Object.entries(CHANGED))('and has none once it is changed %s', async (__, change) => {
    const one = accepted();
    change(one);
    expect(await shown(one)).not.toContain(MARK);
  });
});

describe.each(Object.entries(FILES))('in %s for other tools', (_, file) => {
  it('an answer has the day of its source', async () => {
    expect(await file(accepted())).toMatchObject({
      prefilled: { municipality: '091', sources: { [KEY]: DAY } },
    });
  });

  it.each(Object.entries(CHANGED))('and has none once it is changed %s', async (__, change) => {
    const one = accepted();
    change(one);
    expect(await file(one)).toMatchObject({ prefilled: { sources: {} } });
    expect(texts(await file(one))).not.toContain(`"${KEY}":"${DAY}"`);
  });
});

it('a file with the answers as they were leaves the source', () => {
  const one = accepted();
  one.take({ kind: 'file', dialog: 'workbook', entries: [{ key: KEY, value: 'inuse' }] });
  takeAsAnswers(one);
  expect(one.prefilled?.sources).toEqual({ [KEY]: DAY });
});

it('a conversation that asked nothing of the register has no such words in its files', async () => {
  const one = chat();
  one.say('työkirja');
  one.take({ kind: 'entries', dialog: 'workbook', locale: 'fi', cells: [{ key: KEY, text: 'inuse' }] });
  expect(await SHOWN['the report']?.(one)).not.toContain('Palvelutieto');
  expect((await saved(one)).data).not.toHaveProperty('prefilled');
});
