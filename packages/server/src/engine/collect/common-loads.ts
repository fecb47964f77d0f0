/** What accounts that were found in the same one load together, such as the asset inventory of their organization. */
import { isOperationError } from '@security-monkey/sdk';
import type { Clock } from '../runtime.ts';
import { type SharedLoads, withDeadline } from './shared-loads.ts';

/** Milliseconds after its beginning up to which a load serves further accounts. */
const goodFor = 15 * 60_000;
/** The same for one that failed, after its end: those that wait for it fail with it, and later ones try again. */
const failureGoodFor = 60_000;

type Load = {
  readonly value: Promise<unknown>;
  /** Undefined while it is under way. */
  goodUntil: number | undefined;
  /** Ids of the accounts that have taken it. */
  readonly takers: Set<string>;
};

export type CommonLoads = {
  /** For one run of an account. Within it the same key is the same load; the next run of the account does not get it again. */
  readonly forRun: (run: { readonly group: string; readonly account: string }) => SharedLoads;
};

export function createCommonLoads(clock: Clock): CommonLoads {
  const loads = new Map<string, Load>();

  const begin = (key: string, load: () => Promise<unknown>): Load => {
    const begun = clock.now().getTime();
    const value = withDeadline(clock, key, load);
    const entry: Load = { value, goodUntil: undefined, takers: new Set() };
    loads.set(key, entry);
    value.then(
      () => {
        entry.goodUntil = begun + goodFor;
      },
      () => {
        entry.goodUntil = clock.now().getTime() + failureGoodFor;
      },
    );
    return entry;
  };

  /** So that nothing is held in memory that nobody may take any more. */
  const forgetOld = (): void => {
    const now = clock.now().getTime();
    for (const [key, { goodUntil = Number.POSITIVE_INFINITY }] of loads)
      if (goodUntil <= now) loads.delete(key);
  };

  return {
    forRun: ({ group, account }) => {
      const taken = new Map<string, Load>();
      const shared = async <Value>(name: string, load: () => Promise<Value>): Promise<Value> => {
        forgetOld();
        const key = `${group} ${name}`;
        const current = loads.get(key);
        const isNew = current !== undefined && !current.takers.has(account);
        const others = taken.get(key) ?? (isNew ? current : undefined);
        const entry = others ?? begin(key, load);
        taken.set(key, entry);
        entry.takers.add(account);
        try {
          // The key stands for the type: who asks for the same key asks for the same thing.
          return (await entry.value) as Value;
        } catch (error) {
          if (!isCanceled(error)) throw error;
          if (loads.get(key) === entry) loads.delete(key);
          if (taken.get(key) === entry) taken.delete(key);
          if (others === undefined) throw error;
          // The scope that began it was stopped, which is no news to the others: the first of them begins anew.
          return await shared(name, load);
        }
      };
      return shared;
    },
  };
}

function isCanceled(error: unknown): boolean {
  return isOperationError(error) && error.failure.class === 'canceled';
}

/** By clock, which there is one of in a process. */
const stores = new WeakMap<Clock, CommonLoads>();

export function commonLoadsOf(clock: Clock): CommonLoads {
  const store = stores.get(clock) ?? createCommonLoads(clock);
  stores.set(clock, store);
  return store;
}
