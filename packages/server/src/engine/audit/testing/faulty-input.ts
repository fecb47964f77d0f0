/** What the checks of the faulty plugin are asked to judge. */
import type { JsonObject } from '@security-monkey/sdk';
import type { AuditInput } from '../../judge.ts';

export type FaultyItem = { readonly itemId: string; readonly name: string; readonly config?: JsonObject };

/** An item of `faulty.thing` for the named checks; its config holds its name and what is given. */
export function faultyInput(
  { itemId, name, config = {} }: FaultyItem,
  checks: readonly string[],
): AuditInput {
  return {
    itemId,
    item: {
      account: 'f1',
      partition: 'faulty',
      technology: 'faulty.thing',
      region: 'global',
      name,
      lineage: `thing/${name}`,
      tags: {},
    },
    config: { Name: name, ...config },
    unreadable: [],
    now: 0,
    world: { accounts: [], organizations: [], networks: [] },
    checks: checks.map((id) => ({ id, options: {}, related: {} })),
  };
}
