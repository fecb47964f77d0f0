/** Says what a change of a config means for who may do what, as commands show it. */
import type { JsonObject, ToldPolicyChange, World } from '@security-monkey/sdk';
import type { Registry } from '../../engine/registry.ts';
import { createTellPolicies as createTell, type TellPolicies } from '../../engine/tell-meaning.ts';
import type { ItemDiff } from '../../store/views/item-at.ts';

export type { TellPolicies };

/** With the names of the accounts of a world. */
export function createTellPolicies(registry: Registry, { accounts }: Pick<World, 'accounts'>): TellPolicies {
  return createTell(registry, accounts);
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
