/** The replies of a workshop, of each kind that is drawn differently. */
import { ballotParts } from '../../src/assessment/workshop/ballot.ts';
import { consensusOf, consensusSection } from '../../src/assessment/workshop/consensus.ts';
import { spreadsOf } from '../../src/assessment/workshop/spread.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import { stoodOn } from '../support/content.ts';

const quickCheck = stoodOn('quick-check');
const workbook = stoodOn('workbook');
const [whole] = ballotParts(quickCheck);
const areas = ballotParts(workbook);

const all = { dialog: quickCheck.id, version: quickCheck.version, at: [] };
const area = { dialog: workbook.id, version: workbook.version, at: areas[4]?.at ?? [] };
const opened = { id: 'A'.repeat(22), code: 'ABCD-2345', judged: all };
const ofArea = { ...opened, judged: area };
const secret = 'B'.repeat(22);

export const SPREADS = whole
  ? spreadsOf(quickCheck, whole, {
      need: { at: 1, n: 4, counts: { yes: 4 } },
      plan: { at: 1, n: 4, counts: { yes: 2, no: 2 } },
      'phase-decision': { at: 1, n: 3, counts: { full: 1, manual: 1, na: 1 } },
      leadership: { at: 1, n: 3, counts: { partly: 1, no: 1, unknown: 1 } },
    })
  : [];

const consensus = consensusOf(SPREADS, { workshop: opened.id, members: 4, agreed: { 'usage-rate': 60 } });

/** The section of a result that came of a workshop. */
export const CONSENSUS = consensusSection(
  consensus,
  Object.fromEntries(consensus.answers.map(({ key, value }) => [key, value])),
);

export const WORKSHOP_REPLIES = {
  'workshop-choice': [
    {
      kind: 'workshop-choice',
      parts: [all, ...areas.map(({ at }) => ({ dialog: workbook.id, version: workbook.version, at }))],
    },
    { kind: 'workshop-choice', parts: [all, area], value: 'quick-check/all' },
  ],
  'workshop-led': [
    { kind: 'workshop-led', ...opened, secret, answered: 0 },
    { kind: 'workshop-led', ...opened, secret, answered: 1 },
    { kind: 'workshop-led', ...ofArea, answered: 12, shared: true },
    { kind: 'workshop-led', ...ofArea },
  ],
  'workshop-ballot': [
    { kind: 'workshop-ballot', ...opened },
    { kind: 'workshop-ballot', ...ofArea, shared: true },
  ],
  'workshop-noted': [{ kind: 'workshop-noted', ...opened }],
  'workshop-spread': [
    { kind: 'workshop-spread', ...opened, answered: 4, waiting: 0, spreads: SPREADS, agreed: {} },
    {
      kind: 'workshop-spread',
      ...opened,
      answered: 5,
      waiting: 1,
      spreads: SPREADS,
      agreed: { plan: 'partly', 'usage-rate': 60.5 },
    },
  ],
  'workshop-handed': [{ kind: 'workshop-handed', ...opened, secret }],
} as const satisfies { [Kind in Extract<Reply['kind'], `workshop-${string}`>]: readonly Reply[] };
