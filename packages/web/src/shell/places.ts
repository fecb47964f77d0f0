/** The places of the navigation. A page that is not finished has none. */
import {
  IconBell,
  IconBuildingCommunity,
  IconCircleDot,
  IconGridDots,
  IconInfoCircle,
  IconLayoutDashboard,
  IconSettings,
  IconShieldCheck,
  IconStack2,
  IconUsers,
} from '@tabler/icons-react';

export type Place = {
  readonly to: string;
  readonly label: string;
  readonly icon: typeof IconCircleDot;
  readonly group?: 'Trust' | 'Set up';
  /** The key after `g`. */
  readonly key?: string;
  readonly adminOnly?: boolean;
  /** For people who see all accounts. */
  readonly seesAll?: boolean;
};

export const places: readonly Place[] = [
  { to: '/', label: 'Dashboard', icon: IconLayoutDashboard, key: 'd' },
  { to: '/issues', label: 'Issues', icon: IconCircleDot, key: 'i' },
  { to: '/items', label: 'Items', icon: IconStack2, key: 't' },
  { to: '/coverage', label: 'Coverage', icon: IconGridDots, group: 'Trust', key: 'c' },
  { to: '/checks', label: 'Checks', icon: IconShieldCheck, group: 'Trust' },
  { to: '/accounts', label: 'Accounts', icon: IconBuildingCommunity, group: 'Set up', key: 'a' },
  { to: '/alerters', label: 'Alerters', icon: IconBell, group: 'Set up' },
  { to: '/settings', label: 'Settings', icon: IconSettings, group: 'Set up', seesAll: true },
  { to: '/people', label: 'People', icon: IconUsers, group: 'Set up', adminOnly: true },
  { to: '/about', label: 'About', icon: IconInfoCircle, group: 'Set up' },
];
