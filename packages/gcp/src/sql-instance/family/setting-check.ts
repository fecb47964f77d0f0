/** Makes checks on a setting of a database instance that must be on. */
import { type CheckTexts, defineCheck, type JsonObject, type JsonValue } from '@security-monkey/sdk';
import type { SqlInstanceConfig } from '../config.ts';
import { elsewhere, replica, sqlExample } from '../example.ts';
import { sqlInstance } from '../watcher.ts';
import { isPrimary } from './of-ours.ts';

type SettingRule = CheckTexts & {
  readonly name: string;
  /** In words. */
  readonly setting: string;
  readonly valueIn: (settings: NonNullable<SqlInstanceConfig['settings']>) => JsonValue | undefined;
  /** Where the value lies. */
  readonly path: string;
  readonly example: (isOn: boolean) => JsonObject;
};

export function settingCheck({ name, setting, valueIn, path, example, ...rule }: SettingRule) {
  const reports = [{ message: 'off' as const, subject: { setting } }];
  return defineCheck({
    id: `gcp.sql-instance.${name}`,
    watcher: sqlInstance,
    version: 1,
    ...rule,
    messages: { off: 'Not switched on: {setting}' },
    examples: {
      good: [
        { name: 'switched on', config: sqlExample(example(true)) },
        { name: 'a replica', config: sqlExample(example(false), replica) },
        { name: 'what stands for a database elsewhere', config: sqlExample({}, elsewhere) },
      ],
      bad: [
        { name: 'switched off', config: sqlExample(example(false)), reports },
        { name: 'not said', config: sqlExample({}), reports },
      ],
    },
    run: ({ config, report }) => {
      const value = valueIn(config.settings ?? {});
      if (value === true || !isPrimary(config)) return;
      report('off', {
        subject: { setting },
        evidence: [value === undefined ? { path: '/name', value: config.name } : { path, value }],
      });
    },
  });
}
