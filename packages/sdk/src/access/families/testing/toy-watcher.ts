/** A made-up watcher that lists nothing, for the tests of the checks. */
import type { z } from 'zod';
import { defineWatcher, type Watcher } from '../../../define/watcher.ts';

type Toy<Schema extends z.ZodType> = Pick<Watcher<Schema>, 'id' | 'title' | 'config' | 'relations'>;

/** Items are known by their ARN. */
export function toyWatcher<Schema extends z.ZodType<{ readonly Arn: string }>>(
  toy: Toy<Schema>,
): Watcher<Schema> {
  return defineWatcher({
    ...toy,
    accountType: 'aws',
    documentation: 'https://toys.example/List',
    version: 1,
    scope: 'global',
    permissions: { 'toy:List': 'toy:List' },
    gone: [],
    ephemeral: [],
    secret: [],
    unordered: [],
    identity: ({ Arn }) => Arn,
    lineage: ({ Arn }) => Arn,
    name: ({ Arn }) => Arn,
    list: async function* () {},
  });
}
