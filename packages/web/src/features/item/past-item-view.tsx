/** An item as it was at a moment: read only, and it says so above everything. */
import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Actor } from '../../components/actor.tsx';
import { KeyHint } from '../../components/key-hint.tsx';
import { Moment } from '../../components/moment.tsx';
import { Failed, SkeletonRows } from '../../components/page-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { Provided } from '../../components/provided.tsx';
import { Verdict } from '../../components/verdict.tsx';
import { useKeys } from '../../stores/keys.ts';
import as from './as-of.module.css';
import { ConfigView } from './config-view.tsx';
import head from './item-head.module.css';
import { ItemChips } from './item-head.tsx';
import styles from './item-page.module.css';
import { type Item, pastItemQuery } from './item-queries.ts';
import { Related } from './related.tsx';

type PastItemViewProps = { readonly item: Item; readonly asOf: string };

export function PastItemView({ item, asOf }: PastItemViewProps) {
  const navigate = useNavigate({ from: '/items/$id' });
  const { data: past, error } = useQuery(pastItemQuery(item.id, asOf));
  const back = (): void => void navigate({ search: {} });
  useKeys([{ keys: ['escape'], does: 'back to now', run: back }]);
  return (
    <>
      <div className={as['bar']} role="note">
        <IconHistory size={18} stroke={1.6} aria-hidden />
        <strong>
          As of <Moment at={asOf} form="withTime" />
        </strong>
        <span>read only</span>
        <Button className={as['back'] ?? ''} onClick={back} rightSection={<KeyHint>Esc</KeyHint>}>
          Back to now
        </Button>
      </div>
      {error !== null && <Failed error={error} what="That state" again={back} />}
      {past === undefined && error === null && <SkeletonRows rows={12} />}
      {past !== undefined && (
        <>
          <div className={head['head']}>
            <p className={head['name']}>
              <Provided text={past.name} />
            </p>
            <div className={head['chips']}>
              <ItemChips item={past} />
            </div>
          </div>
          <Verdict below={<Actor actor={past.actor} />}>
            {past.status === 'deleted' ? 'Deleted' : 'So'} since{' '}
            <Moment at={past.validFrom} form="withTime" />, the state that held then.
          </Verdict>
          <div className={styles['columns']}>
            <div className={styles['main']}>
              <Panel title="Config">
                <ConfigView item={{ config: past.config, issues: [], unreadable: past.unreadable }} />
              </Panel>
            </div>
            <aside className={styles['aside']}>
              <Related item={{ relations: past.relations, coverage: null }} />
            </aside>
          </div>
        </>
      )}
    </>
  );
}
