/** What the demo answers as Google Cloud is what Google's own documents say: each call and each body of a whole scan. */
import { expect, it } from 'vitest';
import { createDemo } from '../../packages/demo/src/create-demo.ts';
import { google } from '../../packages/demo/src/test-support/provider.ts';
import { contextsOf } from '../../packages/demo/src/test-support/scan.ts';
import { intoSeason, seasonBegin } from '../../packages/demo/src/time/moment.ts';
import { restRequest } from '../../packages/gcp/src/client/request.ts';
import type { JsonObject, WatchContext, Watcher } from '../../packages/sdk/src/index.ts';
import { valueProblems } from '../fake-gcp/check-value.ts';
import { findRoute, queryProblems } from '../fake-gcp/route.ts';
import { loadTables } from '../fake-gcp/tables.ts';

const tables = loadTables();

type Answered = { readonly operation: string; readonly input: JsonObject; readonly body: unknown };

/** Every call of a scan of all that there is. */
async function answeredAt(time: number): Promise<readonly Answered[]> {
  const answers: Answered[] = [];
  const { accountTypes } = createDemo({ seed: 'test' });
  for (const [account, scopes] of Map.groupBy(google.scopes, ({ place }) => place.account)) {
    const type = accountTypes.find(({ id }) => google.types[id] === scopes[0]?.watcher.accountType);
    const settings = { identifier: account, name: account, fields: {} };
    const connection = await type?.connect(settings, { now: () => time });
    if (connection === undefined) throw new Error(`the demo has no account type for ${account}`);
    const contexts = contextsOf(
      {
        ...connection,
        send: async (request) => {
          const body = await connection.send(request);
          answers.push({ operation: request.operation, input: request.input, body });
          return body;
        },
      },
      google,
    );
    for (const { watcher, place } of scopes) await listAndDescribe(watcher, contexts(place));
  }
  return answers;
}

async function listAndDescribe(watcher: Watcher, context: WatchContext): Promise<void> {
  for await (const page of watcher.list(context))
    for (const listed of page) await watcher.describe?.(context, listed);
}

function problemsOf({ operation, input, body }: Answered): readonly string[] {
  const { verb, url } = restRequest({ operation, input });
  const route = findRoute(tables, { verb, host: url.host, path: url.pathname });
  if (route === undefined) return [`${operation}: ${verb} ${url.href} is no address of Google's`];
  const problems = [
    ...queryProblems(route, url.searchParams),
    ...valueProblems(route.table.schemas, `#${route.facts.gives}`, { value: body }),
  ];
  return problems.map((problem) => `${operation}: ${problem}`);
}

/** When there is a machine for a workshop, a public bucket, an open database and a key for a laptop. */
it.each([
  ['on a quiet day', intoSeason(1, 'Wed', '12:00')],
  ['with the machine for the workshop', intoSeason(5, 'Tue', '12:00')],
  ['while the bucket is public', intoSeason(7, 'Sat', '12:00')],
  ['while a key is on a laptop', intoSeason(9, 'Fri', '12:00')],
  ['while the database is open', intoSeason(11, 'Sun', '12:00')],
])('%s', async (_name, into) => {
  const answers = await answeredAt(seasonBegin(1) + into);
  expect(answers.length).toBeGreaterThan(100);
  expect([...new Set(answers.flatMap(problemsOf))]).toEqual([]);
});
