/** The server as it is built sends its replies to a channel: the client for that is loaded when the first one leaves. */
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, it, onTestFinished } from 'vitest';
import { builtServer } from '../support/built-server.ts';
import { freePort } from '../support/free-port.ts';

/** A channel that takes whatever is sent to it; the texts and summaries of what came. */
async function channel() {
  const came: string[] = [];
  const server = createServer(async (request, response) => {
    came.push(await text(request));
    response.writeHead(201, { 'content-type': 'application/json' }).end('{"id":"m1"}');
  });
  const port = await freePort();
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { came, serviceUrl: `http://127.0.0.1:${port}` };
}

it('a greeting arrives at the channel that told of the person', async () => {
  const { came, serviceUrl } = await channel();
  const server = await builtServer();
  onTestFinished(server.remove);
  const said = await fetch(`${server.address}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id: 'a1',
      text: 'hei',
      locale: 'fi-FI',
      channelId: 'emulator',
      serviceUrl,
      conversation: { id: 'c1' },
      from: { id: 'person' },
      recipient: { id: 'bot' },
    }),
  });
  expect(said.status).toBe(200);
  await expect.poll(() => came.length).toBeGreaterThan(0);
  expect(came.join('\n')).toContain('Porrasbotti');
});
