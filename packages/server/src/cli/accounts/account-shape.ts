/** An account as it is printed: a row of a table, or an object. */
import type { JsonObject } from '@security-monkey/sdk';
import type { Account } from '../../front/accounts/account-draft.ts';
import type { TableColumn } from '../output/table.ts';
import { isoOrNull } from '../output/time.ts';

export const accountTable: readonly TableColumn<Account>[] = [
  { title: 'name', value: (account) => account.name, shrink: true },
  { title: 'type', value: (account) => account.type },
  { title: 'identifier', value: (account) => account.identifier },
  { title: 'whose', value: (account) => (account.third_party ? 'third-party' : 'ours') },
  { title: 'watched', value: (account) => (account.active ? 'yes' : 'no') },
  { title: 'enrolled', value: (account) => (account.enrolled_at === null ? 'not yet' : 'yes') },
  { title: 'notes', value: (account) => account.notes, shrink: true },
];

export function accountObject(account: Account): JsonObject {
  return {
    id: account.id,
    type: account.type,
    identifier: account.identifier,
    name: account.name,
    fields: account.fields,
    thirdParty: account.third_party,
    active: account.active,
    notes: account.notes,
    createdAt: account.created_at.toISOString(),
    enrolledAt: isoOrNull(account.enrolled_at),
    discoveredBy: account.discovered_by,
    leftOut: account.left_out,
  };
}
