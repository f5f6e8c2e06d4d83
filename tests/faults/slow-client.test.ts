/** A client that never ends its headers holds no connection for long, and nobody else up. */
import { expect, it } from 'vitest';
import { open } from '../http/raw-request.ts';
import { appInProcess } from '../support/app-in-process.ts';

it('headers that never end are cut off by the server, while others are served', {
  timeout: 120_000,
}, async () => {
  const app = await appInProcess();
  const socket = open(app.address);
  let answer = '';
  const ended = new Promise(resolve => socket.once('close', resolve));
  socket.on('data', part => {
    answer += part;
  });
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ');
  expect((await fetch(`${app.address}/health`)).status).toBe(200);
  await ended;
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect((await fetch(`${app.address}/health`)).status).toBe(200);
  await app.close();
});
