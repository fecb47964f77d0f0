/** Sends a message that says that messages arrive. */
import type { Block } from '@security-monkey/sdk';
import { insertMessage, type MessageOutcome } from '../../store/messages.ts';
import { failureLine } from '../notify/failure-line.ts';
import type { Runtime } from '../runtime.ts';
import { sendMessage } from './deliver-messages.ts';
import { createLinks } from './links.ts';
import { messageAlerter, parsedAddress } from './subscribe.ts';
import { timesIn } from './zoned-time.ts';

export type Test = {
  readonly alerter: string;
  readonly to: string;
  readonly by: string;
  readonly signal: AbortSignal;
};

export type TestOutcome = { readonly id: string; readonly to: string; readonly failure: string | undefined };

/** Tried once, and kept in the log whatever comes of it. @throws SubscriptionError for an alerter or an address that is none */
export async function sendTest(
  runtime: Runtime,
  { alerter: id, to, by, signal }: Test,
): Promise<TestOutcome> {
  const alerter = messageAlerter(runtime.registry, id);
  const address = parsedAddress(alerter, to);
  const now = runtime.clock.now();
  const message = {
    id: runtime.nextId(),
    subscription_id: null,
    account_id: null,
    kind: 'test',
    alerter: id,
    address,
    created_at: now,
  } as const;
  const subject = '[Security Monkey] A test';
  const blocks = testBlocks(runtime, { by, at: now });
  let outcome: MessageOutcome & { readonly failure: string | null };
  try {
    const content = { key: message.id, subject, at: now.toISOString(), blocks };
    await sendMessage(runtime, { alerter: id, to: address, message: content }, { signal });
    outcome = { state: 'delivered', delivered_at: runtime.clock.now(), failure: null };
  } catch (error) {
    outcome = { state: 'dead', failure: failureLine(error, runtime.digestKey) };
  }
  // Not before it was tried: another process would send it too.
  await insertMessage(runtime.db, message, { ...outcome, subject, attempts: 1 });
  return { id: message.id, to: address, failure: outcome.failure ?? undefined };
}

function testBlocks(
  { alerting }: Runtime,
  { by, at }: { readonly by: string; readonly at: Date },
): readonly Block[] {
  const { home } = createLinks(alerting.publicUrl);
  return [
    { kind: 'event', text: [`Test · ${timesIn('UTC').moment(at)}`] },
    { kind: 'sentence', text: ['Security Monkey can reach you.'] },
    { kind: 'paragraph', text: ['Changes and issues will arrive the same way.'] },
    ...(home === undefined
      ? [
          {
            kind: 'paragraph' as const,
            text: ['The address of the web interface (publicUrl) is not configured, so mails have no links.'],
          },
        ]
      : [{ kind: 'links' as const, links: [{ text: 'Open Security Monkey', href: home }] }]),
    {
      kind: 'reason',
      lines: [['You get this because ', { strong: by }, ' asked for a test.'], ['Times are in UTC.']],
    },
  ];
}
