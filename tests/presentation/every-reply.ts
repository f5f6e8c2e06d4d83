/** A reply of every kind, and of every variant that is drawn differently. */
import type { Answers } from '../../src/assessment/answers.ts';
import { scoringOf } from '../../src/assessment/scoring/scoring.ts';
import { stairsRules } from '../../src/assessment/scoring/stairs/rules.ts';
import { walk } from '../../src/assessment/walk.ts';
import { COMMANDS } from '../../src/conversation/command.ts';
import type { Notice } from '../../src/conversation/notice.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import { content, stoodOn } from '../support/content.ts';
import { PEER_REPLIES } from './peer-replies.ts';
import { PREFILL, PREFILL_TOLD, PREFILL_WHERE } from './prefill-replies.ts';
import { ofWorkbook } from './workbook-replies.ts';
import { CONSENSUS, WORKSHOP_REPLIES } from './workshop-replies.ts';

export const instrument = stoodOn('quick-check');
export const ref = { dialog: instrument.id, version: instrument.version };

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
  stairsRules(instrument).stairs.flatMap(({ conditions }) =>
    conditions.map(({ id }) => [id, id === 'usage-rate' ? 95 : id.startsWith('phase-') ? 'full' : 'yes']),
  ),
);

/** The cards of somebody whose answers ask for nothing more. */
export const PATH = walk(instrument, {}).path;

export function progressAt(position: number) {
  return { answered: position - 1, total: PATH.length, position };
}

export function outcomeOf(answers: Answers) {
  return scoringOf(instrument).outcome(instrument, { answers, actions: content.actions });
}

export function resultOf(answers: Answers, reasons = {}): Extract<Reply, { kind: 'result' }> {
  return { kind: 'result', ...ref, answers, reasons, outcome: outcomeOf(answers) };
}

export function asked(step: string, values: Answers = {}): Extract<Reply, { kind: 'question' }> {
  const position = PATH.findIndex(({ key }) => key === step) + 1;
  return { kind: 'question', ...ref, step, nonce: '5f', progress: progressAt(position), values };
}

const NOTICES: Record<Notice, Notice> = {
  stale: 'stale',
  unreadable: 'unreadable',
  'taken-out': 'taken-out',
  'unavailable-here': 'unavailable-here',
  which: 'which',
  'about-summary': 'about-summary',
  'about-result': 'about-result',
  'nothing-to-go-back-to': 'nothing-to-go-back-to',
  'nothing-started': 'nothing-started',
  'already-open': 'already-open',
  paused: 'paused',
  'kept-as-is': 'kept-as-is',
  erased: 'erased',
  'language-changed': 'language-changed',
  thanks: 'thanks',
  'feedback-thanks': 'feedback-thanks',
  'colleague-marked': 'colleague-marked',
  'nothing-for-colleague': 'nothing-for-colleague',
  'part-done': 'part-done',
  'part-left': 'part-left',
  'part-closed': 'part-closed',
  'part-first': 'part-first',
  'note-saved': 'note-saved',
  'version-moved': 'version-moved',
  'version-moved-again': 'version-moved-again',
  'version-moved-merged': 'version-moved-merged',
  'started-over': 'started-over',
  'reminders-on': 'reminders-on',
  'reminders-off': 'reminders-off',
  'reminders-not-here': 'reminders-not-here',
  'nothing-to-share': 'nothing-to-share',
  'share-in-personal': 'share-in-personal',
  'asker-confirms': 'asker-confirms',
  edited: 'edited',
  'share-unknown': 'share-unknown',
  'no-links': 'no-links',
  'links-closed': 'links-closed',
  'nothing-to-keep': 'nothing-to-keep',
  'kept-unknown': 'kept-unknown',
  'kept-too-many': 'kept-too-many',
  'kept-full': 'kept-full',
  'kept-give-code': 'kept-give-code',
  'kept-stays': 'kept-stays',
  'kept-forgotten': 'kept-forgotten',
  'compare-keep-first': 'compare-keep-first',
  'compare-whole': 'compare-whole',
  'compare-more': 'compare-more',
  'compare-too-many': 'compare-too-many',
  'compare-stopped': 'compare-stopped',
  'compare-not-shared': 'compare-not-shared',
  'workshop-unknown': 'workshop-unknown',
  'workshop-tries': 'workshop-tries',
  'workshop-over': 'workshop-over',
  'workshop-leading': 'workshop-leading',
  'workshop-alone': 'workshop-alone',
  'workshop-none': 'workshop-none',
  'workshop-not-yours': 'workshop-not-yours',
  'workshop-too-few': 'workshop-too-few',
  'workshop-empty': 'workshop-empty',
  'workshop-open': 'workshop-open',
  'workshop-closed': 'workshop-closed',
  'workshop-reopened': 'workshop-reopened',
  'workshop-taken-over': 'workshop-taken-over',
  'workshop-left': 'workshop-left',
  withdrawn: 'withdrawn',
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
    names: {},
  },
};

/** One list a kind, so that a new kind cannot be forgotten here. */
const BY_KIND: { [Kind in Reply['kind']]: readonly Extract<Reply, { kind: Kind }>[] } = {
  noted: ofWorkbook('noted'),
  refused: [
    {
      kind: 'refused',
      ...ref,
      problems: [{ key: 'phase-handling', rejection: { problem: 'not-an-option' } }],
    },
    ...ofWorkbook('refused'),
  ],
  imported: ofWorkbook('imported'),
  'file-asked': ofWorkbook('file-asked'),
  'earlier-taken': ofWorkbook('earlier-taken'),
  greeting: [
    { kind: 'greeting', returning: false },
    { kind: 'greeting', returning: true },
    { kind: 'greeting', returning: true, begun: ['workbook'] },
    { kind: 'greeting', returning: false, shared: true },
    { kind: 'greeting', returning: true, shared: true, ...SO_FAR },
    { kind: 'greeting', returning: true, last: { ...SO_FAR.last, version: 'withdrawn' } },
    { kind: 'greeting', returning: true, last: { ...SO_FAR.last, provisional: true } },
    { kind: 'greeting', returning: true, open: { ...SO_FAR.open, version: 'withdrawn' } },
  ],
  prefill: PREFILL,
  'prefill-where': PREFILL_WHERE,
  'prefill-told': PREFILL_TOLD,
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
    { kind: 'rejected', rejection: { problem: 'too-many', max: 3 } },
    { kind: 'rejected', rejection: { problem: 'too-precise', decimals: 2 } },
    { kind: 'rejected', rejection: { problem: 'ambiguous-share', candidates: [0.85, 85] } },
    { kind: 'rejected', rejection: { problem: 'ambiguous-mark', candidates: [1.5, 1500] } },
    ...(
      ['not-whole', 'missing', 'unprintable', 'not-text', 'not-a-date', 'unknown-input', 'twice'] as const
    ).map(problem => ({ kind: 'rejected' as const, rejection: { problem } })),
  ],
  question: [
    ...instrument.steps.flatMap(({ id }) => [asked(id), asked(id, valuesOf(id))]),
    ...ofWorkbook('question'),
  ],
  answered: [
    ...instrument.steps.flatMap(({ id: step }, index) =>
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
    ...ofWorkbook('answered'),
  ],
  explanation: [
    ...instrument.steps.map(({ id: step }) => ({ kind: 'explanation' as const, ...ref, step, names: {} })),
    ...ofWorkbook('explanation'),
  ],
  reason: ['need', 'phases'].map(step => ({ kind: 'reason', ...ref, step, nonce: '6', names: {} })),
  'note-asked': ['need', 'phases'].map(step => ({ kind: 'note-asked', ...ref, step, nonce: '6', names: {} })),
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
  'input-asked': [
    { kind: 'input-asked', ...ref, step: 'phases', input: 'phase-handling', nonce: '6', values: {} },
    {
      kind: 'input-asked',
      ...ref,
      step: 'phases',
      input: 'phase-handling',
      nonce: '6',
      values: { 'phase-initiation': 'full' },
      noted: { key: 'phase-initiation', value: 'full' },
    },
  ],
  'command-suggested': [
    ...COMMANDS.map(name => ({ kind: 'command-suggested' as const, name, nonce: '6' })),
    { kind: 'command-suggested', name: 'start', dialog: 'workbook', nonce: '6' },
  ],
  'did-you-mean': [
    ...[
      { key: 'need', value: 'partly' },
      { key: 'usage-rate', value: 81.5 },
    ].map(entry => ({ kind: 'did-you-mean' as const, ...ref, nonce: '6', entries: [entry], names: {} })),
    ...ofWorkbook('did-you-mean'),
  ],
  'not-read': [{ kind: 'not-read', words: 'kirjastoauto miten sattuu' }],
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
  result: [
    ...[ANSWERS, {}, BEST, { ...BEST, plan: 'partly' }, { ...BEST, ecosystem: 'unknown' }].map(answers =>
      resultOf(answers, { 'phase-invoicing': 'Maksuttomat palvelut' }),
    ),
    ...ofWorkbook('result'),
  ],
  status: [{ kind: 'status', ...ref, progress: progressAt(4) }, ...ofWorkbook('status')],
  language: [{ kind: 'language' }],
  reminder: [
    { kind: 'reminder', about: 'unfinished', ...SO_FAR },
    { kind: 'reminder', about: 'unfinished', begun: ['workbook'] },
    { kind: 'reminder', about: 'follow-up', ...SO_FAR },
  ],
  'share-offered': [
    { kind: 'share-offered', code: 'ABCD-2345', minutes: 60 },
    { kind: 'share-offered', code: 'ABCD-2345', minutes: 60, names: ['Vesihuolto', 'Satama'] },
  ],
  'result-shared': [ANSWERS, {}, BEST].map(answers => ({
    kind: 'result-shared' as const,
    ...ref,
    outcome: { ...outcomeOf(answers), sections: [CONSENSUS, ...outcomeOf(answers).sections] },
  })),
  contact: [{ kind: 'contact' }],
  human: [{ kind: 'human' }],
  confirm: [
    { kind: 'confirm', what: 'restart', nonce: '7' },
    { kind: 'confirm', what: 'erase', nonce: '7' },
    { kind: 'confirm', what: 'erase', nonce: '7', kept: ['Kaupungin palvelut'] },
    { kind: 'confirm', what: 'forget', nonce: '7', kept: ['Kaupungin palvelut'] },
    ...[
      { gone: 2, freed: 0 },
      { gone: 0, freed: 1 },
      { gone: 0, freed: 0 },
    ].map(counted => ({
      kind: 'confirm' as const,
      what: 'take-out' as const,
      nonce: '7',
      own: { dialog: 'workbook', key: 'work.own-1.name', name: 'Satama', ...counted },
    })),
  ],
  'link-offered': [
    { kind: 'link-offered', key: 'k', seed: 's', days: 30 },
    { kind: 'link-offered', key: 'k', seed: 's', days: 30, names: ['Vesihuolto'] },
  ],
  'role-asked': [{ kind: 'role-asked', nonce: '7' }],
  'part-offered': [{ kind: 'part-offered', key: 'k', seed: 's', role: 'talousjohtaja', count: 2, days: 14 }],
  'part-begun': [{ kind: 'part-begun', ...ref, count: 2 }],
  'colleagues-said': [
    {
      kind: 'colleagues-said',
      ...ref,
      rows: [
        { key: 'money', said: [{ value: 'no' }, { role: 'talousjohtaja', value: 'yes' }] },
        { key: 'phase-decision', said: [{ role: 'talousjohtaja', value: 'full' }] },
      ],
      names: {},
    },
  ],
  'keep-asked': [{ kind: 'keep-asked', nonce: '7' }],
  kept: [
    { kind: 'kept', key: 'k', name: 'Kaupungin palvelut', seed: 's' },
    { kind: 'kept', key: 'k', name: 'Kaupungin palvelut', mine: true, alone: true },
  ],
  'kept-opened': [
    {
      kind: 'kept-opened',
      name: 'Kaupungin palvelut',
      dialogs: [
        {
          ...ref,
          trend: {
            kind: 'trend',
            of: 4,
            points: [
              { at: 0, version: '1.0.0', stair: { low: 1, high: 2 }, axes: [] },
              { at: 1, version: '2.0.0', stair: { low: 2, high: 2 }, axes: [] },
            ],
          },
        },
        {
          dialog: 'gone',
          version: '1.0.0',
          trend: { kind: 'trend', of: 1, points: [{ at: 0, version: '1.0.0', axes: [] }] },
        },
      ],
    },
  ],
  'own-listed': [
    {
      kind: 'own-listed',
      ...ref,
      things: [
        { key: 'own-1.name', name: 'Satama' },
        { key: 'spearhead-1', name: 'Sujuva arki' },
      ],
    },
  ],
  ...PEER_REPLIES,
  'kept-list': [{ kind: 'kept-list', own: [{ key: 'k', name: 'Kaupungin palvelut', at: 0 }] }],
  ...WORKSHOP_REPLIES,
  files: [
    { kind: 'files', what: 'transcript' },
    { kind: 'files', what: 'result' },
    { kind: 'files', what: 'workbook' },
  ],
};

export const EVERY_REPLY: readonly Reply[] = Object.values(BY_KIND).flat();

function valuesOf(step: string): Answers {
  const ids = step === 'phases' ? Object.keys(ANSWERS).filter(id => id.startsWith('phase-')) : [step];
  return Object.fromEntries(Object.entries(ANSWERS).filter(([id]) => ids.includes(id)));
}
