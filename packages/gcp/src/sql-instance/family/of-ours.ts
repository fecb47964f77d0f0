/** What kind of instance it is. */
import type { SqlInstanceConfig } from '../config.ts';

/** Not what stands for a database that runs elsewhere, of which Cloud SQL sets nothing. */
export function runsHere({ instanceType }: SqlInstanceConfig): boolean {
  return instanceType !== 'ON_PREMISES_INSTANCE';
}

/** Neither a replica: those are made anew from it. */
export function isPrimary(config: SqlInstanceConfig): boolean {
  return runsHere(config) && config.instanceType !== 'READ_REPLICA_INSTANCE';
}
