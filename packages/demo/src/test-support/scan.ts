/** Watches what the simulated organisation has at a provider at one moment with the real watchers, as the engine does. */
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
import { demoAccounts } from '../demo-accounts.ts';
import { amazon, type Provider } from './provider.ts';

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

export type ScanOptions = {
  readonly seed?: string;
  /** All unless given. */
  readonly technology?: string;
  /** AWS unless given. */
  readonly of?: Provider;
};

/** Rejects when a listing ends before its end, when an item fails, and when a config does not fit its watcher's schema. */
export async function scan(time: number, options: ScanOptions = {}): Promise<readonly Scanned[]> {
  const { seed = 'test', technology, of = amazon } = options;
  const scopes = of.scopes.filter(({ watcher }) => technology === undefined || watcher.id === technology);
  const found = Map.groupBy(scopes, ({ place }) => place.account);
  const scanned = [...found].map(async ([identifier, own]) => {
    const contexts = contextsOf(await connectionTo(identifier, time, seed), of);
    return Promise.all(own.map(({ watcher, place }) => scanScope(watcher, contexts(place))));
  });
  return (await Promise.all(scanned)).flat(2);
}

/** Rejects when the demo has no such account. */
export async function connectionTo(identifier: string, time: number, seed = 'test'): Promise<Connection> {
  const wanted = demoAccounts.find((account) => account.identifier === identifier)?.type ?? 'aws-demo';
  const type = createDemo({ seed }).accountTypes.find(({ id }) => id === wanted);
  if (type === undefined) throw new Error(`the plugin has no account type ${wanted}`);
  return await type.connect({ identifier, name: identifier, fields: {} }, { now: () => time });
}

/** What is shared within a run is shared by all watchers of one account and region. */
export function contextsOf(connection: Connection, of = amazon): (place: Place) => WatchContext {
  const loads = new Map<string, Promise<unknown>>();
  return (place) => ({
    place,
    facts: { partition: place.partition, organizationId: of.organizationId },
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
