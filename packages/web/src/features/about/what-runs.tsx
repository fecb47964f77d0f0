/** The plugins that are loaded, what each brings, and by which key and tables they work. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import { answerOf, client } from '../../api/client.ts';
import form from '../../components/form/form.module.css';
import { Failed, SkeletonRows } from '../../components/page-state.tsx';
import table from '../../components/table.module.css';
import { number } from '../../words/count.ts';

const aboutQuery = queryOptions({
  queryKey: ['about'],
  queryFn: async ({ signal }) => await answerOf(client.GET('/api/v1/about', { signal })),
});

export function WhatRuns() {
  const { data: about, error, refetch } = useQuery(aboutQuery);
  if (error !== null) return <Failed error={error} what="What runs here" again={() => void refetch()} />;
  if (about === undefined) return <SkeletonRows rows={4} />;
  return (
    <>
      <div className={table['scroll']}>
        <table className={table['table']}>
          <thead>
            <tr>
              <th scope="col">Plugin</th>
              <th scope="col" className={`${table['number']} ${table['wide']}`}>
                Account types
              </th>
              <th scope="col" className={table['number']}>
                Technologies
              </th>
              <th scope="col" className={table['number']}>
                Checks
              </th>
              <th scope="col" className={`${table['number']} ${table['wide']}`}>
                Alerters
              </th>
            </tr>
          </thead>
          <tbody>
            {about.plugins.map(({ name, accountTypes, technologies, checks, alerters }) => (
              <tr key={name}>
                <td className="mono">{name}</td>
                <td className={`${table['number']} ${table['wide']}`}>{number(accountTypes)}</td>
                <td className={table['number']}>{number(technologies)}</td>
                <td className={table['number']}>{number(checks)}</td>
                <td className={`${table['number']} ${table['wide']}`}>{number(alerters)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={form['form']}>
        <p>
          Secrets are kept as digests under the key <span className="mono">{about.keyId}</span>, which lies
          outside the database. Policies are judged by the table <span className="mono">{about.facts}</span>;
          plugins speak version {about.contract} of the contract.
        </p>
      </div>
    </>
  );
}
