/** What people write about items and issues. */
import { z } from 'zod';
import { CodedError } from '../../errors/coded-error.ts';
import { commentById, commentsOn, insertComment, removeComment } from '../../store/comments.ts';
import { issuesByIds } from '../../store/issues.ts';
import { itemsByIds } from '../../store/items.ts';
import type { ApiContext } from '../context.ts';
import { defineRoute, type SignedIn } from '../route.ts';
import { done, idParams, isDone } from '../schema/common.ts';
import { commentsSchema } from '../schema/issue.ts';

const tag = 'Comments';
const commentText = z.strictObject({ text: z.string().trim().min(1).max(10_000) });

async function itemNamed({ runtime }: ApiContext, { viewer }: SignedIn, item: string) {
  const [found] = await itemsByIds(runtime.db, viewer, [item]);
  if (found === undefined) throw new CodedError('item_unknown', { item });
  return found;
}

async function issueNamed({ runtime }: ApiContext, { viewer }: SignedIn, issue: string) {
  const [found] = await issuesByIds(runtime.db, viewer, [issue]);
  if (found === undefined) throw new CodedError('issue_unknown', { issue });
  return found;
}

export const getItemComments = defineRoute({
  method: 'GET',
  path: '/items/:id/comments',
  tag,
  summary: 'What people wrote about an item, the oldest first.',
  role: 'view',
  params: idParams,
  response: commentsSchema,
  run: async ({ api, person, params }) => {
    const item = await itemNamed(api, person, params.id);
    return { comments: await commentsOn(api.runtime.db, person.viewer, { itemId: item.id }) };
  },
});

type About = {
  readonly account_id: string;
  readonly item_id: string | null;
  readonly issue_id: string | null;
};

async function write({ runtime }: ApiContext, person: SignedIn, comment: About & { readonly text: string }) {
  await insertComment(runtime.db, {
    ...comment,
    id: runtime.nextId(),
    revision_id: null,
    author: person.name,
    user_id: person.userId,
    at: runtime.clock.now(),
  });
}

export const postItemComment = defineRoute({
  method: 'POST',
  path: '/items/:id/comments',
  tag,
  summary: 'Write about an item.',
  role: 'comment',
  audited: 'item.comment',
  params: idParams,
  body: commentText,
  response: commentsSchema,
  run: async ({ api, person, params, body: { text } }) => {
    const { id, account_id } = await itemNamed(api, person, params.id);
    await write(api, person, { account_id, item_id: id, issue_id: null, text });
    return { comments: await commentsOn(api.runtime.db, person.viewer, { itemId: id }) };
  },
});

export const postIssueComment = defineRoute({
  method: 'POST',
  path: '/issues/:id/comments',
  tag,
  summary: 'Write about an issue.',
  role: 'comment',
  audited: 'issue.comment',
  params: idParams,
  body: commentText,
  response: commentsSchema,
  run: async ({ api, person, params, body: { text } }) => {
    const { id, account_id } = await issueNamed(api, person, params.id);
    await write(api, person, { account_id, item_id: null, issue_id: id, text });
    return { comments: await commentsOn(api.runtime.db, person.viewer, { issueId: id }) };
  },
});

export const deleteComment = defineRoute({
  method: 'DELETE',
  path: '/comments/:id',
  tag,
  summary: 'Remove a comment: one’s own, or as an administrator any.',
  role: 'comment',
  audited: 'comment.remove',
  params: idParams,
  response: done,
  run: async ({ api: { runtime }, person, params: { id } }) => {
    const comment = await commentById(runtime.db, person.viewer, id);
    if (comment === undefined) throw new CodedError('comment_unknown', { comment: id });
    if (comment.user_id !== person.userId && person.role !== 'admin')
      throw new CodedError('comment_foreign', { comment: id });
    await removeComment(runtime.db, id);
    return isDone;
  },
});
