/** A person as it is printed: a row of a table, or an object; and how people are named and linked to. */
import type { JsonObject } from '@security-monkey/sdk';
import { invitation, linkPath } from '../../api/auth/links.ts';
import { newToken } from '../../api/auth/new-token.ts';
import { CodedError } from '../../errors/coded-error.ts';
import type { Row } from '../../store/schema.ts';
import { userByEmail } from '../../store/users.ts';
import { systemViewer } from '../../store/viewer.ts';
import type { RuntimeContext } from '../context.ts';
import type { TableColumn } from '../output/table.ts';
import { requireAccount } from '../resolve/require-account.ts';

type Person = Row<'app_user'>;

export const roleNames = ['view', 'comment', 'justify', 'admin'] as const;
export type RoleName = (typeof roleNames)[number];

/** The role of that name; the parser lets no other through. */
export function roleNamed(text: string | undefined): RoleName | undefined {
  return roleNames.find((role) => role === text);
}

export const personTable: readonly TableColumn<Person>[] = [
  { title: 'address', value: ({ email }) => email, shrink: true },
  { title: 'name', value: ({ name }) => name, shrink: true },
  { title: 'role', value: ({ role }) => role },
  { title: 'accounts', value: ({ accounts }) => (accounts === 'all' ? 'all' : accounts.length) },
  { title: 'password', value: ({ password_hash: hash }) => (hash === null ? 'not set yet' : 'set') },
  { title: 'may sign in', value: ({ active }) => (active ? 'yes' : 'no') },
];

export function personObject(person: Person): JsonObject {
  const { id, email, name, role, accounts, active, password_hash: hash, created_at: created } = person;
  return {
    id,
    email,
    name,
    role,
    accounts,
    active,
    hasPassword: hash !== null,
    createdAt: created.toISOString(),
  };
}

/** @throws CodedError person_unknown */
export async function requirePerson({ runtime }: RuntimeContext, email: string): Promise<Person> {
  const person = await userByEmail(runtime.db, systemViewer, email.trim());
  if (person === undefined) throw new CodedError('person_unknown', { person: email });
  return person;
}

/** The ids of the accounts that were named; undefined when none was. */
export async function accountsNamed(
  { runtime }: RuntimeContext,
  names: readonly string[],
): Promise<readonly string[] | undefined> {
  if (names.length === 0) return undefined;
  const accounts = await Promise.all(names.map((name) => requireAccount(runtime.db, name)));
  return accounts.map(({ id }) => id);
}

/** A new one-time link, as it is to be opened; a former one is void. */
export async function linkFor({ runtime, config }: RuntimeContext, person: Person): Promise<string> {
  const { publicUrl, host, port } = config;
  const token = await invitation({ runtime, newToken }, person.id);
  return `${publicUrl ?? `http://${host}:${port}`}${linkPath(token)}`;
}
