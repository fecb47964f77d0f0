/** Two accounts with something of everything in each: one that a person may see, and one whose every text has the word zebra. */

import { insertAuditEntry } from '../../store/audit-log.ts';
import { upsertAuditStates } from '../../store/audit-state.ts';
import { insertComment } from '../../store/comments.ts';
import type { Database } from '../../store/database/database.ts';
import { insertMessage } from '../../store/messages.ts';
import type { Row } from '../../store/schema.ts';
import { insertSubscription } from '../../store/subscriptions.ts';
import { givenId, givenTime } from '../../store/testing/given.ts';
import { givenSubscription } from '../../store/testing/given-subscription.ts';
import { givenAccount, givenIssue } from '../../store/testing/test-database.ts';
import {
  givenCoverage,
  givenFailure,
  givenJustification,
  givenRelation,
  givenRevision,
  givenSearchable,
  givenTransition,
  givenUnknown,
} from '../../store/views/testing/estate.ts';

/** What is in an account, by its ids. */
export type Ids = {
  readonly account: string;
  readonly item: string;
  readonly issue: string;
  readonly justified: string;
  readonly comment: string;
  readonly revision: string;
  readonly person: string;
  readonly subscription: string;
  /** That was given up. */
  readonly message: string;
};

export type TwoAccounts = { readonly mine: Ids; readonly zebra: Ids };

/** The word in every text of the account that a person may not see. */
export const foreignWord = 'zebra';

export async function givenTwoAccounts(db: Database): Promise<TwoAccounts> {
  const mine = await givenWhole(db, 'mine');
  const zebra = await givenWhole(db, foreignWord);
  // Each is attached to the other, by names that tell nothing.
  const widget = { technology: 'fake.widget', value: { Note: foreignWord } };
  await givenRelation(db, zebra.item, { ...widget, key: mine.item.identity });
  await givenRelation(db, mine.item, { technology: 'fake.vault', key: 'shared', value: {} });
  await db.updateTable('item').set({ identity: 'shared' }).where('id', '=', zebra.vault.id).execute();
  return { mine: mine.ids, zebra: zebra.ids };
}

async function givenWhole(db: Database, word: string) {
  const account = await givenAccount(db, {
    type: 'fake',
    identifier: `${word}-1`,
    name: word,
    notes: `notes of ${word}`,
    fields: JSON.stringify({ field: word }),
  });
  const of = { account_id: account.id, region: `${word}-region`, scope_region: 'north' };
  const item = await givenSearchable(db, {
    ...of,
    technology: 'fake.widget',
    name: `${word}-widget`,
    tags: { [word]: 'yes' },
    config: { Name: word },
  });
  const vault = await givenSearchable(db, { ...of, technology: 'fake.vault', name: `${word}-vault` });
  const told = { details: { port: word }, evidence: [{ path: '/Name', value: word }] };
  const issue = await givenIssue(db, item, {
    ...told,
    check_id: 'fake.widget.open-rule',
    message_id: 'open',
    subject: { port: word },
    score: 8,
  });
  const justified = await givenIssue(db, item, {
    ...told,
    check_id: 'fake.widget.public-policy',
    status: 'justified',
    subject: { who: word },
  });
  await givenLife(db, word, { account, item, issue, justified });
  const { comment, person } = await givenPeopleAbout(db, word, { account, item });
  const revision = await givenRevision(db, item, {
    config: { Name: word, Changed: word },
    actor: { name: word },
    valid_from: new Date(givenTime.getTime() + 1_000),
  });
  const ids: Ids = {
    account: account.id,
    item: item.id,
    issue: issue.id,
    justified: justified.id,
    comment,
    revision: revision.id,
    person,
    ...(await givenTold(db, word, { account, person })),
  };
  return { ids, item, vault };
}

async function givenTold(
  db: Database,
  word: string,
  { account, person }: { readonly account: Row<'account'>; readonly person: string },
): Promise<Pick<Ids, 'subscription' | 'message'>> {
  const told = { alerter: 'pigeon', address: `${word}@example.com` };
  const subscription = givenSubscription({ ...told, user_id: person, accounts: [word] });
  await insertSubscription(db, subscription);
  const message = { id: givenId(), kind: 'run', created_at: givenTime } as const;
  await insertMessage(
    db,
    { ...message, ...told, subscription_id: subscription.id, account_id: account.id },
    { state: 'dead', attempts: 16, subject: `[${word}] 1 item changed`, failure: `no such ${word}` },
  );
  return { subscription: subscription.id, message: message.id };
}

type Whole = {
  readonly account: Row<'account'>;
  readonly item: Row<'item'>;
  readonly issue: Row<'issue'>;
  readonly justified: Row<'issue'>;
};

async function givenLife(db: Database, word: string, { account, item, issue, justified }: Whole) {
  await givenTransition(db, issue, {});
  await givenTransition(db, justified, { from_status: 'open', to_status: 'justified', cause: word });
  await givenJustification(db, justified, {
    reason: word,
    author: word,
    until: new Date(givenTime.getTime() + 3_600_000),
  });
  await givenUnknown(db, item, { check_id: 'fake.widget.too-old', message: word, path: `/${word}` });
  const failure = { class: 'access_denied', message: word, permission: `fake:${word}` } as const;
  await givenCoverage(db, account, { technology: 'fake.widget', region: 'north' });
  await givenCoverage(db, account, {
    technology: 'fake.vault',
    region: `${word}-region`,
    state: 'failed',
    failure,
    failing_since: givenTime,
  });
  await givenFailure(db, account, { technology: 'fake.widget', region: 'north', detail: failure });
  const fingerprints = { 'fake.widget.open-rule': 'a', 'fake.widget.unattached': 'b' };
  await upsertAuditStates(db, [{ item_id: item.id, fingerprints, next_due: null, audited_at: givenTime }]);
}

async function givenPeopleAbout(
  db: Database,
  word: string,
  { account, item }: Pick<Whole, 'account' | 'item'>,
): Promise<Pick<Ids, 'comment' | 'person'>> {
  const person = givenId();
  await db
    .insertInto('app_user')
    .values({
      id: person,
      email: `${word}@example.com`,
      name: word,
      role: 'comment',
      accounts: JSON.stringify([account.id]),
      password_hash: null,
      active: true,
      created_at: givenTime,
    })
    .execute();
  const comment = givenId();
  await insertComment(db, {
    id: comment,
    account_id: account.id,
    item_id: item.id,
    revision_id: null,
    issue_id: null,
    author: word,
    at: givenTime,
    text: word,
  });
  await insertAuditEntry(db, {
    id: givenId(),
    at: givenTime,
    user_id: person,
    author: word,
    address: '127.0.0.1',
    action: 'account.add',
    target: { name: word },
  });
  return { comment, person };
}
