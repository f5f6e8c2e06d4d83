/** A talk through our own Direct Line: activities by POST, replies on a WebSocket, as the web page has it. */
import { WebSocket } from 'ws';
import * as z from 'zod';
import { type ReplyGathering, replyGathering } from './reply-gathering.ts';
import type { Say, Talk } from './talk.ts';
import type { Wire } from './wire.ts';

export interface DirectLineTalk {
  turn(): Promise<'done' | 'finished'>;
  close(): void;
}

const tokenSchema = z.object({ token: z.string() });
const begunSchema = z.object({ conversationId: z.string(), streamUrl: z.string() });

interface Line {
  readonly path: string;
  readonly authorization: string;
  readonly socket: WebSocket;
}

/** Nothing is opened before the first turn, which is the greeting. */
export function openDirectLineTalk(address: string, wire: Wire, talk: Talk): DirectLineTalk {
  let line: Line | undefined;
  let gathering: ReplyGathering | undefined;
  const listen = () => {
    gathering = replyGathering(talk);
    return gathering.whole;
  };
  return {
    async turn() {
      const whole = listen();
      const say = talk.say();
      if (line) await post(wire, line, say);
      else line = await begin(address, wire, text => gathering?.add(text));
      return whole;
    },
    close: () => line?.socket.terminate(),
  };
}

async function begin(address: string, wire: Wire, heard: (text: string) => void): Promise<Line> {
  const page = await wire.post('/api/chat/token', '{"locale":"fi"}');
  const { token } = tokenSchema.parse(JSON.parse(page.body));
  const authorization = `Bearer ${token}`;
  const started = await wire.post('/v3/directline/conversations', '{}', authorization);
  const { conversationId, streamUrl } = begunSchema.parse(JSON.parse(started.body));
  const { pathname, search } = new URL(streamUrl);
  const socket = new WebSocket(`${address.replace('http', 'ws')}${pathname}${search}`, {
    perMessageDeflate: false,
    skipUTF8Validation: true,
  });
  socket.on('error', () => socket.terminate());
  socket.on('message', data => heard(String(data)));
  return { path: `/v3/directline/conversations/${conversationId}/activities`, authorization, socket };
}

let posted = 0;

async function post(wire: Wire, { path, authorization }: Line, say: Say): Promise<void> {
  const content = say.kind === 'press' ? { value: say.value } : say.kind === 'text' ? { text: say.text } : {};
  const channelData = { clientActivityID: `c${posted++}` };
  const { status, body } = await wire.post(
    path,
    JSON.stringify({ type: 'message', ...content, from: { id: 'person' }, locale: 'fi-FI', channelData }),
    authorization,
  );
  if (status !== 200) throw new Error(`unexpected answer ${status} ${body.slice(0, 200)}`);
}
