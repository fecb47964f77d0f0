/** Settings: one at a time, as text that the server checks; who set it and when stands beside it. */
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { Failed, SkeletonRows } from '../../components/page-state.tsx';
import { Verdict } from '../../components/verdict.tsx';
import { useFrame } from '../../stores/frame.ts';
import { counted } from '../../words/count.ts';
import { SettingForm } from './setting-form.tsx';
import { settingTitle } from './setting-title.ts';
import styles from './settings.module.css';
import { settingsQuery } from './settings-queries.ts';

export function SettingsPage() {
  const { key: wanted } = useSearch({ from: '/shell/settings' });
  const { data: settings, error, refetch } = useQuery(settingsQuery);
  const current = settings?.find(({ key }) => key === wanted) ?? settings?.[0];
  useFrame([{ label: 'Settings' }]);
  if (error !== null) return <Failed error={error} what="The settings" isPage again={() => void refetch()} />;
  if (settings === undefined || current === undefined) return <SkeletonRows rows={8} />;
  const changed = settings.filter(({ updatedAt }) => updatedAt !== null).length;
  return (
    <>
      <Verdict below="A change holds from the next scan or audit on; nothing has to be started again.">
        {changed === 0
          ? 'Every setting has its default.'
          : `${counted(changed, 'setting')} of ${settings.length} ${changed === 1 ? 'differs' : 'differ'} from the default.`}
      </Verdict>
      <div className={styles['columns']}>
        <nav className={styles['list']} aria-label="Settings">
          {settings.map(({ key, updatedAt }) => (
            <Link
              key={key}
              to="/settings"
              search={{ key }}
              className={styles['entry']}
              data-current={key === current.key || undefined}
              activeOptions={{ exact: true, includeSearch: true }}
            >
              {settingTitle(key)}
              {updatedAt !== null && <span className="quiet">changed</span>}
            </Link>
          ))}
        </nav>
        <SettingForm key={`${current.key} ${current.updatedAt}`} setting={current} />
      </div>
    </>
  );
}
