/** Turns a check's example into the input that the audit workers would give it. */
import type { CheckInput } from '../audit/run-check.ts';
import type { BadExample, Check, ExampleItem, World } from '../define/check.ts';
import { isWatcherReference } from '../define/watcher-reference.ts';
import type { JsonObject } from '../json/value.ts';

/** 2026-01-01T00:00:00Z: the moment of an example that names none. */
export const exampleNow = 1_767_225_600_000;

export const exampleAccount = '111122223333';
export const exampleRegion = 'us-east-1';

/** An example with its place in the definition, which problems name. */
export type NamedExample = {
  readonly label: string;
  readonly example: ExampleItem;
  /** What it has to report; undefined for a good one. */
  readonly reports?: BadExample<string>['reports'];
};

/** All examples of a check, the good ones first. */
export function examplesOf(check: Check): readonly NamedExample[] {
  return [
    ...check.examples.good.map((example) => ({ label: `good example "${example.name}"`, example })),
    ...check.examples.bad.map((example) => ({
      label: `bad example "${example.name}"`,
      example,
      reports: example.reports,
    })),
  ];
}

/**
 * The input of {@link runCheck} for an example: a fresh copy, so that no run harms the next.
 * Name, lineage, region and tags come from the watcher, as they would in production, and are made up where it is only referred to;
 * `example.item` overrides them.
 * The world holds the item's own account unless the example says otherwise.
 */
export function exampleInput(check: Check, example: ExampleItem): CheckInput {
  const config = structuredClone(example.config);
  const item = { ...describedItem(check, config), ...example.item };
  const world: World = {
    accounts: [
      {
        type: check.watcher.accountType,
        identifier: item.account,
        name: 'ours',
        thirdParty: false,
        aliases: [],
      },
    ],
    organizations: [],
    networks: [],
    ...example.world,
  };
  const inputs = {
    item,
    config,
    unreadable: example.unreadable ?? [],
    now: example.now ?? exampleNow,
    options: example.options,
    related: example.related ?? {},
    world,
  };
  return { check, ...structuredClone(inputs) };
}

function describedItem({ watcher }: Check, config: JsonObject): CheckInput['item'] {
  const place = { partition: watcher.accountType, account: exampleAccount, region: exampleRegion };
  const described = {
    account: place.account,
    partition: place.partition,
    technology: watcher.id,
    region: exampleRegion,
    name: '',
    lineage: '',
    tags: {},
  };
  // What is only referred to cannot be asked; an example whose rule looks at these says them itself.
  if (isWatcherReference(watcher)) return { ...described, name: 'example', lineage: `${watcher.id}/example` };
  // An example leaves out what its rule does not look at, perhaps also what the name is made of.
  const parsed = watcher.config.safeParse(config);
  if (!parsed.success) return described;
  return {
    ...described,
    name: watcher.name(parsed.data),
    lineage: watcher.lineage(parsed.data, place),
    region: watcher.region?.(parsed.data, place) ?? exampleRegion,
    tags: watcher.tags?.(parsed.data) ?? {},
  };
}
