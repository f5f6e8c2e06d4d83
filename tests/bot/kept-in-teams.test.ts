/** In Teams people find what they kept as themselves: by the id that Teams vouches for, which is kept nowhere. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createResumeCodes } from '../../src/turns/resume-codes.ts';
import { type RealBot, startRealBot } from './real-bot.ts';
import { type RecordingConnector, startRecordingConnector } from './recording-connector.ts';
import { teamsActivities } from './teams-activities.ts';
import { type TeamsPerson, teamsPerson } from './teams-person.ts';

const AINO = '00000000-0000-4000-8000-000000000001';
const OTHER = '00000000-0000-4000-8000-000000000002';
const codes = createResumeCodes(() => ['salaisuus-vain-testeihin-0123456789']);

let connector: RecordingConnector;
let bot: RealBot;

beforeEach(async () => {
  connector = await startRecordingConnector();
  bot = await startRealBot(connector, { codes });
});
afterEach(async () => {
  await bot.close();
  await connector.close();
});

/** Somebody in a chat of their own, with the last words of the bot. */
function chat(aadObjectId: string, id: string) {
  const activities = teamsActivities(connector.serviceUrl);
  const person: TeamsPerson = teamsPerson(bot, connector, activities.press);
  const say = async (text: string) => {
    const { from, conversation } = activities.personalMessage();
    await person.do(
      activities.personalMessage({
        text,
        from: { ...from, aadObjectId },
        conversation: { ...conversation, id },
      }),
    );
    return JSON.stringify(person.seen);
  };
  return say;
}

it('from another chat of theirs, in other letters of the id as well, and nobody else does', async () => {
  const first = chat(AINO, 'a:first');
  for (const words of ['aloita', 'ohita', 'kyllä', 'näytä tulos', 'säilytä tulos']) await first(words);
  expect(await first('Oulun palvelut')).toContain('Löydät tulokset');
  expect(await chat(AINO.toUpperCase(), 'a:second')('säilytetyt tulokset')).toContain('Oulun palvelut');
  expect(await chat(OTHER, 'a:third')('säilytetyt tulokset')).not.toContain('Oulun palvelut');
  const kept = JSON.stringify(await bot.store.load({ channel: 'msteams', conversation: 'a:first' }));
  expect(kept).not.toContain(AINO);
});
