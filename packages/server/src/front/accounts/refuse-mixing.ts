/** Keeps accounts of one's own out of the demo estate. The other way round there is nothing to refuse: elsewhere its type is unknown. */
import type { Registry } from '../../engine/registry.ts';
import { CodedError } from '../../errors/coded-error.ts';
import { demoPlugin } from '../demo-plugin.ts';

/** Whether what runs is the demo estate, and the account types that there are. */
export type Estate = { readonly demo: boolean; readonly registry: Registry };

/** @throws CodedError demo_own_account */
export function refuseMixing({ demo, registry }: Estate, type: string): void {
  if (!demo) return;
  const simulated = registry.plugins.find(({ name }) => name === demoPlugin);
  if (simulated?.accountTypes.some(({ id }) => id === type) !== true)
    throw new CodedError('demo_own_account', { type });
}
