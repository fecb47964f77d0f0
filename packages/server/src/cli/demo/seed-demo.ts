/** Puts the accounts of the simulated organisation, and the partners that it knows, into an empty demo estate. */
import { demoAccounts, demoDeploys, demoThirdParties } from '@security-monkey/demo';
import type { Runtime } from '../../engine/runtime.ts';
import { setSetting } from '../../engine/settings/settings.ts';
import { tellAccounts } from '../../engine/tell-accounts.ts';
import { type AccountDraft, addAccount } from '../../front/accounts/account-draft.ts';
import { listAccounts } from '../../store/accounts.ts';
import { inTransaction } from '../../store/database/transaction.ts';
import { systemViewer } from '../../store/viewer.ts';

const by = 'demo';

const simulated = {
  fields: {},
  notes: 'Simulated: it is part of the demo estate.',
} as const;

/** Nothing where there are accounts already: what a person has changed in a demo stays. */
export async function seedDemo(runtime: Runtime): Promise<void> {
  if ((await listAccounts(runtime.db, systemViewer)).length > 0) return;
  const drafts: readonly AccountDraft[] = [
    ...demoAccounts.map((account) => ({ ...simulated, ...account, thirdParty: false, active: true })),
    ...demoThirdParties.map((account) => ({ ...simulated, ...account, thirdParty: true, active: false })),
  ];
  await inTransaction(runtime.db, async (tx) => {
    const after = [];
    for (const draft of drafts) after.push(await addAccount(tx, draft, runtime));
    await tellAccounts(tx, runtime, { by, before: [], after });
  });
  // Something is deployed each minute: looked at each minute, it is seen each minute.
  const value = { technologies: { [demoDeploys]: 1 } };
  await setSetting(runtime, by, { key: 'intervals', value });
}
