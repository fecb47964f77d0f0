/** The events of recorded items: keys that a re-run cannot double, payloads that stand for themselves. */
import { diffJson, type EventKind, type JsonObject, renderChanges } from '@security-monkey/sdk';
import type { Row } from '../../store/schema.ts';
import type { NewEvent } from '../notify/new-event.ts';

export type ItemEvent = {
  readonly id: string;
  readonly kind: Extract<EventKind, 'item.created' | 'item.changed' | 'item.deleted'>;
  readonly account: Row<'account'>;
  readonly item: Pick<Row<'item'>, 'id' | 'technology' | 'region' | 'name' | 'identity' | 'lineage'>;
  readonly revision: Pick<Row<'revision'>, 'id' | 'valid_from' | 'actor'>;
  readonly changes?: string;
};

export function itemEvent({ id, kind, account, item, revision, changes }: ItemEvent): NewEvent {
  return {
    id,
    key: `${kind}:${revision.id}`,
    kind,
    at: revision.valid_from,
    accountId: account.id,
    payload: {
      account: accountPayload(account),
      item: item.id,
      technology: item.technology,
      region: item.region,
      name: item.name,
      identity: item.identity,
      lineage: item.lineage,
      revision: revision.id,
      validFrom: revision.valid_from.toISOString(),
      ...(revision.actor === null ? {} : { actor: revision.actor }),
      ...(changes === undefined ? {} : { changes }),
    },
  };
}

/** How every event names its account. */
export function accountPayload({ id, type, identifier, name }: Row<'account'>): JsonObject {
  return { id, type, identifier, name };
}

const longestChanges = 10_000;

/** The difference in lines for a person, cut where it gets too long for a mail. */
export function changesText(before: JsonObject, after: JsonObject, unordered: readonly string[]): string {
  const text = renderChanges(diffJson(before, after, { unordered }));
  return text.length <= longestChanges ? text : `${text.slice(0, longestChanges).toWellFormed()}\n…`;
}
