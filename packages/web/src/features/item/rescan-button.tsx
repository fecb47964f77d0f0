/** Looking again now: says that it was asked for, and in the end what came of it. */
import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useMay } from '../../api/session.ts';
import { confirm } from '../../stores/toasts.ts';
import { type Item, itemQuery, rescanItem } from './item-queries.ts';

const pace = 2_000;

export function RescanButton({ item }: { readonly item: Item }) {
  const mayAsk = useMay('comment');
  const rescan = useMutation({
    mutationFn: async () => {
      const { askedAt } = await rescanItem(item.id);
      return { askedAt, lastChanged: item.lastChanged };
    },
    onError: (error) => confirm({ text: error.message }),
  });
  const asked = rescan.data;
  const isWaiting = asked !== undefined;
  const { data: latest = item } = useQuery({
    ...itemQuery(item.id),
    refetchInterval: isWaiting ? pace : false,
  });
  const lookedAt = latest.coverage?.lastAttempt ?? null;
  const isDone =
    asked !== undefined &&
    lookedAt !== null &&
    Date.parse(lookedAt) >= Date.parse(asked.askedAt) &&
    latest.coverage?.running !== true;
  const { reset } = rescan;
  useEffect(() => {
    if (!isDone || asked === undefined) return;
    confirm({ text: resultOf(latest, asked.lastChanged) });
    reset();
  }, [isDone, asked, latest, reset]);
  if (!mayAsk) return null;
  return (
    <Button
      leftSection={<IconRefresh size={16} stroke={1.6} />}
      onClick={() => rescan.mutate()}
      disabled={rescan.isPending || isWaiting}
    >
      {isWaiting
        ? latest.coverage?.running === true
          ? 'Looking …'
          : 'Waiting for its turn …'
        : 'Rescan now'}
    </Button>
  );
}

function resultOf(latest: Item, lastChanged: string): string {
  if (latest.coverage?.state === 'failed') return 'Looked again: it could not be read. Coverage says why.';
  return latest.lastChanged === lastChanged
    ? 'Looked again: nothing changed.'
    : 'Looked again: there is a new revision.';
}
