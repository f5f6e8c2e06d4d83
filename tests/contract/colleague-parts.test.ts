/** A colleague's part through real turns on both stores: just those questions, nothing else, and back under a role. */
import { describe, expect, it } from 'vitest';
import type { Input } from '../../src/conversation/input.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import { resumeCodeIn } from '../../src/conversation/resume-code.ts';
import { newSession } from '../../src/conversation/session.ts';
import type { Store } from '../../src/store/port.ts';
import { createTurns } from '../../src/turns/create-turns.ts';
import { createResumeCodes } from '../../src/turns/resume-codes.ts';
import { shippedContext } from '../support/real-context.ts';
import { inputOf } from '../support/transcript.ts';
import { bothStores } from './both-stores.ts';

const DAY_MS = 86_400_000;
const codes = createResumeCodes(() => ['salaisuus-vain-testeihin-0123456789']);

const STORES = bothStores();

function officeOn(store: Store, place?: 'personal' | 'group') {
  const clock = { now: 1_000_000 };
  const turns = createTurns({
    store,
    context: shippedContext,
    now: () => clock.now,
    codes,
    count: () => undefined,
  });
  let deliveries = 0;
  const says = async (conversation: string, what: string): Promise<readonly Reply[]> => {
    clock.now += 10;
    deliveries += 1;
    const key = { channel: 'test', conversation };
    const session = (await turns.recall(key)) ?? newSession('fi');
    const code = resumeCodeIn(what);
    const shown = session.part?.inner ?? session;
    const input: Input =
      code === undefined ? inputOf(what, { ...session, ...shown }) : { kind: 'resume-code', code };
    const outcome = await turns.process({
      key,
      deliveryId: String(deliveries),
      locale: 'fi',
      input,
      ...(place && { place }),
      out: { to: 'caller' },
    });
    if (outcome.kind !== 'applied') throw new Error(`${what} was ${outcome.kind}`);
    return outcome.said.map(({ reply }) => reply);
  };
  const does = async (conversation: string, ...what: readonly string[]) => {
    let said: readonly Reply[] = [];
    for (const next of what) said = await says(conversation, next);
    return said;
  };
  const session = async (conversation: string) => turns.recall({ channel: 'test', conversation });
  return { store, turns, clock, does, session };
}
type Office = ReturnType<typeof officeOn>;

const kinds = (said: readonly Reply[]) =>
  said
    .map(reply =>
      reply.kind === 'notice'
        ? reply.notice
        : reply.kind === 'question'
          ? `question ${reply.step}`
          : reply.kind,
    )
    .join(' ');

function codeIn(said: readonly Reply[]): string {
  const offered = said.find(reply => reply.kind === 'part-offered');
  return (offered && codes.shown('part', offered)) ?? '';
}

/** The asker marks two questions of the quick check and makes a link for a role. */
async function asked({ does }: Office, role = 'talousjohtaja', conversation = 'asker'): Promise<string> {
  await does(
    conversation,
    '[open quick-check]',
    'ohita',
    '[yes]',
    '[no]',
    'kysy kollegalta',
    '[yes]',
    'kysy kollegalta',
  );
  return codeIn(await does(conversation, 'tee linkki kollegalle', role));
}

describe.each(STORES)('a colleague’s part on %s', (_, backendOf) => {
  async function inOffice(
    work: (office: Office) => Promise<void>,
    place?: 'personal' | 'group',
  ): Promise<void> {
    const backend = backendOf();
    try {
      await work(officeOn(await backend.open(), place));
    } finally {
      await backend.close();
    }
  }

  it('asks just those questions, hands the answers in, and comes back under the role before the summary', async () => {
    await inOffice(async office => {
      const { does, session } = office;
      const code = await asked(office);
      const marked = (await session('asker'))?.runs['quick-check']?.colleague ?? [];
      expect(marked).toHaveLength(2);
      const begun = await does('colleague', code);
      expect(kinds(begun)).toBe(`part-begun question ${marked[0]}`);
      expect(begun[1]).toMatchObject({ progress: { position: 1, total: 2 } });
      expect(kinds(await does('colleague', '[yes]'))).toBe(`answered question ${marked[1]}`);
      expect(kinds(await does('colleague', '[partly]'))).toBe('answered part-done');
      const said = await does('asker', '[/summary]');
      expect(kinds(said)).toBe('colleagues-said summary');
      expect(said[0]).toMatchObject({
        rows: [
          { key: marked[0], said: [{ role: 'talousjohtaja', value: 'yes' }] },
          { key: marked[1], said: [{ role: 'talousjohtaja', value: 'partly' }] },
        ],
      });
      expect(said[1]).toMatchObject({
        answers: { [marked[0] ?? '']: 'yes', [marked[1] ?? '']: 'partly' },
        by: { [marked[0] ?? '']: 'talousjohtaja' },
        colleague: [],
      });
    });
  });

  it('has nothing of the asker in it: no answer is shown, kept or saved with it', async () => {
    await inOffice(async office => {
      const code = await asked(office);
      const begun = await office.does('colleague', code);
      expect(JSON.stringify(begun)).not.toContain('"no"');
      const part = (await office.session('colleague'))?.part;
      expect(part?.asked.names).toEqual({});
      expect(part?.inner.runs['quick-check']?.answers).toEqual({});
      // Neither the summary nor a status of all questions, nor the result, is to be had.
      const early = await office.does('colleague', '[/summary]');
      expect(JSON.stringify(early)).not.toContain('need');
    });
  });

  it('differences are shown before the result, with the asker’s own, and the asker’s answer stays', async () => {
    await inOffice(async office => {
      const { does, session } = office;
      const one = await asked(office);
      const other = codeIn(await does('asker', '[/invite]', 'tietohallinto'));
      const [first = '', second = ''] = (await session('asker'))?.runs['quick-check']?.colleague ?? [];
      await does('a', one, '[yes]', '[yes]');
      await does('b', other, '[no]', '[yes]');
      await does('asker', `[edit:${second}]`, '[no]');
      const said = await does('asker', '[/finish]');
      expect(kinds(said)).toBe('colleagues-said result');
      expect(said[0]).toMatchObject({
        rows: [
          {
            key: first,
            said: [
              { role: 'talousjohtaja', value: 'yes' },
              { role: 'tietohallinto', value: 'no' },
            ],
          },
          { key: second, said: [{ value: 'no' }, { role: 'talousjohtaja' }, { role: 'tietohallinto' }] },
        ],
      });
      const answers = (await session('asker'))?.runs['quick-check']?.answers;
      expect([answers?.[first], answers?.[second]]).toEqual(['unknown', 'no']);
    });
  });

  it('the colleague’s own assessment is as it was, before and after', async () => {
    await inOffice(async office => {
      const { does, session } = office;
      const code = await asked(office);
      await does('colleague', '[open quick-check]', 'ohita', '[partly]');
      const own = (await session('colleague'))?.runs;
      await does('colleague', code);
      expect(kinds(await does('colleague', 'tallenna tulos'))).toContain('part-first');
      await does('colleague', '[yes]', '[yes]');
      expect((await session('colleague'))?.runs).toEqual(own);
      expect((await session('colleague'))?.part).toBeUndefined();
    });
  });

  it('is left and come back to; answered again, the later answers count once', async () => {
    await inOffice(async office => {
      const { does } = office;
      const code = await asked(office);
      await does('colleague', code, '[yes]');
      expect(kinds(await does('colleague', 'peruuta'))).toBe('part-left');
      await does('colleague', code, '[no]', '[no]');
      await does('colleague', code, '[yes]', '[yes]');
      const [said] = await does('asker', '[/summary]');
      expect(said).toMatchObject({ rows: [{ said: [{ value: 'yes' }] }, { said: [{ value: 'yes' }] }] });
    });
  });

  it('asks nothing once it is closed, erased or too old, also of somebody in the middle of it', async () => {
    await inOffice(async office => {
      const { does, clock } = office;
      const closed = await asked(office);
      await does('colleague', closed, '[yes]');
      expect(kinds(await does('asker', 'sulje jakolinkit'))).toBe('links-closed');
      expect(kinds(await does('colleague', '[yes]'))).toBe('part-closed');
      expect(kinds(await does('late', closed))).toBe('kept-unknown');
      const erased = await asked(office, 'johtaja', 'other');
      await does('other', '[/erase]', '[?yes]');
      expect(kinds(await does('late', erased))).toBe('kept-unknown');
      const old = await asked(office, 'johtaja', 'third');
      clock.now += 14 * DAY_MS;
      expect(kinds(await does('late', old))).toBe('kept-unknown');
    });
  });

  it('an erasure in the middle of it leaves nothing of the colleague', async () => {
    await inOffice(async office => {
      const { does, session } = office;
      const code = await asked(office);
      await does('colleague', '[open quick-check]', 'ohita', '[partly]');
      await does('colleague', code, '[yes]', 'poista tietoni');
      expect(kinds(await does('colleague', '[?yes]'))).toBe('erased');
      const left = await session('colleague');
      expect([left?.runs, left?.part]).toEqual([{}, undefined]);
    });
  });

  it('is asked of nobody where nothing was marked, and answered by no group', async () => {
    await inOffice(async ({ does }) => {
      await does('asker', '[open quick-check]', 'ohita');
      expect(kinds(await does('asker', 'tee linkki kollegalle'))).toBe('nothing-for-colleague');
    });
    await inOffice(async ({ does }) => {
      await does('group', '[open quick-check]', 'ohita', 'kysy kollegalta');
      expect(kinds(await does('group', '[/invite]'))).toBe('unavailable-here');
    }, 'group');
  });
});
