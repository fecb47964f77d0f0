/** What people changed, the newest first. */
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { ExportMenu } from '../../components/export-menu.tsx';
import form from '../../components/form/form.module.css';
import { Moment } from '../../components/moment.tsx';
import { Failed, SkeletonRows } from '../../components/page-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { Provided } from '../../components/provided.tsx';
import table from '../../components/table.module.css';
import { auditLogQuery } from './people-queries.ts';

export function AuditLog() {
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery(auditLogQuery);
  const entries = (data?.pages ?? []).flatMap(({ rows }) => rows);
  return (
    <Panel title="What people changed" actions={<ExportMenu lists={[{ list: 'audit-log' }]} />}>
      {error !== null && <Failed error={error} what="The log" again={() => void refetch()} />}
      {data === undefined && error === null && <SkeletonRows rows={4} />}
      {entries.length > 0 && (
        <div className={table['scroll']}>
          <table className={table['table']}>
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">Who</th>
                <th scope="col">What</th>
                <th scope="col">On what</th>
                <th scope="col">From</th>
              </tr>
            </thead>
            <tbody>
              {entries.map(({ id, at, author, action, target, address }) => (
                <tr key={id}>
                  <td className={table['tight']}>
                    <Moment at={at} form="withTime" />
                  </td>
                  <td>
                    <Provided text={author} longest={30} />
                  </td>
                  <td className="mono">{action}</td>
                  <td>
                    {Object.keys(target).length > 0 && (
                      <Provided text={JSON.stringify(target)} mono longest={80} />
                    )}
                  </td>
                  <td className="mono">{address}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {hasNextPage && (
        <div className={form['form']}>
          <Button onClick={() => void fetchNextPage()}>Older entries</Button>
        </div>
      )}
    </Panel>
  );
}
