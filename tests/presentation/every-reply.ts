/** A reply of every kind, and of every variant that is drawn differently. */
import { assess } from '../../src/assessment/assess.ts';
import { COMMANDS } from '../../src/conversation/command.ts';
import type { Notice, Reply } from '../../src/conversation/reply.ts';
import { content, shipped } from '../support/content.ts';
import { WORKBOOK_REPLIES } from './workbook-replies.ts';

export const definition = shipped('quick-check');
export const ref = { dialog: definition.id, version: definition.version };

/** Some of everything: met, half-way, unknown, not applicable and left out. */
export const ANSWERS = {
  need: 'yes',
  started: 'yes',
  plan: 'partly',
  leadership: 'yes',
  money: 'no',
  'work-time': 'unknown',
  'market-services': 'partly',
  'resident-use': 'yes',
  'usage-rate': 81.5,
  'phase-application': 'full',
  'phase-initiation': 'partial',
  'phase-handling': 'manual',
  'phase-decision': 'full',
  'phase-invoicing': 'na',
  'phase-archiving': 'unknown',
  'phase-supervision': 'na',
} as const;

/** Everything met: the top of the stair. */
export const BEST = Object.fromEntries(
  definition.scoring.stairs.flatMap(({ conditions }) =>
    conditions.map(({ id }) => [id, id === 'usage-rate' ? 95 : id.startsWith('phase-') ? 'full' : 'yes']),
  ),
);

export function progressAt(position: number) {
  return { answered: position - 1, total: definition.steps.length, position };
}

export function resultOf(answers: Readonly<Record<string, string | number>>, reasons = {}): Reply {
  return { kind: 'result', ...ref, answers, reasons, result: assess(definition, content.actions, answers) };
}

export function asked(
  step: string,
  values: Readonly<Record<string, string | number>> = {},
): Extract<Reply, { kind: 'question' }> {
  const position = definition.steps.findIndex(({ id }) => id === step) + 1;
  return { kind: 'question', ...ref, step, nonce: '5f', progress: progressAt(position), values };
}

const NOTICES: Record<Notice, Notice> = {
  stale: 'stale',
  unreadable: 'unreadable',
  'unavailable-here': 'unavailable-here',
  which: 'which',
  'about-summary': 'about-summary',
  'about-result': 'about-result',
  'nothing-to-go-back-to': 'nothing-to-go-back-to',
  'nothing-started': 'nothing-started',
  paused: 'paused',
  'kept-as-is': 'kept-as-is',
  erased: 'erased',
  'language-changed': 'language-changed',
  thanks: 'thanks',
  'feedback-thanks': 'feedback-thanks',
  'colleague-marked': 'colleague-marked',
  'note-saved': 'note-saved',
  'version-moved': 'version-moved',
  'started-over': 'started-over',
  'reminders-on': 'reminders-on',
  'reminders-off': 'reminders-off',
  'reminders-not-here': 'reminders-not-here',
  'nothing-to-share': 'nothing-to-share',
  'share-in-personal': 'share-in-personal',
  'asker-confirms': 'asker-confirms',
  edited: 'edited',
  'share-unknown': 'share-unknown',
};

export const NOTICE_NAMES = Object.values(NOTICES);

/** What someone who comes back had reached. */
export const SO_FAR = {
  last: { ...ref, stair: { low: 1, high: 2 }, at: Date.UTC(2026, 2, 5, 22, 30) },
  open: {
    ...ref,
    progress: progressAt(5),
    colleague: ['money'],
    skipped: ['phases'],
    unanswered: ['ecosystem'],
  },
};

/** One list a kind, so that a new kind cannot be forgotten here. */
const BY_KIND: { [Kind in Reply['kind']]: readonly Extract<Reply, { kind: Kind }>[] } = {
  ...WORKBOOK_REPLIES,
  greeting: [
    { kind: 'greeting', returning: false },
    { kind: 'greeting', returning: true },
    { kind: 'greeting', returning: true, workbook: 'begun' },
    { kind: 'greeting', returning: false, shared: true },
    { kind: 'greeting', returning: true, shared: true, ...SO_FAR },
    { kind: 'greeting', returning: true, last: { ...SO_FAR.last, version: 'withdrawn' } },
    { kind: 'greeting', returning: true, open: { ...SO_FAR.open, version: 'withdrawn' } },
  ],
  about: [{ kind: 'about' }],
  help: [{ kind: 'help', commands: COMMANDS }],
  notice: NOTICE_NAMES.map(notice => ({ kind: 'notice', notice })),
  rejected: [
    ...[0, 1, 2, 3, 9].map(misses => ({
      kind: 'rejected' as const,
      rejection: { problem: 'not-understood' as const, misses },
    })),
    { kind: 'rejected', rejection: { problem: 'not-an-option' } },
    { kind: 'rejected', rejection: { problem: 'not-a-number', min: 0, max: 100 } },
    { kind: 'rejected', rejection: { problem: 'out-of-range', min: 0, max: 100 } },
    { kind: 'rejected', rejection: { problem: 'too-long', max: 300 } },
  ],
  question: definition.steps.flatMap(step => {
    const empty = asked(step.id);
    const again = asked(step.id, valuesOf(step.id));
    return [empty, again].flatMap(reply => (reply.kind === 'question' ? [reply] : []));
  }),
  'file-refused': [
    { kind: 'file-refused', why: 'not-here', problems: [] },
    { kind: 'file-refused', why: 'not-fetched', problems: [] },
    { kind: 'file-refused', why: 'too-large', problems: [] },
    {
      kind: 'file-refused',
      why: 'rejected',
      problems: ['Työ ja yrittäminen, solu E12: Luvun pitää olla 0–100.'],
    },
  ],
  redrawn: [
    { kind: 'redrawn', card: asked('usage-rate'), replaces: '5f', sent: { value: 'satakahdeksan' } },
    { kind: 'redrawn', card: asked('phases'), replaces: '5f', sent: { 'phase-decision': 'full' } },
  ],
  answered: definition.steps.flatMap(({ id: step }, index) =>
    [false, true].map(skipped => ({
      kind: 'answered' as const,
      ...ref,
      step,
      replaces: '5f',
      progress: progressAt(index + 1),
      values: skipped ? {} : valuesOf(step),
      skipped,
    })),
  ),
  explanation: definition.steps.map(({ id: step }) => ({ kind: 'explanation', ...ref, step })),
  reason: ['need', 'phases'].map(step => ({ kind: 'reason', ...ref, step, nonce: '6' })),
  'note-asked': ['need', 'phases'].map(step => ({ kind: 'note-asked', ...ref, step, nonce: '6' })),
  'input-asked': [
    { kind: 'input-asked', ...ref, step: 'phases', input: 'phase-handling', nonce: '6' },
    {
      kind: 'input-asked',
      ...ref,
      step: 'phases',
      input: 'phase-handling',
      nonce: '6',
      noted: { input: 'phase-initiation', value: 'full' },
    },
  ],
  'command-suggested': COMMANDS.map(name => ({ kind: 'command-suggested', name, nonce: '6' })),
  'did-you-mean': [
    { kind: 'did-you-mean', ...ref, step: 'need', input: 'need', nonce: '6', value: 'partly' },
    { kind: 'did-you-mean', ...ref, step: 'usage-rate', input: 'usage-rate', nonce: '6', value: 81.5 },
  ],
  'note-offered': [{ kind: 'note-offered', ...ref, step: 'need', nonce: '6', note: 'budjetti on auki' }],
  summary: [
    {
      kind: 'summary',
      progress: { answered: 13, total: 13, position: 13 },
      ...ref,
      answers: ANSWERS,
      skipped: ['new-targets'],
      reasons: { 'phase-invoicing': 'Maksuttomat palvelut' },
      notes: { money: 'Kysy talousjohtajalta' },
      colleague: ['money'],
    },
    {
      kind: 'summary',
      progress: { answered: 13, total: 13, position: 13 },
      ...ref,
      answers: {},
      skipped: [],
      reasons: {},
      notes: {},
      colleague: [],
    },
  ],
  result: [ANSWERS, {}, BEST, { ...BEST, plan: 'partly' }, { ...BEST, ecosystem: 'unknown' }]
    .map(answers => resultOf(answers, { 'phase-invoicing': 'Maksuttomat palvelut' }))
    .filter(reply => reply.kind === 'result'),
  status: [{ kind: 'status', ...ref, progress: progressAt(4) }],
  language: [{ kind: 'language' }],
  reminder: [
    { kind: 'reminder', about: 'unfinished', ...SO_FAR },
    { kind: 'reminder', about: 'unfinished', workbook: 'begun' },
    { kind: 'reminder', about: 'follow-up', ...SO_FAR },
  ],
  'share-offered': [{ kind: 'share-offered', code: 'ABCD-2345', minutes: 60 }],
  'result-shared': [ANSWERS, {}, BEST].map(answers => ({
    kind: 'result-shared' as const,
    ...ref,
    result: assess(definition, content.actions, answers),
  })),
  contact: [{ kind: 'contact' }],
  human: [{ kind: 'human' }],
  confirm: [
    { kind: 'confirm', what: 'restart', nonce: '7' },
    { kind: 'confirm', what: 'erase', nonce: '7' },
  ],
  files: [
    { kind: 'files', what: 'transcript' },
    { kind: 'files', what: 'result' },
    { kind: 'files', what: 'workbook' },
  ],
};

export const EVERY_REPLY: readonly Reply[] = Object.values(BY_KIND).flat();

function valuesOf(step: string): Record<string, string | number> {
  const ids = step === 'phases' ? Object.keys(ANSWERS).filter(id => id.startsWith('phase-')) : [step];
  return Object.fromEntries(Object.entries(ANSWERS).filter(([id]) => ids.includes(id)));
}
