/** However a page with a word or a tag is looked for, in order, by an index or by the planner's choice, its rows are the same. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseQuery } from '../../query/parse.ts';
import { itemVocabulary } from '../../query/vocabulary-items.ts';
import { givenAccount, useTestDatabase } from '../testing/test-database.ts';
import { systemViewer, type Viewer } from '../viewer.ts';
import { type Effort, type ItemSearch, type ItemSort, listItems } from './list-items.ts';
import { everyRow } from './page.ts';
import { givenSearchable, hour, personWith } from './testing/estate.ts';

const db = useTestDatabase();
const sorts: readonly ItemSort[] = ['score', 'name', 'changed', 'firstSeen', 'id'];

const efforts: Readonly<Record<string, Effort>> = {
  'in order': { walkedForEach: 1_000, mostSorted: 0 },
  'by an index': { walkedForEach: 0, mostSorted: 1_000 },
  'by the choice of the planner': { walkedForEach: 0, mostSorted: 0 },
  'first one, then another': { walkedForEach: 1, mostSorted: 6 },
};

const queries = [
  'tag:team=web',
  'tag:team',
  'red',
  'tag:team=web red',
  'tag:team=web score>=2',
  'red -region:eu account:prod',
  'tag:team=nobody',
  'tag:team=web is:active (region:eu OR score>=3)',
];

const item = fc.record({
  score: fc.integer({ min: 0, max: 4 }),
  team: fc.constantFrom('web', 'shop'),
  name: fc.constantFrom('red', 'blue', 'redder'),
  region: fc.constantFrom('eu', 'us'),
  status: fc.constantFrom('active' as const, 'active' as const, 'frozen' as const, 'deleted' as const),
  isProd: fc.boolean(),
  changed: fc.integer({ min: 0, max: 3 }),
});

async function idsOf(viewer: Viewer, search: Omit<ItemSearch, 'now' | 'after'>): Promise<readonly string[]> {
  const ids: string[] = [];
  const asked = { ...search, now: hour(100) };
  for await (const { id } of everyRow((after) => listItems(db(), viewer, { ...asked, after }))) ids.push(id);
  return ids;
}

it('is the same over all pages, in every order, for every viewer', async () => {
  const prod = await givenAccount(db(), { name: 'prod' });
  const test = await givenAccount(db(), { name: 'test' });
  let found = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(item, { minLength: 1, maxLength: 25 }),
      fc.record({
        text: fc.constantFrom(...queries),
        sort: fc.constantFrom(...sorts),
        order: fc.constantFrom('asc' as const, 'desc' as const),
        limit: fc.integer({ min: 1, max: 9 }),
        seesAll: fc.boolean(),
      }),
      async (items, { text, seesAll, ...how }) => {
        await db().deleteFrom('revision').execute();
        await db().deleteFrom('item').execute();
        for (const [at, { team, isProd, changed, name, ...rest }] of items.entries())
          await givenSearchable(db(), {
            ...rest,
            account_id: isProd ? prod.id : test.id,
            name: `${name}-${at % 3}`,
            identity: `${at}`,
            lineage: `lineage ${at}`,
            tags: { team },
            last_changed: hour(changed),
            first_seen: hour(-changed),
          });
        const parsed = parseQuery(text, itemVocabulary);
        if (!parsed.ok) throw new Error(parsed.problem.message);
        const viewer = seesAll ? systemViewer : personWith(prod);
        const asked = { ...how, query: parsed.query };
        const all = [];
        for (const effort of [...Object.values(efforts), undefined])
          all.push(await idsOf(viewer, { ...asked, effort }));
        const [first = []] = all;
        expect(all).toEqual(all.map(() => first));
        found += first.length;
      },
    ),
    { numRuns: 60, seed: 11 },
  );
  expect(found).toBeGreaterThan(60);
});
