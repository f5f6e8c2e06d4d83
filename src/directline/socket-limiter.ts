/** Limits the open sockets: in all, by address and by conversation. */
import type { WebSocket } from 'ws';
import type { Limits } from './limits.ts';
import { Refusal } from './refusal.ts';
import type { Stream } from './stream.ts';

export interface OpenSocket {
  readonly stream: Stream;
  readonly socket: WebSocket;
  readonly conversation: string;
  readonly address: string;
}

export interface SocketLimiter {
  /** Throws a Refusal when there is no room for another socket from this address. */
  makeRoom(address: string): void;
  /** Lets a socket in until it closes. Of its conversation the oldest goes when there are too many. */
  enter(member: OpenSocket): void;
  /** The streams of a conversation. */
  of(conversation: string): readonly Stream[];
  /** Pings the next of `groups` equal parts of all sockets: five thousand in one go would keep the turns waiting. */
  beat(): void;
  readonly groups: number;
  count(): number;
  /** Ends all and lets nobody in any more; resolves when they are gone. */
  close(): Promise<void>;
}

type SocketLimits = Pick<Limits, 'sockets' | 'socketsPerAddress' | 'socketsPerConversation' | 'beatMs'>;

/** How long a client has to answer our goodbye. */
const FAREWELL_MS = 1000;

export function createSocketLimiter(limits: SocketLimits): SocketLimiter {
  const members = new Set<OpenSocket>();
  const beaten = beatGroups(limits.beatMs);
  const byAddress = groupsBy(({ address }) => address);
  const byConversation = groupsBy(({ conversation }) => conversation);
  const entry = { open: true };
  return {
    makeRoom: address => {
      if (!entry.open || members.size >= limits.sockets) throw new Refusal('Unavailable', { retryAfter: 5 });
      if (byAddress.of(address).length >= limits.socketsPerAddress) {
        throw new Refusal('TooManyRequests', { retryAfter: 30 });
      }
    },
    enter: member => {
      const groups = [members, byAddress, byConversation, beaten.next()];
      for (const group of groups) group.add(member);
      member.socket.once('close', () => {
        for (const group of groups) group.delete(member);
      });
      const siblings = byConversation.of(member.conversation).filter(isOpen);
      for (const oldest of siblings.slice(0, -limits.socketsPerConversation)) oldest.stream.cut('crowded');
    },
    of: conversation => byConversation.of(conversation).map(({ stream }) => stream),
    groups: beaten.count,
    beat: beaten.beat,
    count: () => members.size,
    close: async () => {
      entry.open = false;
      await Promise.all([...members].map(sayGoodbye));
    },
  };
}

/** Sockets dealt out evenly to up to 60 groups, each pinged in its turn. */
function beatGroups(beatMs: number) {
  const count = Math.min(60, Math.ceil(beatMs / SHORTEST_BEAT_MS));
  const groups = Array.from({ length: count }, () => new Set<OpenSocket>());
  const at = { dealt: 0, beaten: 0 };
  const group = (index: number) => groups[index % count] ?? new Set<OpenSocket>();
  return {
    count,
    next: () => group(at.dealt++),
    beat: () => {
      for (const { stream } of group(at.beaten++)) stream.beat();
    },
  };
}

const SHORTEST_BEAT_MS = 10;

function isOpen({ socket }: OpenSocket): boolean {
  return socket.readyState === socket.OPEN;
}

async function sayGoodbye({ socket, stream }: OpenSocket): Promise<void> {
  if (socket.readyState === socket.CLOSED) return;
  await new Promise<void>(resolve => {
    const impatience = setTimeout(() => socket.terminate(), FAREWELL_MS);
    socket.once('close', () => {
      clearTimeout(impatience);
      resolve();
    });
    stream.cut('leaving');
  });
}

/** Members in groups, each in the order they came; an empty group is forgotten. */
function groupsBy(nameOf: (member: OpenSocket) => string) {
  const groups = new Map<string, Set<OpenSocket>>();
  return {
    of: (name: string): readonly OpenSocket[] => [...(groups.get(name) ?? [])],
    add: (member: OpenSocket) => {
      const name = nameOf(member);
      groups.set(name, (groups.get(name) ?? new Set<OpenSocket>()).add(member));
    },
    delete: (member: OpenSocket) => {
      const name = nameOf(member);
      const group = groups.get(name);
      group?.delete(member);
      if (group?.size === 0) groups.delete(name);
    },
  };
}
