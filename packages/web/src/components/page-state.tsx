/** What stands in place of a list: nothing there and why, loading, failed with what to do. */
import { Button } from '@mantine/core';
import { IconCircleCheck, IconEyeOff, IconLock, IconPlugConnectedX, IconSearch } from '@tabler/icons-react';
import { ProblemError } from '../api/client.ts';
import styles from './page-state.module.css';

type EmptyProps = {
  /** `good`: nothing is wrong; `unseen`: could not look; `search`: nothing matches. */
  readonly kind: 'good' | 'unseen' | 'search' | 'closed';
  readonly title: string;
  readonly children?: React.ReactNode;
  readonly actions?: React.ReactNode;
  /** `h1` where it stands for the whole page. */
  readonly heading?: 'h1' | 'h2';
};

const icons = { good: IconCircleCheck, unseen: IconEyeOff, search: IconSearch, closed: IconLock };

export function Empty({ kind, title, children, actions, heading: Heading = 'h2' }: EmptyProps) {
  const Icon = icons[kind];
  return (
    <div className={styles['state']} data-kind={kind}>
      <span
        className={kind === 'unseen' ? `${styles['picture']} ${styles['unseen']} hatch` : styles['picture']}
      >
        <span className={styles['icon']}>
          <Icon size={kind === 'unseen' ? 18 : 26} stroke={1.6} aria-hidden />
        </span>
      </span>
      <Heading className={styles['title']}>{title}</Heading>
      {children !== undefined && <div className={styles['text']}>{children}</div>}
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </div>
  );
}

/** Names the role that is missing, and who can give it. */
export function NotAllowed({ children }: { readonly children: React.ReactNode }) {
  return (
    <Empty kind="closed" title="Not allowed" heading="h1">
      {children}
    </Empty>
  );
}

/** The codes of refusals that say what somebody lacks. */
const lacks: ReadonlySet<string> = new Set(['role_missing', 'accounts_missing']);

type FailedProps = {
  readonly error: unknown;
  readonly what: string;
  readonly isPage?: boolean;
  readonly again?: () => void;
};

/** Says what could not be loaded, keeps the frame, gives code and request id. */
export function Failed({ error, what, isPage = false, again }: FailedProps) {
  const problem = error instanceof ProblemError ? error.problem : undefined;
  if (problem !== undefined && lacks.has(problem.title)) return <NotAllowed>{problem.detail}</NotAllowed>;
  const Title = isPage ? 'h1' : 'p';
  const said = problem?.detail ?? (error instanceof Error ? error.message : String(error));
  return (
    <div className={styles['failed']} role="alert">
      <IconPlugConnectedX size={20} stroke={1.6} aria-hidden />
      <div>
        <Title className={styles['title']}>{what} could not be loaded.</Title>
        <p className={styles['text']}>{said} Nothing was changed.</p>
        <div className={styles['actions']}>
          {again !== undefined && (
            <Button variant="filled" onClick={again}>
              Try again
            </Button>
          )}
        </div>
        {problem !== undefined && (
          <p className={styles['code']}>
            {problem.title} · request {problem.requestId}
          </p>
        )}
      </div>
    </div>
  );
}

/** Rows of the same height as those that come. Shown after a moment only, by the style sheet. */
export function SkeletonRows({ rows = 8, height }: { readonly rows?: number; readonly height?: string }) {
  return (
    <div className={styles['skeleton']} role="status" aria-label="Loading">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles['row']} style={{ height: height ?? 'var(--sm-row)' }}>
          <span style={{ width: '6%' }} />
          <span style={{ width: `${28 + ((row * 7) % 20)}%` }} />
          <span style={{ width: '12%', marginLeft: 'auto' }} />
        </div>
      ))}
    </div>
  );
}
