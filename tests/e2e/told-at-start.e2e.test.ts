/** What a server says as it starts to whoever runs it. */
import { expect, it } from 'vitest';
import { builtServer } from '../support/built-server.ts';

it.each([
  [
    'which limits hold where others reach it without NODE_ENV=production',
    { HOST: '0.0.0.0', TEAMS_CHANNEL: 'off' },
    1,
  ],
  ['nothing of the kind on this machine alone', {}, 0],
])('%s', async (_, settings, lines) => {
  const bot = await builtServer(settings);
  try {
    const told = bot.saidFirst.filter(line => line.includes('without NODE_ENV=production'));
    expect(told).toHaveLength(lines);
  } finally {
    await bot.remove();
  }
});
