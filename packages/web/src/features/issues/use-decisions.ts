/** Justifying, reopening and commenting from the list: shown at once, taken back with the reason when refused. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { confirm } from '../../stores/toasts.ts';
import { counted } from '../../words/count.ts';
import { commentOnIssue, type Decisions, type Justification, justify, reopen } from './issue-queries.ts';

export type DecisionsOfPage = {
  /** Issues that were decided and leave the list before the API has said so. */
  readonly leaving: ReadonlySet<string>;
  readonly justify: (justification: Justification) => void;
  readonly reopen: (ids: readonly string[]) => void;
  readonly comment: (comment: IssueComment) => void;
  readonly isPending: boolean;
  readonly error: string | undefined;
  readonly forgetError: () => void;
};

export type IssueComment = { readonly ids: readonly string[]; readonly text: string };

const none: ReadonlySet<string> = new Set();

/** `done` is called when the form that led here is no longer needed. */
export function useDecisions(done: () => void): DecisionsOfPage {
  const queries = useQueryClient();
  const [leaving, setLeaving] = useState(none);
  const refresh = async (): Promise<void> => {
    await Promise.all(
      ['issues', 'issue', 'item', 'summary'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
    );
    setLeaving(none);
  };
  const justifying = useMutation({
    mutationFn: async (justification: Justification) => allDecided(await justify(justification)),
    onMutate: ({ ids }) => setLeaving(new Set(ids)),
    onError: () => setLeaving(none),
    onSuccess: (_, { ids }) => {
      done();
      confirm({
        text: `${counted(ids.length, 'issue')} justified.`,
        undo: { label: 'Reopen', run: () => reopening.mutate(ids) },
      });
    },
    onSettled: refresh,
  });
  const reopening = useMutation({
    mutationFn: async (ids: readonly string[]) => allDecided(await reopen(ids)),
    onSuccess: (_, ids) => confirm({ text: `${counted(ids.length, 'issue')} reopened.` }),
    onSettled: refresh,
  });
  const commenting = useMutation({
    mutationFn: async ({ ids, text }: IssueComment) => {
      for (const id of ids) await commentOnIssue(id, text);
    },
    onSuccess: done,
    onSettled: refresh,
  });
  const all = [justifying, reopening, commenting];
  return {
    leaving,
    justify: (justification) => justifying.mutate(justification),
    reopen: (ids) => reopening.mutate(ids),
    comment: (comment) => commenting.mutate(comment),
    isPending: all.some(({ isPending }) => isPending),
    error: all.find(({ error }) => error !== null)?.error?.message,
    forgetError: () => {
      for (const mutation of all) mutation.reset();
    },
  };
}

/** A refusal of some is an error for the person, whatever became of the rest. */
function allDecided({ decided, refused }: Decisions): Decisions {
  const [first] = refused;
  if (first === undefined) return { decided, refused };
  throw new Error(
    `${counted(refused.length, 'issue')} of ${decided.length + refused.length} could not be decided; the first, because ${first.problem}.`,
  );
}
