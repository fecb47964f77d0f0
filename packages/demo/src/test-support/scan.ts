/** Watches the whole simulated organisation at one moment with the real watchers, as the engine does. */
import aws from '@security-monkey/aws';
import {
  type Connection,
  canonicalize,
  type Failure,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  OperationError,
  type Place,
  parseConfig,
  type Relation,
  type Unreadable,
  type WatchContext,
  type Watcher,
} from '@security-monkey/sdk';
import { classifyDemoError } from '../classify.ts';
import { createDemo } from '../create-demo.ts';
import { accounts, homeRegion, organization, regions } from '../world/organisation.ts';

export type Scanned = {
  readonly watcher: Watcher;
  readonly place: Place;
  readonly name: string;
  /** What the stories call it: a key by its alias, anything else by its name. */
  readonly called: string;
  readonly identity: string;
  readonly lineage: string;
  readonly region: string;
  readonly tags: Readonly<Record<string, string>>;
  /** In canonical form, with what the watcher calls ephemeral. */
  readonly config: JsonObject;
  readonly relations: readonly Relation[];
  readonly unreadable: readonly Unreadable[];
};

export type ScanOptions = { readonly seed?: string /** All unless given. */; readonly technology?: string };

/** Rejects when a listing ends before its end, when an item fails, and when a config does not fit its watcher's schema. */
export async function scan(time: number, options: ScanOptions = {}): Promise<readonly Scanned[]> {
  const { seed = 'test', technology } = options;
  const found = accounts.map(async ({ number }) => {
    const connection = await connectionTo(number, time, seed);
    const watchers = aws.watchers.filter(({ id }) => technology === undefined || id === technology);
    const scopes = watchers.flatMap((watcher) =>
      (watcher.scope === 'global' ? [homeRegion] : regions).map((region) => ({
        watcher,
        place: { partition: 'aws', account: number, region },
      })),
    );
    const contexts = contextsOf(connection);
    return Promise.all(scopes.map(({ watcher, place }) => scanScope(watcher, contexts(place))));
  });
  return (await Promise.all(found)).flat(2);
}

/** Rejects when the demo has no such account. */
export async function connectionTo(identifier: string, time: number, seed = 'test'): Promise<Connection> {
  const [type] = createDemo({ seed }).accountTypes;
  if (type === undefined) throw new Error('the plugin has no account type');
  return await type.connect({ identifier, name: identifier, fields: {} }, { now: () => time });
}

/** What is shared within a run is shared by all watchers of one account and region. */
export function contextsOf(connection: Connection): (place: Place) => WatchContext {
  const loads = new Map<string, Promise<unknown>>();
  return (place) => ({
    place,
    facts: { partition: place.partition, organizationId: organization },
    send: (operation, input, { region = place.region } = {}) =>
      sent(connection, { operation, input, region }),
    shared: (key, load) => {
      const inRegion = `${place.region} ${key}`;
      const value = loads.get(inRegion) ?? load();
      loads.set(inRegion, value);
      return value as ReturnType<typeof load>;
    },
  });
}

type Asked = { readonly operation: string; readonly input: JsonObject; readonly region: string };

async function sent(connection: Connection, asked: Asked): Promise<unknown> {
  try {
    return structuredClone(await connection.send({ ...asked, signal: new AbortController().signal }));
  } catch (error) {
    const failure: Failure = { ...classifyDemoError(error), operation: asked.operation };
    throw new OperationError(failure, { cause: error });
  }
}

async function scanScope(watcher: Watcher, context: WatchContext): Promise<readonly Scanned[]> {
  const pages = await Array.fromAsync(watcher.list(context));
  return Promise.all(pages.flat().map((listed) => scanItem(watcher, context, listed)));
}

async function scanItem(watcher: Watcher, context: WatchContext, listed: JsonObject): Promise<Scanned> {
  const { place } = context;
  const description = (await watcher.describe?.(context, listed)) ?? { config: listed };
  const { unreadable = [], relations = [] } = description;
  const config: unknown = parseConfig(watcher.config, description.config, []);
  return {
    watcher,
    place,
    name: watcher.name(config),
    called: aliasOf(description.config) ?? watcher.name(config),
    identity: watcher.identity(config, place),
    lineage: watcher.lineage(config, place),
    region: watcher.region?.(config, place) ?? place.region,
    tags: watcher.tags?.(config) ?? {},
    config: asObject(
      canonicalize(
        description.config,
        watcher.unordered.map(({ path }) => path),
      ),
    ),
    relations,
    unreadable,
  };
}

function aliasOf({ Aliases: aliases }: JsonObject): string | undefined {
  const [first]: readonly JsonValue[] = Array.isArray(aliases) ? aliases : [];
  const name = isJsonObject(first) ? first['AliasName'] : undefined;
  return typeof name === 'string' ? name.replace('alias/', '') : undefined;
}

function asObject(value: JsonValue): JsonObject {
  return value as JsonObject;
}
