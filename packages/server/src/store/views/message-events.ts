/** The events that a message tells, as far as its receiver may see them. */
import type { JsonObject } from '@security-monkey/sdk';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { sees } from '../sees.ts';
import type { Viewer } from '../viewer.ts';

/** An event without what makes it long: the lines of a change and the evidence of an issue. */
export type MessageEvent = {
  readonly id: string;
  readonly kind: string;
  readonly at: Date;
  readonly payload: JsonObject;
};

/** In the order in which they happened; where there are more than so many, the gravest issues before all else and changes last. */
export async function eventsOfMessage(
  db: Database,
  viewer: Viewer,
  { messageId, limit }: { readonly messageId: string; readonly limit: number },
): Promise<readonly MessageEvent[]> {
  const found = await db
    .selectFrom('message_event')
    .innerJoin('outbox', 'outbox.id', 'message_event.outbox_id')
    .select(['outbox.id', 'outbox.kind', 'outbox.at'])
    .select(sql<JsonObject>`outbox.payload - 'changes' - 'evidence'`.as('payload'))
    .where('message_event.message_id', '=', messageId)
    .where(sees(viewer, 'outbox.account_id'))
    .orderBy(sql`outbox.kind like 'item.%'`)
    .orderBy(sql`(outbox.payload ->> 'score')::integer desc nulls first`)
    .orderBy('outbox.at')
    .orderBy('outbox.id')
    .limit(limit)
    .execute();
  return found.toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
}
