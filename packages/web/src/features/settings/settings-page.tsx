/** Settings: a list at the left, one form a page; who set each and when stands beside it. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useMay } from '../../api/session.ts';
import { Empty, Failed, SkeletonRows } from '../../components/page-state.tsx';
import { Verdict } from '../../components/verdict.tsx';
import { useFrame } from '../../stores/frame.ts';
import { jsonOf } from '../../words/json.ts';
import { ExportSettings } from './export-settings.tsx';
import { SettingForm } from './setting-form.tsx';
import { changedWords, settingTitle } from './setting-words.ts';
import styles from './settings.module.css';
import { type Setting, settingsQuery } from './settings-queries.ts';

export function SettingsPage() {
  const { key: wanted } = useParams({ strict: false });
  const mayChange = useMay('admin');
  const { data, error, refetch } = useQuery(settingsQuery);
  const settings = data?.rows ?? [];
  const current = settings.find(({ key }) => key === (wanted ?? settings[0]?.key));
  useFrame([
    { label: 'Settings', ...(wanted !== undefined && { to: '/settings' }) },
    ...(wanted === undefined ? [] : [{ label: current === undefined ? wanted : settingTitle(current) }]),
  ]);
  if (error !== null) return <Failed error={error} what="The settings" isPage again={() => void refetch()} />;
  if (data === undefined) return <SkeletonRows rows={8} />;
  return (
    <>
      <Verdict
        below="A change holds from the next scan or audit on; nothing has to be started again."
        actions={<ExportSettings settings={settings} name="settings" />}
      >
        {changedWords(settings)}
      </Verdict>
      <div className={styles['columns']}>
        <SettingList settings={settings} current={current} />
        {current === undefined ? (
          <Empty kind="search" title="There is no such setting">
            {!mayChange && 'Or it is for administrators only, as that of the alerters is.'}
          </Empty>
        ) : (
          <div className={styles['column']}>
            <SettingForm key={current.key} setting={current} names={data.names} />
            <AsJson setting={current} />
          </div>
        )}
      </div>
    </>
  );
}

type SettingListProps = { readonly settings: readonly Setting[]; readonly current: Setting | undefined };

function SettingList({ settings, current }: SettingListProps) {
  const list = useRef<HTMLElement>(null);
  // Where the list is a strip, the one that is shown is in sight.
  useEffect(() => {
    list.current
      ?.querySelector('[aria-current=page]')
      ?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [current?.key]);
  return (
    <nav ref={list} className={styles['list']} aria-label="Settings">
      {settings.map((setting) => (
        <Link
          key={setting.key}
          to="/settings/$key"
          params={{ key: setting.key }}
          className={styles['entry']}
          data-current={setting === current || undefined}
          aria-current={setting === current ? 'page' : undefined}
        >
          {settingTitle(setting)}
          {setting.updatedAt !== null && <span className="quiet">changed</span>}
        </Link>
      ))}
    </nav>
  );
}

/** For whoever sets it from the command line. */
function AsJson({ setting }: { readonly setting: Setting }) {
  return (
    <details className={styles['json']}>
      <summary>As JSON, for the command line</summary>
      <pre>{JSON.stringify(jsonOf(setting.value), null, 2)}</pre>
    </details>
  );
}
