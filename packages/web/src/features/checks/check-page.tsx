/** One check: why it matters, how to fix what it finds, examples that are run, what is set about it. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ProblemError } from '../../api/client.ts';
import { useMay } from '../../api/session.ts';
import code from '../../components/code/code.module.css';
import { CodeLine } from '../../components/code/code-line.tsx';
import { jsonLines } from '../../components/code/json-lines.ts';
import { Empty, Failed, SkeletonRows } from '../../components/page-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { term } from '../../components/query/query-text.ts';
import { SeverityBadge } from '../../components/severity-badge.tsx';
import { SeverityMark } from '../../components/severity-mark.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { Verdict } from '../../components/verdict.tsx';
import { useFrame } from '../../stores/frame.ts';
import { counted, number } from '../../words/count.ts';
import { jsonOf } from '../../words/json.ts';
import { type CheckDetail, checkQuery } from './check-queries.ts';
import { CheckSettings } from './check-settings.tsx';
import styles from './checks-page.module.css';

export function CheckPage() {
  const { check: id } = useParams({ from: '/shell/checks/$check' });
  useFrame([{ label: 'Checks', to: '/checks' }, { label: id }]);
  const { data: check, error, refetch } = useQuery(checkQuery(id));
  const maySet = useMay('admin');
  if (error instanceof ProblemError && error.problem.status === 404)
    return (
      <Empty kind="search" title="There is no such check" heading="h1">
        {error.message}
      </Empty>
    );
  if (error !== null) return <Failed error={error} what="The check" isPage again={() => void refetch()} />;
  if (check === undefined) return <SkeletonRows rows={10} />;
  return (
    <>
      <Verdict
        below={
          <span className="mono">
            {check.id}
            {check.rule !== null && ` · rule in ${check.rule}`}
          </span>
        }
        actions={<SeverityBadge score={check.ownScore ?? check.score} />}
      >
        {check.title}
      </Verdict>
      <div className={styles['columns']}>
        <div className={styles['main']}>
          <Panel title="What it means">
            <div className={styles['prose']}>
              <h3>Why</h3>
              <p>{check.why}</p>
              <h3>Fix</h3>
              <p>{check.fix}</p>
              {check.links.length > 0 && <h3>Read more</h3>}
              {check.links.map((link) => (
                <p key={link}>
                  <a href={link} rel="noreferrer" target="_blank">
                    {link}
                  </a>
                </p>
              ))}
            </div>
          </Panel>
          <Examples check={check} />
        </div>
        <aside className={styles['main']}>
          <Found check={check} />
          {maySet && <CheckSettings key={check.id} check={check} />}
          <Frameworks check={check} />
        </aside>
      </div>
    </>
  );
}

function Found({ check: { id, issues, unknowns } }: { readonly check: CheckDetail }) {
  const query = term('check', id);
  return (
    <Panel title="What it found">
      <dl className={styles['facts']}>
        <div>
          <dt>
            <Link to="/issues" search={{ query }}>
              open
            </Link>
          </dt>
          <dd>{number(issues.open)}</dd>
        </div>
        <div>
          <dt>
            <Link to="/issues" search={{ query, tab: 'justified' }}>
              justified
            </Link>
          </dt>
          <dd>{number(issues.justified)}</dd>
        </div>
        <div>
          <dt>
            <Link to="/issues" search={{ query, tab: 'fixed' }}>
              fixed
            </Link>
          </dt>
          <dd>{number(issues.fixed)}</dd>
        </div>
        <div>
          <dt>
            <SeverityMark mark="unknown" size={12} /> unknown
          </dt>
          <dd>{counted(unknowns, 'item')}</dd>
        </div>
      </dl>
    </Panel>
  );
}

function Frameworks({ check: { frameworks } }: { readonly check: CheckDetail }) {
  const named = Object.entries(frameworks);
  if (named.length === 0) return null;
  return (
    <Panel title="Frameworks">
      <dl className={styles['facts']}>
        {named.map(([framework, controls]) => (
          <div key={framework}>
            <dt>{framework}</dt>
            <dd>{controls.join(', ')}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function Examples({ check: { examples } }: { readonly check: CheckDetail }) {
  return (
    <Panel title="Examples" note="run by the tests">
      {examples.map(({ name, config, reports }) => (
        <details key={`${name} ${reports.length}`} className={styles['example']}>
          <summary>
            {reports.length === 0 ? (
              <StatusBadge status="fixed" label="passes" />
            ) : (
              <StatusBadge status="open" label={counted(reports.length, 'issue')} />
            )}
            {name}
          </summary>
          <div className={code['code']} tabIndex={0} role="region" aria-label={`Example: ${name}`}>
            {jsonLines(jsonOf(config)).map((line, index) => (
              <CodeLine key={`${index} ${line.path}`} line={line} number={index + 1} />
            ))}
          </div>
        </details>
      ))}
    </Panel>
  );
}
