/** Somebody in Microsoft Teams, whose bot answers in the call itself so that nothing has to listen for it. */
import { randomUUID } from 'node:crypto';
import { wordsIn } from './person.ts';

export const TEAMS_NAME = 'Aino Testaaja-4711';
export const TEAMS_USER = '29:aino-4711';

/** Sends words or a button's data; gives what is shown in return. */
export function teamsPersonAt(address: string) {
  const conversation = { conversationType: 'personal', id: `a:${randomUUID()}` };
  return async (what: string | object): Promise<string> => {
    const response = await fetch(`${address}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        id: randomUUID(),
        channelId: 'msteams',
        serviceUrl: 'http://127.0.0.1:9/teams/',
        deliveryMode: 'expectReplies',
        conversation,
        from: { id: TEAMS_USER, name: TEAMS_NAME },
        recipient: { id: '28:porrasbotti', name: 'Porrasbotti' },
        locale: 'fi-FI',
        ...(typeof what === 'string' ? { text: what } : { value: what }),
      }),
    });
    if (!response.ok) throw new Error(`Teams was answered ${response.status}`);
    return wordsIn(await response.json());
  };
}
