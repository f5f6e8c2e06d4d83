import type { GridAnswer, GridFilled, GridView } from '../src/presentation/grid-shown.ts';
import { field } from './activity.ts';
import { newActivityId } from './activity-id.ts';
import { type Grant, type GrantOptions, Refused, requestGrant } from './grant.ts';
import type { Batch } from './grid-saver.ts';
import { timeLimit } from './line.ts';

export interface GridCalls {
  readonly load: () => Promise<GridView>;
  readonly save: (batch: Batch) => Promise<GridAnswer>;
  /** Goes to a card of the instrument in the chat. */
  readonly goTo: (dialog: string, card: string) => Promise<void>;
  /** Asks a register of services what it proposes for the rows. */
  readonly fill: () => Promise<GridFilled>;
}

/** The server's side of the page. All calls throw Refused with its status, or another error when no answer came. */
export function createGridCalls(path: string, options: GrantOptions): GridCalls {
  const { locale } = options;
  const call = createCaller(options);
  const press = async (value: object) => {
    const body = {
      type: 'message',
      locale: locale(),
      value,
      channelData: { clientActivityID: newActivityId(), postBack: true },
    };
    await call(({ conversationId }) => ({
      url: `/v3/directline/conversations/${encodeURIComponent(conversationId)}/activities`,
      body,
    }));
  };
  const asked = `/api/grid/${path}?lang=${locale()}`;
  return {
    load: async () => gridIn(await call(() => ({ url: asked }))),
    save: async batch => answerOf(await call(() => ({ url: asked, body: batch }))),
    goTo: (dialog, card) => press({ do: 'go', to: card, dialog }),
    fill: async () =>
      answerOf(
        await call(() => ({
          url: `/api/grid/${path}/fill?lang=${locale()}`,
          body: { id: newActivityId() },
        })),
      ),
  };
}

interface Asked {
  readonly url: string;
  /** Left out where something is only read. */
  readonly body?: object;
}

/** A grant lasts half an hour: one that has run out gives way to another, once. */
function createCaller(options: GrantOptions) {
  let held: Promise<Grant> | undefined;
  let conversation: string | undefined;

  /** Once its conversation has been erased or left, another one would begin: nothing goes there from here. */
  const sameGrant = async () => {
    const grant = await requestGrant(options);
    conversation ??= grant.conversationId;
    if (grant.conversationId !== conversation) throw new Refused(404);
    return grant;
  };
  return async (asks: (grant: Grant) => Asked): Promise<unknown> => {
    for (let tries = 1; ; tries += 1) {
      const used = held ?? sameGrant();
      held = used;
      try {
        const grant = await used;
        const response = await options.fetch(...requestOf(grant, asks(grant)));
        if (response.ok) return await response.json();
        throw new Refused(response.status);
      } catch (problem) {
        held = undefined;
        const isOver = problem instanceof Refused && [401, 403].includes(problem.status);
        if (!isOver || tries > 1) throw problem;
      }
    }
  };
}

function requestOf(grant: Grant, { url, body }: Asked): [string, RequestInit] {
  if (body === undefined) return [url, { headers: bearer(grant), ...timeLimit() }];
  const headers = { ...bearer(grant), 'content-type': 'application/json' };
  return [url, { method: 'POST', headers, body: JSON.stringify(body), ...timeLimit() }];
}

function bearer({ token }: Grant) {
  return { authorization: `Bearer ${token}` };
}

/** Same build, same origin: what comes has the shape that this script was built with. */
function gridIn(body: unknown): GridView {
  if (!holdsGrid(body)) throw new Error('The server gave no grid');
  return body.grid;
}

function holdsGrid(body: unknown): body is { grid: GridView } {
  return field(body, 'grid') !== undefined;
}

function answerOf(body: unknown): GridAnswer {
  if (!isAnswer(body)) throw new Error('The server gave no answer');
  return body;
}

function isAnswer(body: unknown): body is GridAnswer {
  return field(body, 'now') !== undefined;
}
