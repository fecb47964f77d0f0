/** What happens before each kind of mail, and the mail. */
import type { Message } from '@security-monkey/sdk';
import type { Database } from '../../packages/server/src/store/database/database.ts';
import { changeEverything, createPayments, enrol, openStatements, type Payments } from './payments.ts';
import { tell } from './tell.ts';
import { told } from './told.ts';

const oncall = { address: 'payments-oncall@example.com', minScore: 1 };

const scenes = {
  change: (payments: Payments) => told(payments, oncall, () => changeEverything(payments)),
  issue: (payments: Payments) => told(payments, oncall, () => openStatements(payments, { keepBlock: true })),
  digest: async (payments: Payments) => {
    await told(payments, { ...oncall, digestAt: '08:00' }, () => changeEverything(payments));
    payments.clock.advance(24 * 3_600_000);
    return await tell(payments.runtime);
  },
  enrolment: async (payments: Payments) => {
    await openStatements(payments);
    await payments.audit('2026-11-20T17:45:00.000Z');
    return await told(payments, oncall, () => enrol(payments));
  },
} as const;

export type MailKind = keyof typeof scenes;

export const mailKinds = ['change', 'issue', 'digest', 'enrolment'] as const satisfies readonly MailKind[];

/** The one mail that such a thing makes. */
export async function mailOf(db: Database, kind: MailKind): Promise<Message> {
  const payments = await createPayments(db, { isBlocked: kind !== 'issue' });
  const [message, ...others] = await scenes[kind](payments);
  if (message === undefined || others.length > 0)
    throw new Error(`That makes ${others.length + 1} mails, or none`);
  return message;
}
