/** Signs in to an account and asks what there is to watch. */
import {
  type AccountSettings,
  type AccountType,
  type Connection,
  type Failure,
  isOperationError,
  type Probe,
} from '@security-monkey/sdk';
import type { Row } from '../../store/schema.ts';
import { missingType } from '../missing-plugin.ts';
import { safeFailure } from '../record/safe-text.ts';
import type { Runtime } from '../runtime.ts';
import { createActivity } from './activity.ts';
import type { Limiter } from './limiter.ts';
import { retryWait } from './retry.ts';
import { createSender, type Line } from './sender.ts';

export type Connected = { readonly line: Line; readonly probe: Probe; readonly close: () => void };

type Request = {
  readonly account: Row<'account'>;
  readonly limiter: Limiter;
  readonly signal: AbortSignal;
};

/** The connection and what the probe found, or why the account cannot be watched now. */
export async function connectAccount(
  runtime: Runtime,
  request: Request,
): Promise<Connected | { readonly failure: Failure }> {
  const { account } = request;
  const accountType = runtime.registry.accountType(account.type);
  if (accountType === undefined) return failed('plugin_missing', missingType(account.type));
  const fields = accountType.fields.safeParse(account.fields);
  if (!fields.success)
    return failed('rejected', `The fields of ${account.name} are not valid: ${problems(fields.error)}.`);
  const settings = { identifier: account.identifier, name: account.name, fields: fields.data };
  const activity = createActivity(runtime.clock);
  let connection: Connection | undefined;
  try {
    connection = await connectPatiently(runtime, request, {
      accountType,
      connect: () =>
        activity.watch('Connecting', () =>
          accountType.connect(settings, { now: () => runtime.clock.now().getTime() }),
        ),
    });
    const line = lineOf(runtime, request, { accountType, connection });
    const probe = await activity.watch('The probe', () =>
      probeAccount(request, { line, settings, activity }),
    );
    const opened = connection;
    return { line, probe, close: () => opened.close() };
  } catch (error) {
    connection?.close();
    return { failure: connectFailure(runtime, accountType, error) };
  }
}

type Connecting = { readonly accountType: AccountType; readonly connect: () => Promise<Connection> };

/** The calls by which an account type connects are its own; so it is the connecting that is tried again. */
async function connectPatiently(
  runtime: Runtime,
  { signal }: Request,
  { accountType, connect }: Connecting,
): Promise<Connection> {
  const { clock, random } = runtime;
  const begun = clock.now().getTime();
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await connect();
    } catch (error) {
      const failure = connectFailure(runtime, accountType, error);
      const elapsed = clock.now().getTime() - begun;
      const wait = retryWait({ failure, attempts, elapsed, random: random() });
      if (wait === undefined || signal.aborted) throw error;
      await clock.sleep(wait, signal);
    }
  }
}

function lineOf(
  { clock, random, digestKey }: Runtime,
  { account, limiter }: Request,
  { accountType, connection }: Pick<Line, 'accountType' | 'connection'>,
): Line {
  const calls = new Map<string, number>();
  return {
    clock,
    random,
    digestKey,
    limiter,
    accountType,
    connection,
    account: account.identifier,
    calls,
  };
}

type Probing = {
  readonly line: Line;
  readonly settings: AccountSettings<unknown>;
  readonly activity: ReturnType<typeof createActivity>;
};

function probeAccount({ signal }: Request, { line, settings, activity }: Probing): Promise<Probe> {
  const { accountType } = line;
  const send = createSender(line, {
    region: '',
    priority: 'connect',
    flow: 'connect',
    permissions: accountType.permissions,
    signal,
  });
  return accountType.probe({
    send: (operation, input, place) => activity.during(() => send(operation, input, place)),
    account: settings,
  });
}

function connectFailure({ digestKey }: Runtime, accountType: Line['accountType'], error: unknown): Failure {
  if (isOperationError(error)) return safeFailure(error.failure, digestKey);
  try {
    return safeFailure(accountType.classify(error), digestKey);
  } catch {
    return { class: 'defect', message: `The account type ${accountType.id} failed to connect.` };
  }
}

function failed(kind: Failure['class'], message: string): { readonly failure: Failure } {
  return { failure: { class: kind, message } };
}

function problems(error: {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
}): string {
  return error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`).join('; ');
}
