/** What people wrote about the item. */
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay } from '../../api/session.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { Moment } from '../../components/moment.tsx';
import { Failed, SkeletonRows } from '../../components/page-state.tsx';
import { Provided } from '../../components/provided.tsx';
import { useKeys } from '../../stores/keys.ts';
import { CommentForm } from '../issues/comment-form.tsx';
import styles from './comments.module.css';
import { commentOnItem, commentsQuery, type Item } from './item-queries.ts';

export function Comments({ item }: { readonly item: Item }) {
  const mayComment = useMay('comment');
  const queries = useQueryClient();
  const [isWriting, setWriting] = useState(false);
  const { data, error, refetch } = useQuery(commentsQuery(item.id));
  const comment = useMutation({
    mutationFn: async (text: string) => await commentOnItem(item.id, text),
    onSuccess: async () => {
      setWriting(false);
      await queries.invalidateQueries({ queryKey: commentsQuery(item.id).queryKey });
    },
  });
  useKeys([{ keys: ['c'], does: 'comment', run: () => mayComment && setWriting(true) }]);
  if (error !== null) return <Failed error={error} what="The comments" again={() => void refetch()} />;
  if (data === undefined) return <SkeletonRows rows={3} />;
  return (
    <div>
      <ul>
        {data.comments.map(({ id, author, at, text }) => (
          <li key={id} className={styles['comment']}>
            <p>
              <strong>
                <Provided text={author} />
              </strong>{' '}
              <span className="quiet">
                <Moment at={at} form="withTime" />
              </span>
            </p>
            <p className={styles['text']}>
              <Provided text={text} />
            </p>
          </li>
        ))}
      </ul>
      {data.comments.length === 0 && !isWriting && (
        <p className={styles['none']}>Nobody has written about this item.</p>
      )}
      {isWriting ? (
        <CommentForm
          submit={comment.mutate}
          cancel={() => setWriting(false)}
          error={comment.error?.message}
          isPending={comment.isPending}
        />
      ) : (
        mayComment && (
          <div className={styles['foot']}>
            <Button onClick={() => setWriting(true)} rightSection={<KeyHint>C</KeyHint>}>
              Comment
            </Button>
          </div>
        )
      )}
    </div>
  );
}
