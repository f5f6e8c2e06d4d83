/** Somebody who talks to a bot, one turn after the other, in one of the three ways that replies come. */
import { activityOf, type Channel } from './activity.ts';
import type { Connector } from './connector.ts';
import { openDirectLineTalk } from './direct-line-talk.ts';
import type { Job } from './job.ts';
import { newTalk, type Talk } from './talk.ts';
import { openWire, type Wire } from './wire.ts';

export interface Person {
  /** Says the next thing and waits for the whole reply. `finished`: a conversation came to its end. */
  turn(): Promise<'done' | 'finished'>;
  close(): void;
}

/** Talks that one person goes round: no thread gets more than seven messages a second, however fast the person is. */
const AT_ONCE = 64;

/** Nobody listens there: with replies in the answer it is only a name. */
const NOWHERE = 'http://127.0.0.1:9/';

export async function newPerson(job: Job, connector: Connector | undefined): Promise<Person> {
  const wire = await openWire(job.address);
  if (job.way === 'direct-line') {
    const second = job.second === undefined ? undefined : await openWire(job.second);
    return throughDirectLine(job, second ? inTurn(wire, second) : wire);
  }
  if (!connector) return inAnswers(job, wire);
  return throughConnector(job, { wire, connector });
}

function inAnswers(job: Job, wire: Wire): Person {
  const serviceUrl = job.serviceUrl ?? NOWHERE;
  const channel: Channel = { channelId: 'webchat', serviceUrl, delivery: 'expectReplies' };
  let talk = newTalk(job);
  return {
    async turn() {
      const { status, body } = await wire.post(
        '/api/messages',
        activityOf(channel, talk, talk.say()),
        job.authorization,
      );
      const heard = talk.hear(body);
      if (status !== 200 || heard === 'more')
        throw new Error(`unexpected answer ${status} ${body.slice(0, 200)}`);
      if (heard === 'finished') talk = newTalk(job);
      return heard;
    },
    close: wire.close,
  };
}

function throughConnector(job: Job, { wire, connector }: { wire: Wire; connector: Connector }): Person {
  const channel: Channel = { channelId: 'msteams', serviceUrl: connector.address, delivery: 'normal' };
  const talks = Array.from({ length: AT_ONCE }, () => newTalk(job));
  let turns = 0;
  return {
    async turn() {
      const at = turns++ % AT_ONCE;
      const talk = talks[at] ?? newTalk(job);
      const replies = connector.await(talk);
      const [{ status }, heard] = await Promise.all([
        wire.post('/api/messages', activityOf(channel, talk, talk.say()), job.authorization),
        replies,
      ]);
      if (status >= 300) throw new Error(`unexpected answer ${status}`);
      if (heard === 'finished') talks[at] = newTalk(job);
      return heard;
    },
    close: wire.close,
  };
}

async function throughDirectLine(job: Job, wire: Wire): Promise<Person> {
  const begin = (talk: Talk) => openDirectLineTalk(nextAddress(job), wire, talk);
  let line = begin(newTalk(job));
  return {
    async turn() {
      const heard = await line.turn();
      if (heard !== 'finished') return heard;
      line.close();
      line = begin(newTalk(job));
      return heard;
    },
    close() {
      line.close();
      wire.close();
    },
  };
}

let begun = 0;

/** Where the next socket is opened. */
function nextAddress({ address, second = address }: Job): string {
  return begun++ % 2 === 0 ? address : second;
}

/** Two connections as one, used in turn. */
function inTurn(first: Wire, second: Wire): Wire {
  let posted = 0;
  return {
    post: (path, body, authorization) =>
      (posted++ % 2 === 0 ? first : second).post(path, body, authorization),
    close() {
      first.close();
      second.close();
    },
  };
}
