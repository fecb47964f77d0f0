/** Says what a change of a config means for who may do what. */
import { type JsonObject, type ToldPolicyChange, tellPolicyChanges, type World } from '@security-monkey/sdk';
import type { Registry } from '../../engine/registry.ts';
import type { ItemDiff } from '../../store/views/item-at.ts';

export type TellPolicies = (
  technology: string,
  before: JsonObject,
  after: JsonObject,
) => readonly ToldPolicyChange[];

/** With the names of accounts on record, and the technology's own word for the item. */
export function createTellPolicies(registry: Registry, { accounts }: Pick<World, 'accounts'>): TellPolicies {
  const names = new Map(accounts.map(({ identifier, name }) => [identifier, name]));
  return (technology, before, after) =>
    tellPolicyChanges(before, after, {
      noun: registry.watcher(technology)?.title.one ?? 'item',
      nameOf: (account) => names.get(account),
    });
}

/** The sentences of all policies, one after the other. */
export function sentencesOf(told: readonly ToldPolicyChange[]): readonly string[] {
  return told.flatMap(({ sentences }) => sentences);
}

/** Between two states only: a policy comes and goes with its item, which says all. */
export function policiesTold(
  { before, after }: ItemDiff,
  tell: (before: JsonObject, after: JsonObject) => readonly ToldPolicyChange[],
): readonly ToldPolicyChange[] {
  if (before === null || before.kind === 'deleted' || after.kind === 'deleted') return [];
  return tell(before.config, after.config);
}
