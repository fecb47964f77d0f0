/** What lies above a project, and what of it may be seen. */
import { describe, expect, it } from 'vitest';
import { answering, refuse } from '../test-support/answering.ts';
import { withAncestors } from './ancestors.ts';

const open = answering((operation, { name }) =>
  operation.endsWith('folders.get')
    ? { parent: name === 'folders/2' ? 'folders/1' : 'organizations/4' }
    : { etag: 'ACAB' },
);

const keysOf = (relations: readonly { readonly key: string }[] = []) =>
  relations.map(({ key }) => key.replace('//cloudresourcemanager.googleapis.com/', ''));

describe('a project', () => {
  it('has all folders above it and the organization', async () => {
    const { relations, unreadable } = await withAncestors(open.send, 'folders/2', { config: {} });
    expect([keysOf(relations), unreadable]).toEqual([
      ['folders/2', 'folders/1', 'organizations/4'],
      undefined,
    ]);
  });

  it('without an organization has nothing above it', async () => {
    expect((await withAncestors(open.send, undefined, { config: {} })).relations).toEqual([]);
  });

  it.each([['access_denied'], ['not_found']] as const)(
    'does not know what is above it when that is %s',
    async (kind) => {
      const { send } = answering((operation) =>
        operation.includes('organizations') ? refuse(kind) : open.send(operation, { name: 'folders/1' }),
      );
      const described = await withAncestors(send, 'folders/1', { config: {} });
      expect(described.relations).toBeUndefined();
      expect(described.unreadable).toEqual([expect.objectContaining({ path: '@ancestors', class: kind })]);
    },
  );

  it('is not looked at any more when the run has ended', async () => {
    const { send } = answering(() => refuse('canceled'));
    await expect(withAncestors(send, 'folders/1', { config: {} })).rejects.toMatchObject({
      failure: { class: 'canceled' },
    });
  });

  it('in a circle of folders ends nevertheless', async () => {
    const { send } = answering((operation) =>
      operation.endsWith('folders.get') ? { parent: 'folders/1' } : { etag: 'ACAB' },
    );
    expect((await withAncestors(send, 'folders/1', { config: {} })).relations).toHaveLength(12);
  });
});
