/** How the resources of the estate are written for the wire fake. */
import { createHash } from 'node:crypto';
import type { Held } from '../../fake-gcp/estate.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** What lies where, as the fake takes it. */
export type Holds = Readonly<Record<string, Held>>;

/** A number of 64 bits for a resource, always the same for the same name. */
export function idOf(name: string): string {
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 15);
  return String(1_000_000_000_000_000_000n + BigInt(`0x${digest}`));
}

export type Grant = { readonly role: string; readonly member: string; readonly condition?: string };

/** The member holds the role until a day that is over. */
export const ended = 'request.time < timestamp("2025-12-01T00:00:00Z")';

export function grant(role: string, member: string, condition?: string): Grant {
  return { role, member, ...(condition !== undefined && { condition }) };
}

/** An allow policy in which each grant is a binding of its own. */
export function policy(grants: readonly Grant[], more: Fields = {}): Fields {
  return {
    version: 3,
    etag: 'BwY=',
    ...(grants.length > 0 && { bindings: grants.map(binding) }),
    ...more,
  };
}

export function binding({ role, member, condition }: Grant): Fields {
  return {
    role,
    members: [member],
    ...(condition !== undefined && { condition: { title: 'until', expression: condition } }),
  };
}

/** All parts in one. */
export function holdsOf(parts: readonly Holds[]): Holds {
  const all = parts.flatMap((part) => Object.entries(part));
  const keys = all.map(([key]) => key);
  const twice = keys.filter((key, at) => keys.indexOf(key) !== at);
  if (twice.length > 0) throw new Error(`The estate tells twice what lies at ${twice.join(', ')}`);
  return Object.fromEntries(all);
}
