/** The navigation at the left: where one is, where one can go, and how complete the picture is. */
import { Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMay, useSeesAll } from '../api/session.ts';
import { Brand } from './brand.tsx';
import { CoverageGauge } from './coverage-gauge.tsx';
import styles from './navigation.module.css';
import { usePlaceCounts } from './place-counts.ts';
import { type Place, places } from './places.ts';

const groups = [undefined, 'Trust', 'Set up'] as const;

export function usePlaces(): readonly Place[] {
  const isAdmin = useMay('admin');
  const seesAll = useSeesAll();
  return places.filter(
    (place) => (place.adminOnly !== true || isAdmin) && (place.seesAll !== true || seesAll),
  );
}

export function Navigation() {
  const shown = usePlaces();
  return (
    <nav className={styles['navigation']} aria-label="Main">
      <Link to="/" className={styles['brand']} aria-label="Security Monkey">
        <Brand />
      </Link>
      {groups.map((group) => (
        <NavigationGroup
          key={group ?? 'main'}
          group={group}
          places={shown.filter((place) => place.group === group)}
        />
      ))}
      <CoverageGauge />
    </nav>
  );
}

type NavigationGroupProps = { readonly group: string | undefined; readonly places: readonly Place[] };

function NavigationGroup({ group, places: inside }: NavigationGroupProps) {
  const counts = usePlaceCounts();
  if (inside.length === 0) return null;
  return (
    <div className={styles['group']}>
      {group !== undefined && <p className={styles['title']}>{group}</p>}
      <ul>
        {inside.map(({ to, label, icon: Icon }) => (
          <li key={to}>
            <Tooltip label={label} position="right" classNames={{ tooltip: styles['tooltip'] ?? '' }}>
              <Link
                to={to}
                className={styles['place']}
                activeOptions={{ exact: to === '/', includeSearch: false }}
              >
                <Icon size={18} stroke={1.6} aria-hidden />
                <span className={styles['label']}>{label}</span>
                <span className={styles['count']}>{counts.get(to)}</span>
              </Link>
            </Tooltip>
          </li>
        ))}
      </ul>
    </div>
  );
}
