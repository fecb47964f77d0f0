/** The form in which the first Security Monkey kept its allow-list: an object of names and networks. */
import { isJsonObject, type JsonValue } from '@security-monkey/sdk';
import type { Runtime } from '../runtime.ts';
import type { Settings } from './schema.ts';
import { loadSettings, setSetting } from './settings.ts';
import { SettingsError } from './settings-error.ts';

type Network = Settings['networks'][number];

export type ImportedNetworks = {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly removed: number;
};

export type NetworksImport = {
  readonly networks: JsonValue;
  /** Whether networks that the file does not name leave the allow-list. */
  readonly isAuthoritative: boolean;
};

/** Takes all networks or, when one is wrong, none. @throws SettingsError */
export async function importNetworks(
  runtime: Runtime,
  by: string,
  { networks, isAuthoritative }: NetworksImport,
): Promise<ImportedNetworks> {
  const given = namedNetworks(networks);
  const { networks: before } = await loadSettings(runtime.db);
  const after = mergedNetworks(before, given, isAuthoritative);
  await setSetting(runtime, by, { key: 'networks', value: JSON.parse(JSON.stringify(after)) });
  const known = new Map(before.map((network) => [network.name, network.cidr]));
  const isSame = ([name, cidr]: readonly [string, string]) => known.get(name) === cidr;
  const added = [...given.keys()].filter((name) => !known.has(name)).length;
  const unchanged = [...given].filter(isSame).length;
  return {
    added,
    unchanged,
    changed: given.size - added - unchanged,
    removed: before.length + added - after.length,
  };
}

function namedNetworks(networks: JsonValue): ReadonlyMap<string, string> {
  if (!isJsonObject(networks))
    throw new SettingsError('invalid', 'networks', { problem: 'is no object of names and networks' });
  return new Map(
    Object.entries(networks).map(([name, cidr]) => {
      if (typeof cidr === 'string') return [name.trim(), cidr.trim()];
      throw new SettingsError('invalid', 'networks', {
        problem: `at ${name}: is no network but ${typeof cidr}`,
      });
    }),
  );
}

/** A network that is there already keeps its account and notes. */
function mergedNetworks(
  before: Settings['networks'],
  given: ReadonlyMap<string, string>,
  isAuthoritative: boolean,
): readonly Network[] {
  const kept = isAuthoritative ? before.filter(({ name }) => given.has(name)) : before;
  const names = new Set(kept.map(({ name }) => name));
  return [
    ...kept.map((network) => ({ ...network, cidr: given.get(network.name) ?? network.cidr })),
    ...[...given].filter(([name]) => !names.has(name)).map(([name, cidr]) => ({ name, cidr })),
  ];
}
