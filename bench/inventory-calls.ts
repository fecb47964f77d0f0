/** Calls that a scan of an organization takes, with its asset inventory off and on: for 6 projects and for 200. */
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import gcp from '@security-monkey/gcp';
import { serviceAccountKey } from '../packages/gcp/src/test-support/key-file.ts';
import { scan } from '../packages/server/src/engine/scan.ts';
import { insertAccount } from '../packages/server/src/store/accounts.ts';
import type { Database } from '../packages/server/src/store/database/database.ts';
import { type FakeGcp, startFakeGcp } from '../test/fake-gcp/start.ts';
import { inventoryEstate, organization } from './inventory-estate.ts';
import { report } from './report.ts';
import { benchRuntime, withDatabase } from './workspace.ts';

/** The technologies that the inventory gives. */
const inventoried = [
  'gcp.compute-firewall',
  'gcp.compute-network',
  'gcp.compute-subnetwork',
  'gcp.iam-service-account',
  'gcp.kms-key',
  'gcp.storage-bucket',
];

export async function inventoryCalls(): Promise<void> {
  const keyFile = join(tmpdir(), `bench-key-${process.pid}.json`);
  await writeFile(keyFile, JSON.stringify(serviceAccountKey), { mode: 0o600 });
  try {
    for (const count of [6, 200]) {
      const fake = await startFakeGcp(inventoryEstate(count), { pageCap: 1_000 });
      for (const assetInventory of ['off', 'on'])
        await withDatabase('pglite', (db) =>
          measure(db, fake, { count, fields: { assetInventory, keyFile } }),
        );
      await fake.close();
    }
  } finally {
    await rm(keyFile);
  }
}

type Measured = {
  readonly count: number;
  readonly fields: { readonly assetInventory: string; readonly keyFile: string };
};

async function measure(db: Database, fake: FakeGcp, { count, fields }: Measured): Promise<void> {
  const runtime = await benchRuntime(db, gcp);
  await db.deleteFrom('account').execute();
  await insertAccount(db, {
    id: runtime.nextId(),
    type: 'gcp-organization',
    identifier: organization,
    name: 'acme',
    fields: { ...fields, endpoint: fake.url },
    third_party: false,
    active: true,
    notes: '',
    created_at: new Date(),
  });
  const signal = new AbortController().signal;
  // The first finds the projects; what is counted is the scan that goes on every hour.
  const first = await scan(runtime, { signal });
  const all = await scan(runtime, { signal });
  const ofThem = await scan(runtime, { signal, technologies: inventoried });
  const items = await db
    .selectFrom('item')
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  const failed = first.failedScopes.length + all.failedScopes.length + ofThem.failedScopes.length;
  const inventory = Object.entries(ofThem.calls).filter(([operation]) => operation.startsWith('cloudasset:'));
  const history = Object.entries(first.calls).filter(([operation]) => operation.includes('AssetsHistory'));
  report(
    `${count} projects, ${items.count} items, inventory ${fields.assetInventory}`,
    `${sum(Object.fromEntries(history))} calls for history in the first scan, ${sum(all.calls)} calls a scan from then on; ${sum(ofThem.calls)} when only the six technologies it gives are scanned, ${sum(Object.fromEntries(inventory))} of them of the inventory; ${all.created + all.changed + all.deleted} changes, ${failed} scopes failed`,
  );
}

function sum(calls: Readonly<Record<string, number>>): number {
  return Object.values(calls).reduce((total, count) => total + count, 0);
}
