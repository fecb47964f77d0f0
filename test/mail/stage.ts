/** The engine on the fake cloud with a real SMTP server behind the alerter mail: from a scan to what arrives. */
import alerters from '../../packages/alerters/src/index.ts';
import {
  type MailServer,
  type MailServerOptions,
  startMailServer,
} from '../../packages/alerters/src/testing/mail-server.ts';
import { judgeInProcess } from '../../packages/server/src/engine/audit/judge-in-process.ts';
import {
  deliverMessages,
  type MessageSummary,
} from '../../packages/server/src/engine/messages/deliver-messages.ts';
import { gatherMessages } from '../../packages/server/src/engine/messages/gather-messages.ts';
import { type SubscriptionDraft, subscribe } from '../../packages/server/src/engine/messages/subscribe.ts';
import { createRegistry } from '../../packages/server/src/engine/registry.ts';
import type { Runtime } from '../../packages/server/src/engine/runtime.ts';
import { scan } from '../../packages/server/src/engine/scan.ts';
import { givenFakeAccount } from '../../packages/server/src/engine/testing/engine-test.ts';
import type { FakeAccount, FakeCloud } from '../../packages/server/src/engine/testing/fake-cloud.ts';
import { fakePlugin } from '../../packages/server/src/engine/testing/fake-plugin.ts';
import { createTestRuntime, type LogEntry } from '../../packages/server/src/engine/testing/test-runtime.ts';
import type { VirtualClock } from '../../packages/server/src/engine/testing/virtual-clock.ts';
import type { Database } from '../../packages/server/src/store/database/database.ts';
import type { Row } from '../../packages/server/src/store/schema.ts';
import { empty } from '../../packages/server/src/store/testing/test-database.ts';
import { systemViewer } from '../../packages/server/src/store/viewer.ts';

export type MailStage = {
  readonly runtime: Runtime;
  readonly clock: VirtualClock;
  readonly cloud: FakeCloud;
  readonly server: MailServer;
  readonly logged: readonly LogEntry[];
  /** The resources of the account `a1`, or another. */
  readonly estate: (identifier?: string) => FakeAccount;
  readonly subscribe: (draft?: Partial<SubscriptionDraft>) => Promise<Row<'subscription'>>;
  /** A minute later, scans everything and audits it. */
  readonly run: () => Promise<void>;
  /** Makes messages of what waits and hands over what is due, while the clock stands still. */
  readonly deliver: (signal?: AbortSignal) => Promise<MessageSummary>;
  /** Lets the run end, and then delivers. */
  readonly settle: () => Promise<MessageSummary>;
};

export const minute = 60_000;
export const hour = 60 * minute;

export type StageOptions = MailServerOptions & {
  readonly mail?: Readonly<Record<string, string>>;
  readonly accounts?: readonly string[];
  readonly start?: string;
};

const alice = { name: 'alice', viewer: systemViewer };

/** On an empty database. */
export async function createMailStage(db: Database, options: StageOptions = {}): Promise<MailStage> {
  const { accounts = ['a1'], mail = {}, ...serverOptions } = options;
  await empty(db);
  const server = await startMailServer(serverOptions);
  const { runtime: bare, clock, cloud, logged } = createTestRuntime(db);
  const registry = createRegistry([fakePlugin(cloud), alerters]);
  const runtime: Runtime = {
    ...bare,
    registry,
    judge: judgeInProcess(registry),
    alerting: {
      publicUrl: 'https://monkey.example.com',
      options: {
        mail: { host: '127.0.0.1', port: server.port, security: 'none', from: 'monkey@example.com', ...mail },
      },
    },
  };
  for (const account of accounts) await givenFakeAccount(runtime, account);
  const deliver = (signal = new AbortController().signal): Promise<MessageSummary> =>
    clock.paused(async () => {
      await gatherMessages(runtime);
      return await deliverMessages(runtime, { signal });
    });
  return {
    runtime,
    clock,
    cloud,
    server,
    logged,
    estate: (identifier = 'a1') => cloud.account(identifier),
    subscribe: (draft) => subscribe(runtime, alice, { ...everything, ...draft }),
    run: async () => {
      clock.advance(minute);
      await scan(runtime, { signal: new AbortController().signal });
    },
    deliver,
    settle: async () => {
      clock.advance(minute);
      return await deliver();
    },
  };
}

const everything: SubscriptionDraft = {
  alerter: 'mail',
  address: 'mara@example.com',
  accounts: [],
  technologies: [],
  events: [],
  minScore: 0,
  digestAt: undefined,
  timeZone: 'UTC',
  userId: undefined,
};

/** The subjects of what arrived, in order. */
export function subjects({ server }: MailStage): readonly string[] {
  return server.taken.map(({ headers }) => headers.get('subject') ?? '');
}
