/** What a whole audit has in common: settings, world, accounts, and a stamp a technology that tells whether any of it changed. */
import { canonicalText, factsVersion, hashText, type World } from '@security-monkey/sdk';
import { listAccounts } from '../../store/accounts.ts';
import type { Row } from '../../store/schema.ts';
import { systemViewer } from '../../store/viewer.ts';
import type { Runtime } from '../runtime.ts';
import type { Settings } from '../settings/schema.ts';
import { loadSettings } from '../settings/settings.ts';
import { knownAccounts, worldFingerprint, worldOf } from '../world.ts';
import { type PlannedCheck, planChecks } from './check-plan.ts';
import { digestPart } from './fingerprint.ts';
import { type ListParts, listParts, networksFor } from './lists-context.ts';
import { createStamps } from './shared-stamp.ts';

export type AuditContext = {
  readonly settings: Settings;
  /** By id. */
  readonly accounts: ReadonlyMap<string, Row<'account'>>;
  readonly parts: { readonly facts: string };
  /** What checks on an account's items know, prepared once; without an account, what is so for all. */
  readonly worldFor: (account: Row<'account'> | undefined) => World;
  /** What of the world an item of the account depends on, by its text: all that its checks may read. */
  readonly listPartsFor: (account: Row<'account'>, text: string) => ListParts;
  /** The checks on a technology in an account, prepared once. */
  readonly checksFor: (technology: string, account: Row<'account'>) => readonly PlannedCheck[];
  /** Whether a check that is not among them exists no more; false while a plugin that may bring it could not be loaded. */
  readonly knowsAllChecks: boolean;
  /** Equal as long as nothing that all items of the technology share has changed. */
  readonly stampOf: (technology: string) => string;
};

export async function loadAuditContext(runtime: Runtime): Promise<AuditContext> {
  const { db, registry } = runtime;
  const settings = await loadSettings(db);
  const accounts = await listAccounts(db, systemViewer);
  const own = worldOf(accounts, [], registry.extendedBy);
  const known = knownAccounts(registry.allKnownAccounts, settings.knownAccounts, own.accounts);
  const print = worldFingerprint(own);
  const worldFor = memoised((account) => ({
    ...own,
    accounts: [...own.accounts, ...known],
    networks: networksFor(settings.networks, account),
  }));
  const checksByTechnology = memoised(() => new Map<string, readonly PlannedCheck[]>());
  return {
    settings,
    accounts: new Map(accounts.map((account) => [account.id, account])),
    parts: { facts: digestPart(factsVersion) },
    worldFor,
    listPartsFor: (account, text) => {
      const { networks } = worldFor(account);
      return listParts({ ...own, networks, known }, text);
    },
    checksFor: (technology, account) => {
      const plans = checksByTechnology(account);
      const plan = plans.get(technology) ?? planChecks({ registry, settings }, technology, account);
      plans.set(technology, plan);
      return plan;
    },
    knowsAllChecks: registry.failedPlugins.length === 0,
    stampOf: createStamps({
      registry,
      settings,
      accounts,
      world: print,
      knownAccounts: hashText(canonicalText(known.map((one) => ({ ...one })))),
    }),
  };
}

/** Makes the value of each account once. */
function memoised<Value>(
  make: (account: Row<'account'> | undefined) => Value,
): (account: Row<'account'> | undefined) => Value {
  const made = new Map<string, Value>();
  return (account) => {
    const key = account?.id ?? '';
    const value = made.get(key) ?? make(account);
    made.set(key, value);
    return value;
  };
}
