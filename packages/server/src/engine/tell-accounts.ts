/** Tells once that accounts came, went or changed: the issues that this opens and fixes are no events of their own. */
import type { JsonObject, JsonValue } from '@security-monkey/sdk';
import type { Database } from '../store/database/database.ts';
import type { Row } from '../store/schema.ts';
import { settingsEvent } from './notify/events.ts';
import { writeEvents } from './notify/outbox.ts';
import type { Runtime } from './runtime.ts';

/** What of an account decides how findings take it; never the other fields, which may hold a secret. */
export type ToldAccount = Pick<Row<'account'>, 'type' | 'identifier' | 'name' | 'third_party' | 'active'> &
  Partial<Pick<Row<'account'>, 'fields' | 'facts'>>;

export type AccountsChange = {
  /** Who changed them. */
  readonly by: string;
  readonly before: readonly ToldAccount[];
  readonly after: readonly ToldAccount[];
};

/** Writes one event, in the transaction of the change; none where what it tells is as it was. */
export async function tellAccounts(
  tx: Database,
  { nextId, clock }: Pick<Runtime, 'nextId' | 'clock'>,
  { by, before, after }: AccountsChange,
): Promise<void> {
  const change = { key: 'accounts', by, before: before.map(told), after: after.map(told) };
  if (JSON.stringify(change.before) === JSON.stringify(change.after)) return;
  await writeEvents(tx, [settingsEvent({ id: nextId(), at: clock.now() }, change)]);
}

function told({ type, identifier, name, third_party: thirdParty, active, ...more }: ToldAccount): JsonObject {
  const { fields = {}, facts } = more;
  const ids: readonly (readonly [string, JsonValue | undefined])[] = [
    ['organizationId', facts?.organizationId ?? fields['organizationId']],
    ['canonicalId', fields['canonicalId']],
    ['aliases', facts?.aliases],
  ];
  const given = ids.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
  return { type, identifier, name, thirdParty, active, ...Object.fromEntries(given) };
}
