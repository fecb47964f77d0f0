/** Finds the accounts that lie in an account, and watches the new ones from then on. */
import {
  type AccountSettings,
  type AccountType,
  type Failure,
  type FoundAccount,
  isOperationError,
  OperationError,
} from '@security-monkey/sdk';
import { listAccounts } from '../../store/accounts.ts';
import type { Row } from '../../store/schema.ts';
import { systemViewer } from '../../store/viewer.ts';
import { createActivity } from '../collect/activity.ts';
import { createSender, type Line } from '../collect/sender.ts';
import { safeFailure } from '../record/safe-text.ts';
import type { Runtime } from '../runtime.ts';
import { decideDiscovery } from './decide-discovery.ts';
import { endDiscoveryFailure, recordDiscoveryFailure } from './discovery-failure.ts';
import { keepDiscovered } from './keep-discovered.ts';

export type DiscoveryRequest = {
  readonly account: Row<'account'>;
  readonly line: Line;
  readonly signal: AbortSignal;
};

export type DiscoverySummary = {
  /** How many lie in the account; absent where that could not be found out. */
  readonly found?: number;
  /** Identifiers. */
  readonly added: readonly string[];
  readonly frozen: readonly string[];
  /** Why nothing, or not everything, could be concluded; told as well where coverage is. */
  readonly failure?: Failure;
};

const nothing: DiscoverySummary = { added: [], frozen: [] };

/** Does nothing for accounts in which none lie. Rejects only when the database fails. */
export async function discoverAccounts(
  runtime: Runtime,
  request: DiscoveryRequest,
): Promise<DiscoverySummary> {
  const { account, line, signal } = request;
  const { discovery } = line.accountType;
  if (discovery === undefined) return nothing;
  const listed = await listFound(runtime, request, discovery);
  if (signal.aborted) return nothing;
  if ('failure' in listed) {
    await recordDiscoveryFailure(runtime, account, listed.failure);
    return { ...nothing, failure: listed.failure };
  }
  const known = await listAccounts(runtime.db, systemViewer, { type: discovery.finds });
  const decision = decideDiscovery({ within: account, found: listed.found, known });
  await keepDiscovered(runtime, { within: account, type: discovery.finds, decision });
  const failure = heldFailure(account, decision.held);
  if (failure === undefined) await endDiscoveryFailure(runtime, account);
  else await recordDiscoveryFailure(runtime, account, failure);
  return {
    found: listed.found.length,
    added: decision.add.map(({ identifier }) => identifier),
    frozen: decision.freeze.map(({ account: { identifier } }) => identifier),
    ...(failure !== undefined && { failure }),
  };
}

type Listed = { readonly found: readonly FoundAccount[] } | { readonly failure: Failure };

async function listFound(
  runtime: Runtime,
  { account, line, signal }: DiscoveryRequest,
  discovery: NonNullable<AccountType['discovery']>,
): Promise<Listed> {
  const { registry, clock, digestKey } = runtime;
  const type = registry.accountType(discovery.finds);
  if (type === undefined)
    return { failure: rejected(`No plugin brings the account type ${discovery.finds}.`) };
  const activity = createActivity(clock);
  const permissions = line.accountType.permissions;
  const send = createSender(line, { region: '', priority: 'list', flow: 'discover', permissions, signal });
  const asked = {
    send: ((operation, input, place) =>
      activity.during(() => send(operation, input, place))) satisfies typeof send,
    account: settingsOf(line.accountType, account),
  };
  try {
    return await activity.watch('Discovering', async () => {
      const found = new Map<string, FoundAccount>();
      for await (const page of discovery.find(asked))
        for (const one of page) found.set(one.identifier, checked(type, one));
      return { found: [...found.values()] };
    });
  } catch (error) {
    const failure: Failure = isOperationError(error)
      ? error.failure
      : { class: 'defect', message: `The account type ${line.accountType.id} failed to discover accounts.` };
    return { failure: safeFailure(failure, digestKey) };
  }
}

function settingsOf(type: AccountType, account: Row<'account'>): AccountSettings<unknown> {
  const { identifier, name } = account;
  return { identifier, name, fields: type.fields.parse(account.fields) };
}

/** @throws OperationError for what the type itself would not take from a person */
function checked(type: AccountType, found: FoundAccount): FoundAccount {
  const parsed = type.identifier.parse(found.identifier);
  const isRight =
    'value' in parsed && parsed.value === found.identifier && type.fields.safeParse(found.fields).success;
  if (isRight) return found;
  throw new OperationError({
    class: 'invalid_response',
    message: `The account ${found.identifier} was found, which is no account of the type ${type.id}`,
  });
}

function heldFailure({ name }: Row<'account'>, held: readonly Row<'account'>[]): Failure | undefined {
  if (held.length === 0) return undefined;
  const [first] = held;
  const count = held.length === 1 ? '1 account' : `${held.length} accounts`;
  return rejected(
    `${name} does not list ${count} any more at once, such as ${first?.identifier}: they stay as they are until that is confirmed. Look at what its credentials may see; remove those that are gone.`,
  );
}

function rejected(message: string): Failure {
  return { class: 'rejected', message };
}
