/** Replies of the workbook as conversations make them, by kind. */
import type { Reply } from '../../src/conversation/reply.ts';
import { newSession } from '../../src/conversation/session.ts';
import { takeTurn } from '../../src/conversation/turn.ts';
import { realContext, workbook } from '../support/real-context.ts';
import { inputOf } from '../support/transcript.ts';

type WorkbookKind = Extract<Reply['kind'], `workbook-${string}`>;

const FULL =
  'phase-application=full phase-initiation=full phase-handling=partial phase-decision=full phase-invoicing=na phase-archiving=manual phase-supervision=full';

/** Every card, every detour, and words that a renderer might take for markup. */
const SAID: readonly (readonly string[])[] = [
  [
    '[/start]',
    '[yes]',
    '[/workbook]',
    '[#why]',
    '[/status]',
    '[form areas=]',
    '[form areas=work,participation]',
    '[#skip]',
    '[#back]',
    '[form jobseeker-meetings=inuse job-matching=inuse recruitment=planned startup-grants=none]',
    '[#why]',
    `[form ${FULL} usageRate=85 cases=1000 onward=benefit]`,
    '[#why]',
    '[form hourlyPrice=x minutesSaved=5 minutes-handling=5]',
    '[form cases=1000 hourlyPrice=40 yearlyCost=1000 minutesSaved=15 oneOffCost=5000]',
    '[form usageRate=101 cases=1,5]',
    '[form onward=benefit]',
    '[form hourlyPrice=40]',
    '[#why]',
    '[go:own:work]',
    '[#why]',
    '**Satama** [x](https://x.example), käytössä',
    '[#skip]',
    '[go:target]',
    '[#why]',
    '[form services=0 savings=x]',
    '[form services=40 savings=100000]',
    'palautten käyttöaste 70 %',
    'rakennuslupien käyttöaste 70 %',
    'joo',
    '[/status]',
    '[go:service:work:integration]',
    '[go:whole]',
  ],
  ['[/workbook]', '[#finish]', '[go:next]'],
];

/** The largest cards there are: all areas chosen, every service in use, own services as many as fit. */
const OWN = Array.from({ length: 30 }, (_, index) => ({
  id: `own-${index + 1}`,
  name: `Kunnan oma palvelu, jolla on pitkä nimi ja numero ${index + 1}`,
  status: 'inuse' as const,
}));

export const WORKBOOK_REPLIES = gathered([...SAID.flatMap(conversation), ...imported()]);

function conversation(rows: readonly string[]): Reply[] {
  const replies: Reply[] = [];
  let session = newSession('fi');
  for (const row of rows) {
    const turn = takeTurn(realContext, session, inputOf(row, session), 0);
    session = turn.session;
    replies.push(...turn.replies);
  }
  return replies;
}

function imported(): Reply[] {
  const { definition } = workbook;
  const areas = Object.fromEntries(
    definition.areas.map(({ id, services }) => [
      id,
      { own: OWN, services: Object.fromEntries(services.map(one => [one.id, { status: 'inuse' as const }])) },
    ]),
  );
  const answers = { dialog: 'workbook', version: definition.version, areas } as const;
  const first = takeTurn(realContext, newSession('fi'), { kind: 'workbook-import', answers }, 0);
  const press = (to: string) => ({ kind: 'press', press: { do: 'workbook-go', to } }) as const;
  const cards = ['services:environment:1', 'services:environment:2', 'area:environment', 'whole'].flatMap(
    to => takeTurn(realContext, first.session, press(to), 0).replies,
  );
  return [...first.replies, ...cards];
}

function gathered(replies: readonly Reply[]): {
  [Kind in WorkbookKind]: readonly Extract<Reply, { kind: Kind }>[];
} {
  const of = <Kind extends WorkbookKind>(kind: Kind) =>
    replies.filter((reply): reply is Extract<Reply, { kind: Kind }> => reply.kind === kind);
  return {
    'workbook-areas': of('workbook-areas'),
    'workbook-services': of('workbook-services'),
    'workbook-service': of('workbook-service'),
    'workbook-benefit': of('workbook-benefit'),
    'workbook-own': of('workbook-own'),
    'workbook-target': of('workbook-target'),
    'workbook-area': of('workbook-area'),
    'workbook-whole': of('workbook-whole'),
    'workbook-noted': of('workbook-noted'),
    'workbook-did-you-mean': of('workbook-did-you-mean'),
    'workbook-refused': of('workbook-refused'),
    'workbook-status': of('workbook-status'),
    'workbook-explained': of('workbook-explained'),
    'workbook-imported': of('workbook-imported'),
  };
}
