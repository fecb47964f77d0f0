/** What the mail of one issue says, word for word. */
import { beforeEach, describe, expect, it } from 'vitest';
import { useTestDatabase } from '../../packages/server/src/store/testing/test-database.ts';
import { createPayments, openStatements, type Payments, safeStatementsPolicy } from './payments.ts';
import { textOf, told } from './told.ts';

const database = useTestDatabase();

let payments: Payments;

describe('the mail of an issue', () => {
  const graveOnly = {
    minScore: 0,
    events: ['issue.opened', 'issue.reopened', 'issue.fixed', 'item.changed'],
  };

  beforeEach(async () => {
    payments = await createPayments(database(), { isBlocked: false });
  });

  /** The block is off already, so this opens the bucket, and one issue. */
  async function openPolicy(): Promise<void> {
    await openStatements(payments, { keepBlock: true });
  }

  it('says what is wrong, by whom, why it matters and what to do', async () => {
    const [message] = await told(payments, graveOnly, openPolicy);
    expect(message?.subject).toBe(
      '[payments-prod] Critical 10: customer-statements-eu: Everyone may s3:GetObject (read)',
    );
    expect(textOf(message)).toBe(`Issue opened · Fri 20 Nov 2026, 18:52

[Critical 10]

customer-statements-eu: Everyone may s3:GetObject (read).

dana.okafor changed the configuration at 18:42. This change lets everyone
read from the S3 bucket (s3:GetObject on
arn:aws:s3:::customer-statements-eu/*).

Item     customer-statements-eu <https://monkey.example.com/items/ID>, S3 bucket
Account  payments-prod (111122223333), eu-west-1
Subject  principal *
Check    The policy lets everyone in (aws.s3-bucket.policy-internet-accessible)

The evidence
------------

    /Policy/Statement/0
  + {
  +   "Action": ["s3:GetObject"],
  +   "Resource": ["arn:aws:s3:::customer-statements-eu/*"]
  + }

Why it matters
--------------

A statement of the bucket’s policy allows everyone something, and no
condition says who they must be. Conditions that the caller chooses, such as
a referer, or that describe the request, such as HTTPS, hold nobody back.

To fix it
---------

Name the principals, or add a condition that fixes the organisation, the
account, the network or the source. The issue is fixed by the next run that
looks at it and does not find it.

Open the issue: https://monkey.example.com/items/ID?issue=ID
Show the change: https://monkey.example.com/items/ID?tab=diff&to=ID
Open issues of this account: https://monkey.example.com/issues?query=account%3A%22payments-prod%22%20is%3Aopen

/// Complete for 26 of 27 scopes of this account. aws.sns-topic in us-east-1
/// could not be looked at since 18:41: The role may not list topics.
/// Missing permission sns:ListTopics.

-- 
You get this because mara@example.com is subscribed to payments-prod, all
technologies, any score, after each run.
To stop it, hand this to an administrator:
https://monkey.example.com/alerters?subscription=ID
Times are in Europe/Berlin. Security Monkey is at
https://monkey.example.com.
`);
  });

  it('says that it is fixed, by what, and nothing of what to do', async () => {
    await openPolicy();
    await payments.audit('2026-11-20T17:45:00.000Z');
    const [message] = await told(payments, {}, async () => {
      const config = { Policy: safeStatementsPolicy };
      await payments.change('customer-statements-eu', '2026-11-20T17:50:00.000Z', config, 'mara.reuter');
    });
    expect(message?.subject).toBe(
      '[payments-prod] Fixed, was Critical 10: customer-statements-eu: Everyone may s3:GetObject (read)',
    );
    const text = textOf(message);
    expect(text).toContain('Issue fixed · Fri 20 Nov 2026, 18:52\n\n[Fixed, was Critical 10]');
    expect(text).toContain('mara.reuter changed the configuration at 18:50. ');
    expect(text).toContain('What it rested on\n-----------------');
    expect(text).toContain('  -   "Action": ["s3:GetObject"],');
    expect(text).not.toContain('To fix it');
  });

  it('names checks on the same item that could not be decided', async () => {
    const [message] = await told(payments, graveOnly, async () => {
      await openPolicy();
      const { id } = await payments.db
        .selectFrom('item')
        .select('id')
        .where('name', '=', 'customer-statements-eu')
        .executeTakeFirstOrThrow();
      const unreadable = [
        {
          path: '/Logging',
          class: 'access_denied',
          message: 'The role may not read it.',
          permission: 's3:GetBucketLogging',
        },
      ];
      await payments.db
        .updateTable('item')
        .set({ unreadable: JSON.stringify(unreadable) })
        .where('id', '=', id)
        .execute();
    });
    expect(textOf(message)).toContain(
      '/// 1 more check on this item is undecided. Unknown since 18:52: “Server\n/// access logging is off”? The role may not read it. Missing permission\n/// s3:GetBucketLogging.',
    );
  });
});
