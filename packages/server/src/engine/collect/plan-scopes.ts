/** Which listings an account's run consists of: pure, from its watchers and regions. */
import type { Failure, Probe, Watcher } from '@security-monkey/sdk';
import type { ScopeToRun } from './collect-scope.ts';

export type ScopeFilter = {
  readonly technologies?: readonly string[];
  /** Names of regions; `global` stands for the listings that span regions. */
  readonly regions?: readonly string[];
};

export type ScopePlan = {
  readonly run: readonly ScopeToRun[];
  /** Scopes of technologies or in regions that are switched off, or of which the account no longer tells, and those that are listed otherwise now. */
  readonly frozen: readonly {
    readonly watcher: Watcher;
    readonly region: string;
    readonly failure: Failure;
  }[];
  /** Regions that were asked for and that the account does not have. */
  readonly unknownRegions: readonly string[];
};

/** A scope of the account that has been looked at, or was to be. */
export type KnownScope = { readonly technology: string; readonly region: string };

export const globalRegion = 'global';

/** Every scope of the account; {@link filterPlan} leaves those that were asked for. */
export function planScopes(
  watchers: readonly Watcher[],
  account: {
    readonly identifier: string;
    readonly probe: Probe;
    readonly known: readonly KnownScope[];
    /** Whether the settings say that the technology is watched in the account. */
    readonly isWatched?: (technology: string) => boolean;
  },
): Omit<ScopePlan, 'unknownRegions'> {
  const { probe, identifier, known } = account;
  const { partition } = probe.facts;
  const enabled = probe.regions.filter((region) => region.enabled).map(({ name }) => name);
  const named = new Set([...probe.regions.map(({ name }) => name), ...known.map(({ region }) => region)]);
  const off = [...named].filter((name) => name !== globalRegion && !enabled.includes(name));
  const place = (region: string): ScopeToRun['place'] => ({ partition, account: identifier, region });
  const run = watchers.flatMap((watcher) =>
    watcher.scope === 'global'
      ? [{ watcher, region: globalRegion, place: place(probe.homeRegion) }]
      : enabled.map((region) => ({ watcher, region, place: place(region) })),
  );
  const regional = watchers.filter(({ scope }) => scope === 'region');
  const frozen = regional.flatMap((watcher) =>
    off.map((region) => ({ watcher, region, failure: switchedOff(region) })),
  );
  const { isWatched = () => true } = account;
  const isOn = ({ watcher }: { readonly watcher: Watcher }) => isWatched(watcher.id);
  const unwatched = run
    .filter((scope) => !isOn(scope))
    .map(({ watcher, region }) => ({ watcher, region, failure: unwatchedFailure(watcher.id) }));
  return { run: run.filter(isOn), frozen: [...unwatched, ...frozen, ...obsolete(watchers, known)] };
}

/** Scopes by region of a watcher that by now lists all regions at once, and the other way round: nothing looks at them any more. */
function obsolete(watchers: readonly Watcher[], known: readonly KnownScope[]): ScopePlan['frozen'] {
  return known.flatMap(({ technology, region }) => {
    const watcher = watchers.find(({ id }) => id === technology);
    if (watcher === undefined || (watcher.scope === 'global') === (region === globalRegion)) return [];
    const message = `${watcher.title.many} are listed ${watcher.scope === 'global' ? 'for all regions at once' : 'region by region'} now.`;
    return [{ watcher, region, failure: { class: 'region_disabled', message } }];
  });
}

/** Why the scopes of a technology are frozen that the settings switch off. */
export function unwatchedFailure(technology: string): Failure {
  return { class: 'switched_off', message: `${technology} is switched off by the setting activation.` };
}

function switchedOff(region: string): Failure {
  return { class: 'region_disabled', message: `The region ${region} is not switched on in this account.` };
}

export function filterPlan(
  plan: Omit<ScopePlan, 'unknownRegions'>,
  { technologies, regions }: ScopeFilter,
): ScopePlan {
  const isAsked = ({ watcher, region }: { readonly watcher: Watcher; readonly region: string }): boolean =>
    (technologies?.includes(watcher.id) ?? true) && (regions?.includes(region) ?? true);
  const known = new Set([
    globalRegion,
    ...plan.run.map(({ region }) => region),
    ...plan.frozen.map(({ region }) => region),
  ]);
  return {
    run: plan.run.filter(isAsked),
    frozen: plan.frozen.filter(isAsked),
    unknownRegions: (regions ?? []).filter((region) => !known.has(region)),
  };
}
