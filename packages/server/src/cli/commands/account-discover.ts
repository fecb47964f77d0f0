/** `account discover`: watches everything that lies in an organization. */
import type { AccountType } from '@security-monkey/sdk';
import { connectAccount } from '../../engine/collect/connect.ts';
import { limiterOf } from '../../engine/collect/limiter.ts';
import { type DiscoverySummary, discoverAccounts } from '../../engine/discover/discover-accounts.ts';
import type { Registry } from '../../engine/registry.ts';
import type { Runtime } from '../../engine/runtime.ts';
import { tellAccounts } from '../../engine/tell-accounts.ts';
import { CodedError } from '../../errors/coded-error.ts';
import { discoveryLine } from '../../errors/failure-hint.ts';
import { type Account, addAccount, changeAccount, draftOf } from '../../front/accounts/account-draft.ts';
import { checkDraft } from '../../front/accounts/check-draft.ts';
import { refuseMixing } from '../../front/accounts/refuse-mixing.ts';
import { requireAccountType } from '../../front/accounts/require-account-type.ts';
import { accountByIdentifier } from '../../store/accounts.ts';
import { inTransaction } from '../../store/database/transaction.ts';
import { systemViewer } from '../../store/viewer.ts';
import { parseFieldOptions } from '../accounts/field-options.ts';
import { defineCommand } from '../command.ts';
import { counted } from '../output/count-line.ts';
import { printLines } from '../output/print-lines.ts';

export const accountDiscover = defineCommand({
  name: 'account discover',
  description:
    'Adds an organization, or changes it as is typed, and adds every account in it: new ones are found at each of its scans from then on, those that go are frozen with their history. Exit code 1 when not everything could be listed; what was found before stays.',
  needs: 'runtime',
  endsDemo: true,
  arguments: { type: { description: 'the type of the accounts to find, such as gcp' } },
  options: {
    organization: { value: 'ID', description: 'what the provider calls the organization', required: true },
    name: { value: 'NAME', description: 'what you call the organization; its id unless given' },
    field: { value: 'KEY=VALUE', description: 'a field of the organization (repeatable)', repeat: true },
  },
  examples: [
    'account discover gcp --organization 123456789012 --name acme',
    'account discover gcp --organization 123456789012 --field folders=234567890123',
  ],
  run: async ({ config, runtime, registry, output, author, signal }, { arguments: words, options }) => {
    const type = holderOf(registry, words.type);
    refuseMixing({ demo: config.isDemo === true, registry }, type.id);
    const account = await holdingAccount({ runtime, type, author }, options);
    const found = await discoverIn(runtime, account, signal);
    signal.throwIfAborted();
    const { failure, ...counts } = found;
    await output.object({ account: account.name, ...counts, ...(failure && { failure: { ...failure } }) });
    if (found.found !== undefined) {
      const { added, frozen } = found;
      const line = `${account.name}: ${counted(found.found, 'account')} found, ${added.length} new, ${frozen.length} frozen.`;
      await printLines(output, [line]);
    }
    if (failure === undefined) return 0;
    output.problem(discoveryLine(account.name, failure));
    return 1;
  },
});

/** The type of the accounts in which those of the asked type are found. */
function holderOf(registry: Registry, asked: string): AccountType {
  const { id } = requireAccountType(registry, asked);
  const holder = registry.allAccountTypes.find(({ discovery }) => discovery?.finds === id);
  if (holder !== undefined) return holder;
  const known = registry.allAccountTypes.flatMap(({ discovery }) => discovery?.finds ?? []).join(', ');
  throw new CodedError('discovery_unknown', { type: id, known: known === '' ? 'none' : known });
}

/** What was typed counts, what was not stays as it was. */
async function changedAs(
  { runtime, type, author }: Holding,
  known: Account,
  { name, field }: Pick<Typed, 'name' | 'field'>,
): Promise<Account> {
  const before = draftOf(known);
  const fields = parseFieldOptions(field, known.fields);
  const draft = checkDraft(type, { ...before, name: name ?? known.name, fields });
  if (JSON.stringify(draft) === JSON.stringify(before)) return known;
  return await inTransaction(runtime.db, async (tx) => {
    const changed = await changeAccount(tx, known, draft);
    await tellAccounts(tx, runtime, { by: author, before: [known], after: [changed] });
    return changed;
  });
}

type Typed = {
  readonly organization: string;
  readonly name: string | undefined;
  readonly field: readonly string[];
};

type Holding = { readonly runtime: Runtime; readonly type: AccountType; readonly author: string };

async function holdingAccount(holding: Holding, options: Typed): Promise<Account> {
  const { runtime, type, author } = holding;
  const draft = checkDraft(type, {
    type: type.id,
    identifier: options.organization,
    name: options.name ?? options.organization,
    fields: parseFieldOptions(options.field),
    thirdParty: false,
    active: true,
    notes: '',
  });
  const { identifier } = draft;
  const known = await accountByIdentifier(runtime.db, systemViewer, { type: type.id, identifier });
  if (known !== undefined) return await changedAs(holding, known, options);
  return await inTransaction(runtime.db, async (tx) => {
    const added = await addAccount(tx, draft, runtime);
    await tellAccounts(tx, runtime, { by: author, before: [], after: [added] });
    return added;
  });
}

async function discoverIn(
  runtime: Runtime,
  account: Account,
  signal: AbortSignal,
): Promise<DiscoverySummary> {
  const connected = await connectAccount(runtime, { account, signal, limiter: limiterOf(runtime.clock) });
  if ('failure' in connected) return { added: [], frozen: [], failure: connected.failure };
  try {
    return await discoverAccounts(runtime, { account, line: connected.line, signal });
  } finally {
    connected.close();
  }
}
