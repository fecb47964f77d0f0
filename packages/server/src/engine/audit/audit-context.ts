/** What a whole audit has in common: settings, world, accounts, and a stamp a technology that tells whether any of it changed. */
import { canonicalText, factsVersion, hashText, type JsonValue, type World } from '@security-monkey/sdk';
import { listAccounts } from '../../store/accounts.ts';
import type { Row } from '../../store/schema.ts';
import { systemViewer } from '../../store/viewer.ts';
import type { Runtime } from '../runtime.ts';
import type { Settings } from '../settings/schema.ts';
import { loadSettings } from '../settings/settings.ts';
import { worldFingerprint, worldOf } from '../world.ts';
import { accountKey, type PlannedCheck, planChecks } from './check-plan.ts';
import { digestPart } from './fingerprint.ts';

export type AuditContext = {
  readonly settings: Settings;
  readonly world: World;
  /** By id. */
  readonly accounts: ReadonlyMap<string, Row<'account'>>;
  readonly parts: { readonly world: string; readonly facts: string };
  /** The checks on a technology in an account, prepared once. */
  readonly checksFor: (technology: string, account: Row<'account'>) => readonly PlannedCheck[];
  /** Equal as long as nothing that all items of the technology share has changed. */
  readonly stampOf: (technology: string) => string;
};

export async function loadAuditContext(runtime: Runtime): Promise<AuditContext> {
  const { db, registry } = runtime;
  const settings = await loadSettings(db);
  const accounts = await listAccounts(db, systemViewer);
  const world = worldOf(accounts, settings.networks);
  const print = worldFingerprint(world);
  const plans = new Map<string, readonly PlannedCheck[]>();
  const stamps = new Map<string, string>();
  /** What the answers on all items of a technology depend on. */
  const shared = (technology: string): JsonValue => {
    const checks = registry.checksFor(technology);
    const perAccount = accounts.map((account) => [
      account.id,
      account.facts?.partition ?? '',
      checks.map(({ id }) => settings.scores[accountKey(account)]?.[id] ?? null),
    ]);
    const rules = checks.map(({ id, version, watcher, needs = [] }) => [
      id,
      version,
      watcher.version,
      needs,
      JSON.parse(JSON.stringify(settings.checks[id] ?? {})),
    ]);
    return [print, factsVersion, perAccount, rules];
  };
  return {
    settings,
    world,
    accounts: new Map(accounts.map((account) => [account.id, account])),
    parts: { world: digestPart(print), facts: digestPart(factsVersion) },
    checksFor: (technology, account) => {
      const key = accountKey(account);
      const known = plans.get(`${technology}\n${key}`) ?? planChecks({ registry, settings }, technology, key);
      plans.set(`${technology}\n${key}`, known);
      return known;
    },
    stampOf: (technology) => {
      const stamp = stamps.get(technology) ?? hashText(canonicalText(shared(technology)));
      stamps.set(technology, stamp);
      return stamp;
    },
  };
}
