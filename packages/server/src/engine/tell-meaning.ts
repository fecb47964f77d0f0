/** Says what a change of a config means for who may do what. */
import { type JsonObject, type ToldPolicyChange, tellPolicyChanges, type World } from '@security-monkey/sdk';
import type { Registry } from './registry.ts';

export type TellPolicies = (
  technology: string,
  before: JsonObject,
  after: JsonObject,
) => readonly ToldPolicyChange[];

/** With the names of accounts on record, and the technology's own word for the item. */
export function createTellPolicies(
  registry: Registry,
  accounts: readonly Pick<World['accounts'][number], 'identifier' | 'name'>[],
): TellPolicies {
  const names = new Map(accounts.map(({ identifier, name }) => [identifier, name]));
  return (technology, before, after) =>
    tellPolicyChanges(before, after, {
      noun: registry.watcher(technology)?.title.one ?? 'item',
      nameOf: (account) => names.get(account),
    });
}
