/** What the watchers ask and what their estates answer, against Google's own documents; and that the inventory's form makes no difference. */
import type { JsonObject, JsonValue, WatchContext, Watcher } from '@security-monkey/sdk';
import { type Estate, estateFile, loadEstate, waysOf } from '@security-monkey/sdk/testing';
import { describe, expect, it } from 'vitest';
import { isListType, valueProblems } from '../../../test/fake-gcp/check-value.ts';
import { findRoute, queryProblems, type Route } from '../../../test/fake-gcp/route.ts';
import type { ApiTable, FieldType } from '../../../test/fake-gcp/table.ts';
import { loadTables } from '../../../test/fake-gcp/tables.ts';
import { restRequest } from './client/request.ts';
import plugin from './index.ts';

const tables = loadTables();
const folder = new URL('.', import.meta.url);

type Through = (answer: JsonObject, route: Route) => JsonObject;

/** Runs the watcher over its estate, with every answer passing through the function; gives what it records. */
async function recorded(watcher: Watcher, estate: Estate, through: Through) {
  const context = contextOf(estate, through);
  const configs: JsonObject[] = [];
  for await (const page of watcher.list(context))
    for (const listed of page) configs.push((await watcher.describe?.(context, listed))?.config ?? listed);
  // Whether something is gone is asked of its own API, which the estate itself has.
  const asked = estate.fields === undefined ? estate.items : [];
  for (const { identity, lineage, name, region = 'global' } of asked)
    await watcher.confirm?.(context, { identity, lineage, name, region });
  return configs;
}

function contextOf(estate: Estate, through: Through): WatchContext {
  return {
    send: async (operation, input, { region = 'global' } = {}) => {
      const route = routeOf(operation, input);
      return through(answerOf(estate, { operation, input, region }), route);
    },
    place: { partition: 'gcp', account: 'acme-web', region: 'global', ...estate.place },
    facts: { partition: 'gcp', ...estate.facts },
    fields: estate.fields ?? {},
    shared: (_key, load) => load(),
  };
}

type Call = { readonly operation: string; readonly input: JsonObject; readonly region: string };

function answerOf({ answers }: Estate, call: Call): JsonObject {
  if (typeof answers === 'function') return answers(call) as JsonObject;
  const answer = answers[call.operation];
  return (typeof answer === 'function' ? answer(call.input, call) : answer) as JsonObject;
}

function routeOf(operation: string, input: JsonObject): Route {
  const { verb, url, body } = restRequest({ operation, input });
  const route = findRoute(tables, { verb, host: url.host, path: url.pathname });
  if (route === undefined)
    throw new Error(`${operation} asks ${verb} ${url.href}, which Google does not know`);
  const sent = { value: JSON.parse(body ?? '{}') };
  const problems = [
    ...queryProblems(route, url.searchParams),
    ...(body === undefined ? [] : valueProblems(route.table.schemas, `#${route.facts.body}`, sent)),
  ];
  if (problems.length > 0) throw new Error(`${operation}: ${problems.join('; ')}`);
  return route;
}

/** As the asset inventory may write it: small 64-bit numbers as numbers, without the kind, with empty members. */
function asInventory(value: JsonValue, type: FieldType, schemas: ApiTable['schemas']): JsonValue {
  if (typeof type === 'string' && type.startsWith('#'))
    return asInventory(value, schemas[type.slice(1)] ?? 'any', schemas);
  if (type === 'int64' && typeof value === 'string' && Number.isSafeInteger(Number(value)))
    return Number(value);
  if (isListType(type) && Array.isArray(value))
    return value.map((element: JsonValue) => asInventory(element, type[0], schemas));
  if (typeof type === 'string' || isListType(type) || typeof value !== 'object' || value === null)
    return value;
  const members = Object.entries(value)
    .filter(([name]) => name !== 'kind')
    .map(([name, member]) => [name, asInventory(member, type[name] ?? type['*'] ?? 'any', schemas)]);
  return { ...Object.fromEntries(members), nothing: null };
}

const load = async (watcher: Watcher) => {
  const file = estateFile(watcher.id, { folder });
  if (file === undefined) throw new Error(`${watcher.id} has no estate`);
  return await loadEstate(file);
};

const named = (watchers: readonly Watcher[]) => watchers.map((watcher) => [watcher.id, watcher] as const);

/** What the inventory alone tells has no other form. */
const withOwnApi = plugin.watchers.filter(({ permissions }) =>
  Object.keys(permissions).some((operation) => !operation.startsWith('cloudasset:')),
);

describe.each(named(plugin.watchers))('%s', (_id, watcher) => {
  it('asks and is answered as Google documents it', async () => {
    const problems: string[] = [];
    for (const { estate } of waysOf(await load(watcher)))
      await recorded(watcher, estate, (answer, { id, facts, table }) => {
        const found = valueProblems(table.schemas, `#${facts.gives}`, { value: answer });
        problems.push(...found.map((problem) => `${id}: ${problem}`));
        return answer;
      });
    expect(problems).toEqual([]);
  });
});

describe.each(named(withOwnApi))('%s', (_id, watcher) => {
  it('records the same of a body in the form of the asset inventory', async () => {
    const estate = await load(watcher);
    const own = await recorded(watcher, estate, (answer) => answer);
    const listing = estate.listing.operation.replace(':', '.');
    const other = await recorded(watcher, estate, (answer, { id, facts, table }) => {
      if (id !== listing) return answer;
      const { nextPageToken, ...body } = answer;
      const written = asInventory(body, `#${facts.gives}`, table.schemas) as JsonObject;
      return { ...written, ...(nextPageToken !== undefined && { nextPageToken }) };
    });
    expect(other).toEqual(own);
  });
});
