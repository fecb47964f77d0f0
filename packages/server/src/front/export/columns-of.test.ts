/** The columns of a list's file. */
import { expect, it } from 'vitest';
import { z } from 'zod';
import { columnsOf } from './columns-of.ts';
import { csvOf } from './csv.ts';

const row = z.object({
  name: z.string(),
  at: z.date().nullable(),
  active: z.boolean(),
  tags: z.record(z.string(), z.string()),
  scopes: z.object({ failed: z.int(), never: z.int() }),
  failure: z.looseObject({ class: z.string(), permission: z.string().optional() }).nullable(),
});

it('are the fields, those of a part each on its own, and other structures as JSON', async () => {
  const failure = { class: 'access_denied', more: 'x' };
  const rows = [
    { name: 'a', at: null, active: true, tags: {}, scopes: { failed: 1, never: 2 }, failure: null },
    { name: '=b', at: new Date(0), active: false, tags: { k: 'v' }, scopes: { failed: 0 }, failure },
  ];
  const lines = await Array.fromAsync(
    csvOf(
      columnsOf(row),
      (async function* () {
        yield* rows;
      })(),
    ),
  );
  expect(lines).toEqual([
    'name,at,active,tags,scopes.failed,scopes.never,failure.class,failure.permission\r\n',
    'a,,true,{},1,2,,\r\n',
    `'=b,1970-01-01T00:00:00.000Z,false,"{""k"":""v""}",0,,access_denied,\r\n`,
  ]);
});
