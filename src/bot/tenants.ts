/** Whose Teams may use the bot: an app package can be installed by anyone who gets hold of it. */
import * as z from 'zod';
import type { IncomingActivity } from './incoming-activity.ts';

const tenantSchema = z.object({ tenant: z.object({ id: z.string() }) });

/** With no tenants given, everyone is welcome; other channels know no tenants. */
export function createTenants(tenants: readonly string[]): (activity: IncomingActivity) => boolean {
  const known = new Set(tenants.map(tenant => tenant.toLowerCase()));
  return ({ channelId, conversation, channelData }) => {
    if (known.size === 0 || channelId !== 'msteams') return true;
    const tenant = conversation.tenantId ?? tenantSchema.safeParse(channelData).data?.tenant.id;
    return tenant !== undefined && known.has(tenant.toLowerCase());
  };
}
