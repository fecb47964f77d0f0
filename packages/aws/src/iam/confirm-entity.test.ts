/** When an entity that a complete listing lacks is gone, and when it is not known. */
import { type JsonObject, OperationError, type WatchContext } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import { iamPolicy } from '../iam-policy/watcher.ts';
import { iamUser } from '../iam-user/watcher.ts';

function context(answer: () => unknown): WatchContext {
  return {
    send: async () => answer(),
    place: { partition: 'aws', account: '111122223333', region: 'us-east-1' },
    facts: { partition: 'aws' },
    shared: (_key, load) => load(),
  };
}

const isGone = { failure: { class: 'not_found', code: 'NoSuchEntity' } };

describe('a user', () => {
  const alice = { identity: 'AIDA1', lineage: 'arn', name: 'alice', region: 'us-east-1' };
  const confirm = async (answer: () => unknown) => iamUser.confirm?.(context(answer), alice);

  it('is there under her id', async () => {
    await expect(confirm(() => ({ User: { UserId: 'AIDA1' } }))).resolves.toBeUndefined();
  });

  it('is gone when another one has her name', async () => {
    await expect(confirm(() => ({ User: { UserId: 'AIDA2' } }))).rejects.toMatchObject(isGone);
  });

  it('is unknown when nobody may look', async () => {
    const denied = new OperationError({ class: 'access_denied', code: 'AccessDenied', message: 'no' });
    const asked = confirm(() => {
      throw denied;
    });
    await expect(asked).rejects.toBe(denied);
  });
});

describe('a policy of AWS', () => {
  const lineage = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
  const confirm = async (Policy: JsonObject) =>
    iamPolicy.confirm?.(
      context(() => ({ Policy })),
      { identity: lineage, lineage, name: 'ReadOnlyAccess', region: 'us-east-1' },
    );

  it.each<[string, JsonObject]>([
    ['attached', { AttachmentCount: 1, PermissionsBoundaryUsageCount: 0 }],
    ['used as a boundary', { AttachmentCount: 0, PermissionsBoundaryUsageCount: 1 }],
  ])('is there while it is %s', async (_name, counts) => {
    await expect(confirm(counts)).resolves.toBeUndefined();
  });

  it('is gone from the account when nobody uses it', async () => {
    await expect(confirm({ AttachmentCount: 0 })).rejects.toMatchObject(isGone);
  });
});
