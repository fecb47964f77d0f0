/** The catalogue: what is watched, and what is judged of it. */
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type Check, checksQuery, type Technology, technologiesQuery } from '../../api/catalogue.ts';
import { Empty, Failed, SkeletonRows } from '../../components/page-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { SeverityScore } from '../../components/severity-badge.tsx';
import { Verdict } from '../../components/verdict.tsx';
import { useFrame } from '../../stores/frame.ts';
import { counted } from '../../words/count.ts';
import styles from './checks-page.module.css';

export function ChecksPage() {
  useFrame([{ label: 'Checks' }]);
  const { text = '' } = useSearch({ from: '/shell/checks' });
  const navigate = useNavigate({ from: '/checks' });
  const { data: checks, error, refetch } = useQuery(checksQuery);
  const { data: technologies } = useQuery(technologiesQuery);
  if (error !== null)
    return <Failed error={error} what="The catalogue" isPage again={() => void refetch()} />;
  if (checks === undefined || technologies === undefined) return <SkeletonRows rows={14} />;
  const off = checks.filter(({ enabled }) => !enabled).length;
  const found = checks.filter((check) => matches(check, text));
  const byTechnology = Map.groupBy(found, ({ technology }) => technology);
  return (
    <>
      <Verdict below="Each check says why it matters and how to fix what it finds.">
        <strong>{counted(checks.length, 'check')}</strong> on{' '}
        {counted(technologies.length, 'technology', 'technologies')}
        {off > 0 ? `; ${counted(off, 'is', 'are')} off.` : ', all on.'}
      </Verdict>
      <TextInput
        aria-label="Find a check"
        placeholder="Find a check"
        className={styles['find'] ?? ''}
        leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
        value={text}
        onChange={(event) => {
          const typed = event.currentTarget.value;
          void navigate({
            search: { text: typed === '' ? undefined : typed },
            replace: true,
            resetScroll: false,
          });
        }}
      />
      {found.length === 0 && <Empty kind="search" title="No check matches" />}
      {technologies.map((technology) => (
        <TechnologyPanel
          key={technology.id}
          technology={technology}
          checks={byTechnology.get(technology.id) ?? []}
        />
      ))}
    </>
  );
}

function matches({ id, title, category }: Check, text: string): boolean {
  const wanted = text.toLowerCase();
  return [id, title, category].some((field) => field.toLowerCase().includes(wanted));
}

type TechnologyPanelProps = { readonly technology: Technology; readonly checks: readonly Check[] };

function TechnologyPanel({ technology, checks }: TechnologyPanelProps) {
  if (checks.length === 0) return null;
  const { title, id, watched, minutes } = technology;
  return (
    <Panel
      title={title.one}
      note={
        <>
          <span className="mono">{id}</span> ·{' '}
          {watched ? `every ${counted(minutes, 'minute')}` : 'not watched'}
        </>
      }
      actions={<span className="quiet">{counted(checks.length, 'check')}</span>}
    >
      <ul>
        {checks
          .toSorted((one, other) => scoreOf(other) - scoreOf(one))
          .map((check) => (
            <li key={check.id}>
              <Link
                to="/checks/$check"
                params={{ check: check.id }}
                className={styles['check']}
                data-off={!check.enabled || undefined}
              >
                <SeverityScore score={scoreOf(check)} />
                <span className={styles['title']}>{check.title}</span>
                <span className={styles['id']}>
                  {check.id}
                  {check.rule !== null && ` · rule in ${check.rule}`}
                </span>
                <span className={styles['state']}>
                  {check.enabled ? check.category.replaceAll('-', ' ') : 'off'}
                </span>
              </Link>
            </li>
          ))}
      </ul>
    </Panel>
  );
}

function scoreOf({ score, ownScore }: Check): number {
  return ownScore ?? score;
}
