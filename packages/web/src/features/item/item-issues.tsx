/** What is wrong with the item: open issues, checks that could not be decided, what is justified, what passed. */
import { Button } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useMay } from '../../api/session.ts';
import { KeyHint } from '../../components/key-hint.tsx';
import { Panel } from '../../components/panel.tsx';
import { useKeys } from '../../stores/keys.ts';
import { counted, listed } from '../../words/count.ts';
import { JustifyForm } from '../issues/justify-form.tsx';
import { useDecisions } from '../issues/use-decisions.ts';
import { IssueLine } from './issue-line.tsx';
import styles from './item-issues.module.css';
import type { Item } from './item-queries.ts';
import { JustifiedLine } from './justified-line.tsx';
import { UnknownLine } from './unknown-line.tsx';
import { openIssues } from './verdict-of.ts';

export function ItemIssues({ item }: { readonly item: Item }) {
  const { issue: named } = useSearch({ from: '/shell/items/$id' });
  const mayJustify = useMay('justify');
  const [justifying, setJustifying] = useState<string>();
  const decisions = useDecisions(() => setJustifying(undefined));
  const open = openIssues(item);
  const justified = item.issues.filter(({ status }) => status === 'justified');
  const [focused = open[0]?.id, setFocused] = useState(named);
  useEffect(() => setFocused(named), [named]);
  useKeys([
    {
      keys: ['a'],
      does: 'justify the marked issue',
      run: () =>
        mayJustify &&
        focused !== undefined &&
        open.some(({ id }) => id === focused) &&
        setJustifying(focused),
    },
  ]);
  if (open.length + justified.length + item.undecided.length + item.passed.length === 0) return null;
  return (
    <Panel
      title="Issues"
      note={summaryOf(item, open.length, justified.length)}
      actions={<span className="quiet">by score</span>}
    >
      <ul>
        {open.map((issue) => (
          <OpenIssue
            key={issue.id}
            issue={issue}
            focused={issue.id === focused}
            focus={() => setFocused(issue.id)}
            justifying={issue.id === justifying ? decisions : undefined}
            setJustifying={mayJustify ? setJustifying : undefined}
          />
        ))}
        {item.undecided.map((unknown) => (
          <li key={`${unknown.check} ${unknown.path}`} className={styles['row']}>
            <UnknownLine unknown={unknown} />
          </li>
        ))}
        {justified.map((issue) => (
          <li key={issue.id} className={styles['row']}>
            <JustifiedLine issue={issue} reopen={() => decisions.reopen([issue.id])} mayReopen={mayJustify} />
          </li>
        ))}
      </ul>
      <Passed checks={item.passed} />
    </Panel>
  );
}

type OpenIssueProps = {
  readonly issue: Item['issues'][number];
  readonly focused: boolean;
  readonly focus: () => void;
  /** What the form acts by, while this one is being justified. */
  readonly justifying: ReturnType<typeof useDecisions> | undefined;
  /** Undefined for those who may not. */
  readonly setJustifying: ((id: string | undefined) => void) | undefined;
};

function OpenIssue({ issue, focused, focus, justifying, setJustifying }: OpenIssueProps) {
  return (
    <li className={styles['row']} data-focused={focused || undefined}>
      <IssueLine issue={issue} hasFocus={focused} focus={focus}>
        {setJustifying !== undefined && justifying === undefined && (
          <Button
            onClick={() => {
              focus();
              setJustifying(issue.id);
            }}
            rightSection={focused ? <KeyHint>A</KeyHint> : undefined}
          >
            Justify
          </Button>
        )}
      </IssueLine>
      {justifying !== undefined && (
        <JustifyForm
          ids={[issue.id]}
          score={issue.score}
          submit={justifying.justify}
          cancel={() => {
            justifying.forgetError();
            setJustifying?.(undefined);
          }}
          error={justifying.error}
          isPending={justifying.isPending}
        />
      )}
    </li>
  );
}

function Passed({ checks }: { readonly checks: readonly string[] }) {
  if (checks.length === 0) return null;
  return (
    <details className={styles['passed']}>
      <summary>{counted(checks.length, 'check')} passed</summary>
      <ul>
        {checks.map((check) => (
          <li key={check} className="mono">
            {check}
          </li>
        ))}
      </ul>
    </details>
  );
}

function summaryOf({ undecided, passed }: Item, open: number, justified: number): string {
  return listed([
    ...(open > 0 ? [`${open} open`] : []),
    ...(undecided.length > 0 ? [`${undecided.length} unknown`] : []),
    ...(justified > 0 ? [`${justified} justified`] : []),
    ...(passed.length > 0 ? [`${passed.length} passed`] : []),
  ]);
}
