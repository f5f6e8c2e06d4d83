/** A filled spreadsheet sent into a chat in Teams. */
import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FILE_HOSTS, fetchFile } from '../../src/bot/sent-file.ts';
import { createServiceHosts } from '../../src/bot/service-hosts.ts';
import { exported, workbook } from '../reports/workbook/shipped.ts';
import { QUESTIONS } from '../support/content.ts';
import { type RealBot, startRealBot } from './real-bot.ts';
import { type RecordingConnector, startRecordingConnector } from './recording-connector.ts';
import { teamsActivities } from './teams-activities.ts';
import { type TeamsPerson, teamsPerson } from './teams-person.ts';

let connector: RecordingConnector;
let bot: RealBot;
let teams: ReturnType<typeof teamsActivities>;
let own: TeamsPerson;
let files: Server;
let address: string;
/** Until when the answers of the host wait. */
let held: Promise<void>;
let served: { status: number; body: Uint8Array; headers?: Record<string, string> };
let asked: { url: string; authorization: string | undefined }[];

beforeEach(async () => {
  asked = [];
  held = Promise.resolve();
  files = createServer((request, response) => {
    asked.push({ url: request.url ?? '', authorization: request.headers.authorization });
    void held.then(() => {
      response.writeHead(served.status, served.headers);
      response.end(served.body);
    });
  });
  await new Promise<void>(resolve => files.listen(0, '127.0.0.1', resolve));
  const at = files.address();
  const host = `127.0.0.1:${typeof at === 'object' ? at?.port : ''}`;
  address = `http://${host}/personal/aino/filled.xlsx?tempauth=secret`;
  connector = await startRecordingConnector();
  bot = await startRealBot(connector, { trusted: [host] });
  teams = teamsActivities(connector.serviceUrl);
  own = teamsPerson(bot, connector, (value, fields) => teams.press(value, fields));
  served = { status: 200, body: FILLED };
});
afterEach(async () => {
  await bot.close();
  await connector.close();
  await new Promise(resolve => files.close(resolve));
});

const FILLED = exported({
  dialog: 'workbook',
  version: workbook.instrument.version,
  areas: { work: { services: { 'job-matching': { status: 'inuse', usageRate: 81 } } } },
});

const file = (downloadUrl: string | undefined, name = 'filled.xlsx') => ({
  contentType: 'application/vnd.microsoft.teams.file.download.info',
  contentUrl: 'https://kunta-my.sharepoint.com/personal/aino/filled.xlsx',
  name,
  content: { downloadUrl, uniqueId: '1', fileType: 'xlsx' },
});
const sends = (attachment: object, fields: object = {}) =>
  own.do(teams.personalMessage({ text: '', attachments: [attachment], ...fields }));
const said = () => own.seen.map(({ activity }) => activity.summary ?? activity.text).join('\n');

describe('in a chat of one’s own', () => {
  test('is taken over into the conversation', async () => {
    await sends(file(address));
    expect(said()).toContain('Luin työkirjan taulukosta');
    expect(asked).toEqual([{ url: '/personal/aino/filled.xlsx?tempauth=secret', authorization: undefined }]);
    expect(JSON.stringify(bot.logged)).not.toContain('tempauth');
  });

  test('is taken over once, however often the channel sends it', async () => {
    const activity = teams.personalMessage({ text: '', attachments: [file(address)] });
    await bot.call(activity);
    await bot.call(activity);
    await bot.settled();
    const words = connector.sent.map(one => one.activity.summary ?? one.activity.text).join('\n');
    expect(words.split('Luin työkirjan')).toHaveLength(2);
  });

  test('has a place before a byte of it is fetched: one conversation’s files do not fill the memory', async () => {
    let letGo = () => {};
    held = new Promise(resolve => {
      letGo = resolve;
    });
    const sending = Array.from({ length: 5 }, () =>
      bot.call(teams.personalMessage({ text: '', attachments: [file(address)] })),
    );
    const words = () => connector.sent.map(one => one.activity.summary ?? one.activity.text).join('\n');
    await expect.poll(words).toContain('haku ei onnistunut');
    letGo();
    await Promise.all(sending);
    await bot.settled();
    expect(asked).toHaveLength(3);
    await sends(file(address));
    expect(asked).toHaveLength(4);
    expect(said()).toContain('Luin työkirjan taulukosta');
  });

  test('with words beside it, the words are no answer', async () => {
    await own.do(teams.personalMessage({ text: 'aloita' }));
    await sends(file(address), { text: 'kyllä, tässä' });
    expect(said()).toContain('Luin työkirjan taulukosta');
    const { id } = teams.personalMessage().conversation;
    const { record } = await bot.store.load({ channel: 'msteams', conversation: id });
    expect(record).not.toContain('"need":"yes"');
  });

  test('with something wrong in it is told cell by cell, and changes nothing', async () => {
    served = { status: 200, body: Buffer.from('not a spreadsheet') };
    await sends(file(address));
    expect(said()).toContain('Taulukossa on korjattavaa');
  });

  test.each([
    ['gone', () => ({ status: 404, body: FILLED }), 'haku ei onnistunut'],
    [
      'elsewhere',
      () => ({ status: 302, body: FILLED, headers: { location: 'https://evil.example' } }),
      'haku ei onnistunut',
    ],
    ['too large', () => ({ status: 200, body: Buffer.alloc(6 * 1024 * 1024) }), 'liian suuri'],
    [
      'too large and of no told length',
      () => ({
        status: 200,
        body: Buffer.alloc(6 * 1024 * 1024),
        headers: { 'transfer-encoding': 'chunked' },
      }),
      'liian suuri',
    ],
  ])('that is %s is told of, with where to bring it', async (_, answer, words) => {
    served = answer();
    await sends(file(address));
    expect(said()).toContain(words);
    expect(said()).toContain('https://portaat.example.fi');
  });

  test.each([
    ['http://169.254.169.254/latest/filled.xlsx'],
    ['https://evil.example/filled.xlsx'],
    ['https://sharepoint.com.evil.example/filled.xlsx'],
    ['https://kunta.sharepoint.com:8443/filled.xlsx'],
    ['https://user@kunta.sharepoint.com/filled.xlsx'],
    ['http://kunta.sharepoint.com/filled.xlsx'],
  ])('at %s is not fetched', async url => {
    const hosts = createServiceHosts({ known: FILE_HOSTS, trusted: [], plainHttp: 'refused' });
    expect(await fetchFile(url, { hosts, largest: 10 })).toEqual({ kind: 'not-fetched' });
    await sends(file(url));
    expect(said()).toContain('haku ei onnistunut');
  });
});

describe('where a bot cannot have it', () => {
  const { conversation } = teamsActivities('https://smba.trafficmanager.net/').groupMention();

  test('in a group, people are told where to bring it', async () => {
    const attachment = {
      contentType: 'reference',
      contentUrl: 'https://kunta.sharepoint.com/filled.xlsx',
      name: 'filled.xlsx',
    };
    await own.do(
      teams.groupMention({ text: '<at>Porrasbotti</at> kyllä', conversation, attachments: [attachment] }),
    );
    expect(said()).toContain('En pysty avaamaan taulukkoa');
    expect(asked).toEqual([]);
  });

  test('without an address, too', async () => {
    await sends(file(undefined));
    expect(said()).toContain('En pysty avaamaan taulukkoa');
  });

  test('a picture with words is still words', async () => {
    await own.do(teams.personalMessage({ text: 'aloita' }));
    await sends({ contentType: 'image/png', name: 'kuva.png' }, { text: 'kyllä' });
    expect(said()).toContain(`Kysymys 2/${QUESTIONS}`);
  });
});
