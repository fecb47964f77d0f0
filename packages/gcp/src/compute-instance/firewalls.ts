/** The firewalls that are in force for the interfaces of an instance that the internet can address. */
import {
  type Description,
  isJsonObject,
  isOperationError,
  type JsonObject,
  type JsonValue,
  parseAnswer,
  type Relation,
  type WatchContext,
} from '@security-monkey/sdk';
import { z } from 'zod';
import { placeIn } from '../client/compute.ts';
import { computeName } from '../lineage.ts';
import { type InstanceConfig, instanceConfig } from './config.ts';

export const firewallsOperation = 'compute:instances.getEffectiveFirewalls';

const parts = z.array(z.record(z.string(), z.json())).optional();
const answered = z.looseObject({ firewalls: parts, firewallPolicys: parts });

type Found = Omit<Relation, 'value'> & { readonly value: JsonObject };

/**
 * The relation `firewalls` to each rule and policy, with the interfaces that it is in force for. An instance without an external
 * address is not asked about: nobody comes to it past them.
 */
export async function withFirewalls(context: WatchContext, config: JsonObject): Promise<Description> {
  const instance = instanceConfig.parse(config);
  try {
    const found = await Promise.all(addressed(instance).map((name) => firewallsOf(context, instance, name)));
    return { config, relations: joined(found.flat()) };
  } catch (error) {
    if (!isOperationError(error) || error.failure.class === 'canceled') throw error;
    // That its firewalls are not found tells that it has gone since it was listed.
    if (error.failure.class === 'not_found') throw error;
    return { config, unreadable: [{ path: '@firewalls', ...error.failure }] };
  }
}

function addressed({ networkInterfaces = [] }: InstanceConfig): readonly string[] {
  return networkInterfaces.flatMap(({ name, accessConfigs = [], ipv6AccessConfigs = [] }, at) =>
    accessConfigs.length + ipv6AccessConfigs.length === 0 ? [] : [name ?? `nic${at}`],
  );
}

async function firewallsOf(
  { send, place }: WatchContext,
  { name: instance, selfLink }: InstanceConfig,
  networkInterface: string,
): Promise<readonly Found[]> {
  const asked = { project: place.account, zone: placeIn(selfLink, 'zone'), instance, networkInterface };
  const { firewalls = [], firewallPolicys = [] } = parseAnswer(
    firewallsOperation,
    answered,
    await send(firewallsOperation, asked),
  );
  const interfaces = [networkInterface];
  return [
    ...firewalls.map((rule) => ({
      name: 'firewalls',
      technology: 'gcp.compute-firewall',
      key: computeName(textOf(rule['selfLink'])),
      value: { interfaces, rule: judged(rule) },
    })),
    ...firewallPolicys.map(({ name, type = '', rules }) => ({
      name: 'firewalls',
      technology: 'gcp.compute-firewall-policy',
      key: policyKey(textOf(name), textOf(type), networkInterface),
      value: { interfaces, type, rules: Array.isArray(rules) ? rules.map(judged) : [] },
    })),
  ];
}

/** The number of a hierarchical policy is its own everywhere; other policies have names, which another network's may have too. */
function policyKey(name: string, type: string, networkInterface: string): string {
  return type === 'HIERARCHY' ? name : [name, type, networkInterface].filter((part) => part !== '').join(' ');
}

/** What is said of a rule besides, such as how much it costs, judges nothing. */
const unjudged: ReadonlySet<string> = new Set([
  'creationTimestamp',
  'description',
  'enableLogging',
  'id',
  'kind',
  'logConfig',
  'ruleTupleCount',
  'selfLink',
]);

function judged(rule: JsonValue): JsonObject {
  if (!isJsonObject(rule)) return {};
  return Object.fromEntries(Object.entries(rule).filter(([name]) => !unjudged.has(name)));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** One for each rule or policy, whichever interfaces it is in force for. */
function joined(found: readonly Found[]): readonly Relation[] {
  return [...Map.groupBy(found, ({ key }) => key).values()].flatMap(([first, ...more]) => {
    if (first === undefined) return [];
    const all = [first, ...more].flatMap(({ value: { interfaces } }) =>
      Array.isArray(interfaces) ? interfaces : [],
    );
    return [{ ...first, value: { ...first.value, interfaces: all } }];
  });
}
