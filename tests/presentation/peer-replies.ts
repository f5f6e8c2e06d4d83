/** What is said about comparing with other municipalities, in each of its forms. */
import type { Reply } from '../../src/conversation/reply.ts';
import { stoodOn } from '../support/content.ts';

type ReplyOf<Kind extends Reply['kind']> = Extract<Reply, { kind: Kind }>;

const stair = { dialog: 'quick-check', version: stoodOn('quick-check').version };
const levels = { dialog: 'profile', version: stoodOn('profile').version };
const asked = { kind: 'compare-asked', nonce: '5f' } as const;
const own = { size: 'under-20000', group: 'rural' } as const;
const quartiles = { n: 18, low: 1, median: 2, high: 3 };

export const PEER_REPLIES: {
  readonly 'compare-asked': readonly ReplyOf<'compare-asked'>[];
  readonly compared: readonly ReplyOf<'compared'>[];
} = {
  'compare-asked': [
    { ...asked, ...stair, asks: 'group', class: {}, figures: { stair: 2 } },
    { ...asked, ...stair, asks: 'size', class: { group: 'urban' }, figures: { stair: 2 } },
    { ...asked, ...stair, asks: 'share', class: own, figures: { stair: 2 } },
    { ...asked, ...levels, asks: 'share', class: own, figures: { 'perspectives.strategy': 2 } },
  ],
  compared: [
    {
      kind: 'compared',
      ...stair,
      sharing: 'on',
      peers: {
        class: own,
        own: { stair: 2 },
        beside: [
          { of: 'under-20000', rows: [{ figure: 'stair', own: 2, ...quartiles }] },
          { of: 'rural', rows: [{ figure: 'stair', own: 2, ...quartiles }] },
        ],
      },
    },
    {
      kind: 'compared',
      ...levels,
      sharing: 'off',
      peers: {
        class: own,
        own: { 'perspectives.strategy': 2 },
        beside: [{ of: 'under-20000', rows: [{ figure: 'perspectives.strategy', own: 2, ...quartiles }] }],
      },
    },
    { kind: 'compared', ...stair, sharing: 'begun', peers: { class: own, own: { stair: 0 }, beside: [] } },
  ],
};
