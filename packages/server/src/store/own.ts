/** The conditions of reads of what is a person's own: subscriptions, and the messages that were made for them. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { sees } from './sees.ts';
import type { Viewer } from './viewer.ts';

/** That a row of `subscription` is the viewer's. */
export function isOwnSubscription(viewer: Viewer): RawBuilder<SqlBool> {
  return viewer.kind === 'system' ? sql`true` : sql`subscription.user_id = ${viewer.userId}::uuid`;
}

/** That a row of `message` was made for a subscription of the viewer, and tells of no account that is hidden from it. */
export function isOwnMessage(viewer: Viewer): RawBuilder<SqlBool> {
  if (viewer.kind === 'system') return sql`true`;
  return sql`((message.account_id is null or ${sees(viewer, 'message.account_id')}) and exists (
    select 1 from subscription where subscription.id = message.subscription_id and ${isOwnSubscription(viewer)}))`;
}
