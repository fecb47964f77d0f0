/** What a setting is called. */
import { sentence } from '../../words/count.ts';

const titles: Readonly<Record<string, string>> = {
  networks: 'Allowed networks',
  knownAccounts: "Providers' accounts",
  ignore: 'Ignore list',
  checks: 'Checks',
  overrides: 'Checks of some accounts',
  intervals: 'Intervals',
  activation: 'What is watched',
  alerters: 'Alerters',
};

export function settingTitle(key: string): string {
  return titles[key] ?? sentence(key.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase());
}
