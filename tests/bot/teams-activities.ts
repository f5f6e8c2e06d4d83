/** Activities as Microsoft Teams sends them. */

export const BOT = '28:00000000-0000-4000-8000-00000000b070';
export const USER = '29:1bSnHZ7Js2STWrgk6ScEErLk1Lp2zQuD5H2qQ960rtvstKp8tKLl';
const TENANT = '00000000-0000-4000-8000-00000000aaaa';

const personal = { conversationType: 'personal', tenantId: TENANT, id: 'a:1pL6i0oY3C0K8oAj8' };
const group = { isGroup: true, conversationType: 'groupChat', tenantId: TENANT, id: '19:c2f1a0@thread.v2' };
const channel = {
  isGroup: true,
  conversationType: 'channel',
  tenantId: TENANT,
  id: '19:253b1f341670408fb6fe51050b6e5ceb@thread.tacv2;messageid=1736931600000',
};

const clientInfo = { locale: 'sv-FI', country: 'FI', platform: 'Windows', type: 'clientInfo' };
const mention = {
  mentioned: { id: BOT, name: 'Porrasbotti' },
  text: '<at>Porrasbotti</at>',
  type: 'mention',
};

type Fields = Readonly<Record<string, unknown>>;

export function teamsActivities(serviceUrl: string) {
  const common = {
    timestamp: '2026-01-15T09:00:00.000Z',
    localTimestamp: '2026-01-15T11:00:00.000+02:00',
    localTimezone: 'Europe/Helsinki',
    channelId: 'msteams',
    serviceUrl,
    from: { id: USER, name: 'Aino Virtanen', aadObjectId: '00000000-0000-4000-8000-000000000001' },
    recipient: { id: BOT, name: 'Porrasbotti' },
    channelData: { tenant: { id: TENANT } },
  };
  const message = {
    ...common,
    type: 'message',
    id: '1736931600100',
    textFormat: 'plain',
    locale: 'fi-FI',
    entities: [{ ...clientInfo, locale: 'fi-FI' }],
    conversation: personal,
    text: 'hei',
  };
  const html = (content: string) => [{ contentType: 'text/html', content }];
  return {
    personalMessage: (fields: Fields = {}) => ({ ...message, ...fields }),
    press: (value: unknown, fields: Fields = {}) => {
      const { text: _, textFormat: __, ...rest } = message;
      return { ...rest, id: '1736931600200', replyToId: '1736931600150', value, ...fields };
    },
    groupMention: (fields: Fields = {}) => ({
      ...message,
      conversation: group,
      text: '<at>Porrasbotti</at>&nbsp;aloita',
      entities: [mention, clientInfo],
      attachments: html('<p><span itemtype="http://schema.skype.com/Mention">Porrasbotti</span> aloita</p>'),
      ...fields,
    }),
    groupTalk: (fields: Fields = {}) => ({
      ...message,
      conversation: group,
      text: 'hei kaikille',
      ...fields,
    }),
    channelReply: (fields: Fields = {}) => ({
      ...message,
      conversation: channel,
      text: '<at>Porrasbotti</at> kyllä\n',
      entities: [mention, clientInfo],
      channelData: {
        ...common.channelData,
        teamsTeamId: '19:253b1f341670408fb6fe51050b6e5ceb@thread.tacv2',
        teamsChannelId: '19:253b1f341670408fb6fe51050b6e5ceb@thread.tacv2',
      },
      ...fields,
    }),
    installation: (action: string, fields: Fields = {}) => ({
      ...common,
      type: 'installationUpdate',
      id: 'f:4d8b8d2a',
      action,
      locale: 'fi-FI',
      conversation: personal,
      channelData: {
        ...common.channelData,
        settings: { selectedChannel: { id: personal.id } },
        source: { name: 'message' },
      },
      ...fields,
    }),
    membersAdded: (ids: readonly string[], fields: Fields = {}) => ({
      ...common,
      type: 'conversationUpdate',
      id: 'f:8f14e45f',
      conversation: personal,
      membersAdded: ids.map(id => ({ id })),
      ...fields,
    }),
    channelMembersAdded: (ids: readonly string[]) => ({
      ...common,
      type: 'conversationUpdate',
      id: 'f:45c48cce',
      conversation: { ...channel, id: '19:253b1f341670408fb6fe51050b6e5ceb@thread.tacv2' },
      membersAdded: ids.map(id => ({ id })),
      channelData: { ...common.channelData, eventType: 'teamMemberAdded' },
    }),
    reaction: () => ({
      ...common,
      type: 'messageReaction',
      id: 'f:c9f0f895',
      conversation: personal,
      replyToId: '1736931600150',
      reactionsAdded: [{ type: 'like' }],
    }),
    edit: () => ({
      ...message,
      type: 'messageUpdate',
      text: 'hei taas',
      channelData: { ...common.channelData, eventType: 'editMessage' },
    }),
    other: (type: string) => ({ ...common, type, id: 'f:d3d94468', conversation: personal }),
    invoke: (name: string, value: unknown) => ({
      ...common,
      type: 'invoke',
      id: 'f:6512bd43',
      name,
      value,
      conversation: personal,
    }),
  };
}
