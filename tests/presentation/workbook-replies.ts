/** Replies of the workbook as conversations make them, by kind. */
import { entriesOf } from '../../src/assessment/answers.ts';
import { workbookOf } from '../../src/assessment/scoring/workbook/workbook-instrument.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import { newSession } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { answersInFile } from '../assessment/scoring/workbook/workbook-answers.ts';
import { realContext, workbook } from '../support/real-context.ts';
import { inputOf } from '../support/transcript.ts';

const FULL =
  'application=full initiation=full handling=partial decision=full invoicing=na archiving=manual supervision=full';

/** Every card, every detour, and words that a renderer might take for markup. */
const SAID: readonly (readonly string[])[] = [
  [
    '[/start]',
    '[yes]',
    '[open workbook]',
    '[#why]',
    '[/status]',
    '[form areas=]',
    '[form areas=work,participation]',
    '[#skip]',
    '[#back]',
    '[form jobseeker-meetings=inuse job-matching=inuse recruitment=planned startup-grants=none]',
    '[#why]',
    `[form ${FULL} usage-rate=85 cases=1000 onward=benefit]`,
    '[#why]',
    '[form hourly-price=x minutes-saved=5 minutes-handling=5]',
    '[form cases=1000 hourly-price=40 yearly-cost=1000 minutes-saved=15 one-off-cost=5000]',
    '[form usage-rate=101 cases=1,5]',
    '[form onward=benefit]',
    '[form hourly-price=40]',
    '[#why]',
    '[go:work.statuses.own]',
    '[#why]',
    '**Satama** [x](https://x.example), käytössä',
    '[#skip]',
    '[go:target]',
    '[#why]',
    '[form target-services=0 target-savings=x]',
    '[form target-services=40 target-savings=100000]',
    'palautten käyttöaste 70 %',
    'rakennuslupien käyttöaste 70 %',
    'joo',
    '[/status]',
    '[go:work.integration.details]',
    '[go:result]',
  ],
  ['[open workbook]', '[#finish]', '[go:next]'],
];

/** The largest cards there are: all areas chosen, every service in use, own services as many as fit. */
const OWN = Array.from({ length: 30 }, (_, index) => ({
  id: `own-${index + 1}`,
  name: `Kunnan oma palvelu, jolla on pitkä nimi ja numero ${index + 1}`,
  status: 'inuse' as const,
}));

const WORKBOOK_REPLIES = [...SAID.flatMap(conversation), ...imported()].filter(
  reply => 'dialog' in reply && reply.dialog === 'workbook',
);

/** The workbook's replies of a kind; none such is a mistake here. */
export function ofWorkbook<Kind extends Reply['kind']>(
  kind: Kind,
): readonly Extract<Reply, { kind: Kind }>[] {
  const found = WORKBOOK_REPLIES.filter(
    (reply): reply is Extract<Reply, { kind: Kind }> => reply.kind === kind,
  );
  if (found.length === 0) throw new Error(`no conversation of the workbook has come to ${kind}`);
  return found;
}

function conversation(rows: readonly string[]): Reply[] {
  const replies: Reply[] = [];
  let session = newSession('fi');
  for (const row of rows) {
    const turn = takeTurn({ context: realContext, session, now: 0 }, inputOf(row, session));
    session = turn.session;
    replies.push(...turn.replies);
  }
  return replies;
}

function imported(): Reply[] {
  const { areas } = workbookOf(workbook);
  const filled = areas.map(({ id, services }) => [
    id,
    { own: OWN, services: Object.fromEntries(services.map(one => [one.id, { status: 'inuse' as const }])) },
  ]);
  const entries = entriesOf(answersInFile({ areas: Object.fromEntries(filled) }));
  const file = { kind: 'file', dialog: 'workbook', entries } as const;
  const first = takeTurn({ context: realContext, session: newSession('fi'), now: 0 }, file);
  const press = (to: string) => ({ kind: 'press', press: { do: 'go', to } }) as const;
  const cards = ['environment.statuses.1', 'environment.statuses.2', 'environment.figures', 'result'].flatMap(
    to => takeTurn({ context: realContext, session: first.session, now: 0 }, press(to)).replies,
  );
  const ofOneArea = { ...file, entries: entries.slice(0, 1) };
  const second = takeTurn({ context: realContext, session: first.session, now: 0 }, ofOneArea);
  const nonce = second.session.pending?.nonce ?? '';
  const taken = (['yes', 'earlier'] as const).flatMap(value => {
    const answer = { kind: 'press', press: { do: 'confirm', nonce, value } } as const;
    return takeTurn({ context: realContext, session: second.session, now: 0 }, answer).replies;
  });
  return [...first.replies, ...cards, ...second.replies, ...taken];
}
