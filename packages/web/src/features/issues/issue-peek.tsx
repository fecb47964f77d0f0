/** One issue beside the list: what it is, its evidence, its life, and what can be decided about it. */
import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Chip } from '../../components/chip.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { Moment } from '../../components/moment.tsx';
import { Failed, SkeletonRows } from '../../components/page-state.tsx';
import { Provided } from '../../components/provided.tsx';
import { SeverityBadge } from '../../components/severity-badge.tsx';
import { Since } from '../../components/since.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { UnknownBadge } from '../../components/unknown-badge.tsx';
import { Evidence } from './evidence.tsx';
import { IssueLife } from './issue-life.tsx';
import styles from './issue-peek.module.css';
import { type Issue, issueQuery } from './issue-queries.ts';

type IssuePeekProps = {
  readonly issue: Issue;
  /** "3 of 184" */
  readonly place: string;
  readonly open: () => void;
  readonly close: () => void;
  /** The form for justifying, or what else can be decided. */
  readonly children: React.ReactNode;
};

export function IssuePeek({ issue, place, open, close, children }: IssuePeekProps) {
  const { data: detail, error, refetch } = useQuery(issueQuery(issue.id));
  return (
    <section className={styles['peek']} aria-label="The chosen issue">
      <header className={styles['head']}>
        <span className="quiet">{place}</span>
        <span className={styles['keys']}>
          <KeyHint>J</KeyHint>
          <KeyHint>K</KeyHint>
        </span>
        <Button onClick={open} rightSection={<KeyHint>Enter</KeyHint>}>
          Open item
        </Button>
        <ActionIcon aria-label="Close" onClick={close}>
          <IconX size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
      </header>
      <div className={styles['part']}>
        <p className={styles['badges']}>
          <SeverityBadge score={issue.score} />
          <StatusBadge status={issue.status} />
          <span className="quiet">
            <Since issue={issue} />
          </span>
          {issue.unverifiedSince !== null && (
            <UnknownBadge shape="pill">
              unverified since <Moment at={issue.unverifiedSince} />
            </UnknownBadge>
          )}
        </p>
        <h2 className={styles['sentence']}>
          <Provided text={issue.text} />
        </h2>
        <p className={styles['name']}>
          <Provided text={issue.name} mono />
        </p>
        <p className={styles['chips']}>
          <Chip text={issue.account} />
          <Chip text={issue.region} />
          <Chip text={issue.technology} mono />
        </p>
      </div>
      <Evidence evidence={issue.evidence} score={issue.score} />
      {children}
      {error !== null && <Failed error={error} what="Its history" again={() => void refetch()} />}
      {detail === undefined && error === null && <SkeletonRows rows={2} />}
      {detail !== undefined && <IssueLife issue={detail} />}
    </section>
  );
}
