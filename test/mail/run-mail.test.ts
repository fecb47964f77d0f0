/** What the mail of a run says, word for word. */
import { beforeEach, describe, expect, it } from 'vitest';
import { parseQuery } from '../../packages/server/src/query/parse.ts';
import { issueVocabulary } from '../../packages/server/src/query/vocabulary-issues.ts';
import { itemVocabulary } from '../../packages/server/src/query/vocabulary-items.ts';
import { useTestDatabase } from '../../packages/server/src/store/testing/test-database.ts';
import { changeEverything, createPayments, type Payments } from './payments.ts';
import { textOf, told } from './told.ts';

const database = useTestDatabase();

let payments: Payments;
beforeEach(async () => {
  payments = await createPayments(database());
});

describe('the mail of a run', () => {
  it('says who changed what, what that means, what it opened and what to do', async () => {
    const [message, ...others] = await told(payments, { minScore: 1 }, () => changeEverything(payments));
    expect(others).toEqual([]);
    expect(message?.subject).toBe('[payments-prod] 3 items changed, 2 issues opened, 1 fixed');
    expect(textOf(message)).toBe(`Changes · Fri 20 Nov 2026, 18:40 to 18:52

dana.okafor changed 3 items in payments-prod. 2 issues opened, 1 fixed.

18:42  customer-statements-eu <https://monkey.example.com/items/ID> S3 bucket, eu-west-1  [Critical 10]
         This change lets everyone read from the S3 bucket (s3:GetObject on
         arn:aws:s3:::customer-statements-eu/*).
         5 changes: /PublicAccessBlock/BlockPublicAcls,
         /PublicAccessBlock/BlockPublicPolicy,
         /PublicAccessBlock/IgnorePublicAcls and 2 more.
         Opened, Critical 10: Everyone may s3:GetObject (read).
         <https://monkey.example.com/items/ID?issue=ID>
         Opened, Medium 5: Off at the bucket and at the account:
         BlockPublicAcls, IgnorePublicAcls, BlockPublicPolicy,
         RestrictPublicBuckets.
         <https://monkey.example.com/items/ID?issue=ID>
18:40  payments-ledger-archive <https://monkey.example.com/items/ID> S3 bucket, eu-west-1  [1 fixed]
         /Versioning/Status changed from "Suspended" to "Enabled".
         Fixed, Low 1: Overwritten and deleted objects are lost.
         <https://monkey.example.com/items/ID?issue=ID>
18:52  q-statements-export <https://monkey.example.com/items/ID> SQS queue, eu-west-1
         /Attributes/VisibilityTimeout changed from "30" to "300".

customer-statements-eu S3 bucket, eu-west-1
-------------------------------------------

    /Policy/Statement/0
  + {
  +   "Action": ["s3:GetObject"],
  +   "Effect": "Allow",
  +   "Principal": "*",
  +   "Resource": ["arn:aws:s3:::customer-statements-eu/*"],
  +   "Sid": "StatementsTemporary"
  + }
    /PublicAccessBlock/BlockPublicAcls
  - true
  + false
    /PublicAccessBlock/BlockPublicPolicy
  - true
  + false
    /PublicAccessBlock/IgnorePublicAcls
  - true
  + false
    /PublicAccessBlock/RestrictPublicBuckets
  - true
  + false
    /Tagging
  - {"TagSet":[{"Key":"reviewed","Value":"2026-09"}]}
  + null

payments-ledger-archive S3 bucket, eu-west-1
--------------------------------------------

    /Versioning/Status
  - "Suspended"
  + "Enabled"

The differences of 1 other change are not shown here.

The policy lets everyone in
---------------------------

[Critical 10]

A statement of the bucket’s policy allows everyone something, and no
condition says who they must be. Conditions that the caller chooses, such as
a referer, or that describe the request, such as HTTPS, hold nobody back.

To fix it: Name the principals, or add a condition that fixes the
organisation, the account, the network or the source.

Public access is not blocked
----------------------------

[Medium 5]

Block Public Access is the safety net under ACLs and policies: with all four
settings on, at the bucket or at the account, one careless grant does not
open the bucket to the internet.

To fix it: Switch on all four settings, best for the whole account. Serve
public content through CloudFront.

Open these changes: https://monkey.example.com/items?query=account%3A%22payments-prod%22%20changed%3E%3D2026-11-20T17%3A40%3A30Z
Open 2 new issues: https://monkey.example.com/issues?query=account%3A%22payments-prod%22%20opened%3E%3D2026-11-20T17%3A40%3A30Z

/// Complete for 26 of 27 scopes of this account. aws.sns-topic in us-east-1
/// could not be looked at since 18:41: The role may not list topics.
/// Missing permission sns:ListTopics.

-- 
You get this because mara@example.com is subscribed to payments-prod, all
technologies, score 1 or more, after each run.
To stop it, hand this to an administrator:
https://monkey.example.com/alerters?subscription=ID
Times are in Europe/Berlin. Security Monkey is at
https://monkey.example.com.
`);
  });

  it('counts the issues below the score of its subscription', async () => {
    const [message] = await told(payments, { minScore: 6 }, () => changeEverything(payments));
    expect(message?.subject).toBe('[payments-prod] 3 items changed, 1 issue opened');
    const text = textOf(message);
    expect(text).toContain('2 issues below score 6 are not shown here.');
    expect(text).not.toMatch(/Medium 5|Low 1/);
  });

  it('says whose changes were not collected', async () => {
    const [message] = await told(payments, {}, async () => {
      await changeEverything(payments);
      await payments.db
        .updateTable('revision')
        .set({ actor: null })
        .where('valid_from', '>', new Date('2026-11-20T17:51:00Z'))
        .execute();
    });
    const text = textOf(message);
    expect(text).toContain('Who made 1 of the changes was not collected.');
    expect(text).toContain('         dana.okafor: This change lets everyone read');
  });

  it('has no links where the address of the interface is not configured', async () => {
    const runtime = { ...payments.runtime, alerting: { publicUrl: undefined, options: {} } };
    payments = { ...payments, runtime };
    const [message] = await told(payments, {}, () => changeEverything(payments));
    expect(JSON.stringify(message)).not.toContain('href');
    expect(textOf(message)).toContain('18:42  customer-statements-eu S3 bucket, eu-west-1  [Critical 10]');
  });

  it('remembers the lines of a revision that is not kept any more', async () => {
    const [message] = await told(payments, {}, async () => {
      await changeEverything(payments);
      await payments.db.deleteFrom('revision').where('valid_from', '>', new Date('2026-11-20')).execute();
    });
    const text = textOf(message);
    expect(text).toContain('Changed.');
    expect(text).toContain('    /PublicAccessBlock/BlockPublicAcls: true → false');
  });

  it('leads to lists that the interface understands', async () => {
    const [message] = await told(payments, {}, () => changeEverything(payments));
    const links = (message?.blocks ?? []).flatMap((block) => (block.kind === 'links' ? block.links : []));
    const queries = links.map(({ href }) => new URL(href).searchParams.get('query') ?? '');
    expect(queries).toHaveLength(2);
    const vocabularies = [itemVocabulary, issueVocabulary];
    for (const [index, query] of queries.entries())
      expect(parseQuery(query, vocabularies[index] ?? itemVocabulary)).toMatchObject({ ok: true });
  });
});
