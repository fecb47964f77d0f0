/** Where the focused issue is shown: beside the list, on small screens as a sheet from below. */

import { Button, Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMay } from '../../api/session.ts';
import { FormError } from '../../components/form/form-error.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { CommentForm } from './comment-form.tsx';
import peek from './issue-peek.module.css';
import { IssuePeek } from './issue-peek.tsx';
import type { Issue } from './issue-queries.ts';
import styles from './issues-page.module.css';
import { JustifyForm } from './justify-form.tsx';
import type { DecisionsOfPage } from './use-decisions.ts';
import type { Triage } from './use-triage.ts';

type PeekPlaceProps = {
  readonly triage: Triage;
  readonly ids: readonly string[];
  /** How many there are, in words: the list may hold a part of them only. */
  readonly total: string | undefined;
  readonly issueOf: (id: string) => Issue | undefined;
  readonly decisions: DecisionsOfPage;
  readonly score: number;
};

export function PeekPlace(props: PeekPlaceProps) {
  const { triage, ids, total, issueOf } = props;
  const isNarrow = useMediaQuery('(max-width: 1023px)') ?? false;
  const { focused } = triage.selection;
  const issue = focused === undefined ? undefined : issueOf(focused);
  if (!triage.isPeeking || issue === undefined) return null;
  const shown = (
    <IssuePeek
      issue={issue}
      place={`${ids.indexOf(issue.id) + 1} of ${total ?? ids.length}`}
      open={() => triage.open(issue)}
      close={triage.closePeek}
    >
      <Deciding issue={issue} {...props} />
    </IssuePeek>
  );
  if (!isNarrow) return <aside className={styles['aside']}>{shown}</aside>;
  return (
    <Drawer.Root opened onClose={triage.closePeek} position="bottom" size="85%" padding={0}>
      <Drawer.Overlay />
      <Drawer.Content aria-label="Issue">
        <Drawer.Body>{shown}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

function Deciding({ issue, triage, decisions, score }: PeekPlaceProps & { readonly issue: Issue }) {
  const mayJustify = useMay('justify');
  const mayComment = useMay('comment');
  const { acted, form, closeForm } = triage;
  const cancel = (): void => {
    decisions.forgetError();
    closeForm();
  };
  const { error, isPending } = decisions;
  if (form === 'justify')
    return (
      <JustifyForm
        key={acted.join()}
        ids={acted}
        score={score}
        submit={decisions.justify}
        {...{ cancel, error, isPending }}
      />
    );
  if (form === 'comment')
    return (
      <CommentForm
        key={acted.join()}
        submit={(text) => decisions.comment({ ids: acted, text })}
        {...{ cancel, error, isPending }}
      />
    );
  if (!mayComment) return null;
  return (
    <div className={`${peek['part']} ${peek['buttons']}`}>
      {mayJustify && issue.status === 'open' && (
        <Button
          variant="filled"
          onClick={() => triage.openForm('justify')}
          rightSection={<KeyHint>A</KeyHint>}
        >
          Justify
        </Button>
      )}
      {mayJustify && issue.status === 'justified' && (
        <Button onClick={() => decisions.reopen([issue.id])} rightSection={<KeyHint>R</KeyHint>}>
          Reopen
        </Button>
      )}
      <Button onClick={() => triage.openForm('comment')} rightSection={<KeyHint>C</KeyHint>}>
        Comment
      </Button>
      <FormError text={error} />
    </div>
  );
}
