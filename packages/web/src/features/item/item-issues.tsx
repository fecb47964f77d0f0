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
          <li key={issue.id} className={styles['row']} data-focused={issue.id === focused || undefined}>
            <IssueLine issue={issue} hasFocus={issue.id === focused} focus={() => setFocused(issue.id)}>
              {mayJustify && justifying !== issue.id && (
                <Button
                  onClick={() => {
                    setFocused(issue.id);
                    setJustifying(issue.id);
                  }}
                  rightSection={issue.id === focused ? <KeyHint>A</KeyHint> : undefined}
                >
                  Justify
                </Button>
              )}
            </IssueLine>
            {justifying === issue.id && (
              <JustifyForm
                ids={[issue.id]}
                score={issue.score}
                submit={decisions.justify}
                cancel={() => {
                  decisions.forgetError();
                  setJustifying(undefined);
                }}
                error={decisions.error}
                isPending={decisions.isPending}
              />
            )}
          </li>
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
      {item.passed.length > 0 && (
        <details className={styles['passed']}>
          <summary>{counted(item.passed.length, 'check')} passed</summary>
          <ul>
            {item.passed.map((check) => (
              <li key={check} className="mono">
                {check}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
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
