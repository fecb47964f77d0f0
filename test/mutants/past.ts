/** Seeded bugs against back-filled history: told to nobody, marked, never guessed, asked for until it is had (laws 1, 2, 8 and 12). */
import type { Mutant } from './mutant.ts';

const plan = 'engine/record/plan-past.ts';
const planTest = 'packages/server/src/engine/record/plan-past.test.ts';
const fillTest = 'packages/server/src/engine/collect/fill-past.test.ts';

export const pastMutants: readonly Mutant[] = [
  {
    id: 'back-filled-history-is-told-as-news',
    law: 12,
    file: 'engine/record/persist-past.ts',
    find: '    await insertRevisions(tx, inserted);\n',
    replace:
      "    await insertRevisions(tx, inserted);\n    for (const { id, valid_from } of inserted)\n      await tx.insertInto('outbox').values({ id, key: id, kind: 'item.changed', at: valid_from, account_id: null, payload: '{}' }).execute();\n",
    tests: [fillTest],
  },
  {
    id: 'back-filled-history-is-not-marked',
    law: 12,
    file: plan,
    find: "    source: 'backfill' as const,\n",
    replace: "    source: 'scan' as const,\n",
    tests: [fillTest],
  },
  {
    id: 'today-s-part-stands-in-the-past',
    law: 12,
    file: plan,
    find: 'if (isWhole(last, look)) {',
    replace: "if (last.kind !== 'deleted' && isAlike(last, look)) {",
    tests: [planTest],
  },
  {
    id: 'a-resource-has-the-past-of-the-one-before',
    law: 12,
    file: plan,
    find: '  if (sighting.identity !== identity) return undefined;\n',
    replace: '',
    tests: [planTest],
  },
  {
    id: 'a-part-that-was-not-known-is-told-as-added',
    law: 12,
    file: 'store/views/comparable.ts',
    find: "path.startsWith('/') && getAt(config, path) === undefined",
    replace: "path.startsWith('/') && getAt(config, path) === null",
    tests: ['packages/server/src/store/views/past.test.ts'],
  },
  {
    id: 'a-gap-between-policies-is-filled',
    law: 1,
    file: 'gcp/src/asset-inventory/timeline.ts',
    find: '|| (span.to !== undefined && span.to.getTime() <= time)',
    replace: '',
    tests: ['packages/gcp/src/asset-inventory/timeline.test.ts'],
  },
  {
    id: 'a-history-that-failed-counts-as-told',
    law: 1,
    file: 'engine/collect/collect-scope.ts',
    find: 'return { isFilled: false, failure:',
    replace: 'return { isFilled: true, failure:',
    tests: [fillTest],
  },
  {
    id: 'one-unknown-asset-hides-the-history-of-all',
    law: 2,
    file: 'gcp/src/asset-inventory/history.ts',
    find: "if ('spans' in asked || names.length === 1) all.push(asked);",
    replace: "if ('spans' in asked || names.length >= 1) all.push(asked);",
    tests: ['packages/gcp/src/asset-inventory/history.test.ts'],
  },
  {
    id: 'history-is-written-without-looking-at-the-epoch',
    law: 8,
    file: 'engine/record/persist-past.ts',
    find: '    await assertEpoch(tx, run);\n',
    replace: '',
    tests: [fillTest],
  },
];
