/** Keeps accounts of one's own out of the demo estate. The other way round there is nothing to refuse: elsewhere its type is unknown. */
import type { Config } from '../../config/config.ts';
import type { Registry } from '../../engine/registry.ts';
import { CodedError } from '../../errors/coded-error.ts';
import { demoPlugin } from '../runtime/plugins.ts';

export function refuseMixing(config: Config, registry: Registry, type: string): void {
  if (config.isDemo !== true) return;
  const demo = registry.plugins.find(({ name }) => name === demoPlugin);
  if (demo?.accountTypes.some(({ id }) => id === type) !== true)
    throw new CodedError('demo_own_account', { type });
}
