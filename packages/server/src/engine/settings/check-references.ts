/** Whether the plugins bring everything that a setting names, and its options suit the check. Pure. */
import type { JsonValue } from '@security-monkey/sdk';
import type { Registry } from '../registry.ts';
import { type SettingKey, type Settings, settingSchemas } from './schema.ts';
import { SettingsError } from './settings-error.ts';

/** `value` has been parsed by the setting's schema. @throws SettingsError for the first thing that does not exist. */
export function checkReferences(registry: Registry, key: SettingKey, value: JsonValue): void {
  const { checks, overrides, intervals, activation, ignore, alerters, knownAccounts } = settingSchemas;
  switch (key) {
    case 'checks':
      return checkChecks(registry, { key, within: [] }, checks.parse(value));
    case 'overrides':
      for (const [selector, byCheck] of Object.entries(overrides.parse(value)))
        checkChecks(registry, { key, within: [selector] }, byCheck);
      return;
    case 'intervals':
      return checkTechnologies(registry, key, technologiesOf(intervals.parse(value)));
    case 'activation': {
      const { technologies, accounts } = activation.parse(value);
      return checkTechnologies(
        registry,
        key,
        [technologies, ...Object.values(accounts)].flatMap(Object.keys),
      );
    }
    case 'ignore':
      return checkTechnologies(
        registry,
        key,
        ignore.parse(value).flatMap(({ technology }) => technology ?? []),
      );
    case 'alerters':
      for (const { alerter } of alerters.parse(value)) checkAlerter(registry, key, alerter);
      return;
    case 'knownAccounts':
      for (const list of knownAccounts.parse(value)) checkList(registry, key, list);
      return;
    case 'networks':
      return;
  }
}

function requireKnown(key: string, what: string, definition: unknown): void {
  if (definition === undefined) throw new SettingsError('invalid', key, `there is no ${what}`);
}

function checkAlerter(registry: Registry, key: string, id: string): void {
  const alerter = registry.alerter(id);
  requireKnown(key, `alerter ${id}`, alerter);
  if (alerter?.address === undefined) return;
  throw new SettingsError(
    'invalid',
    key,
    `the alerter ${id} tells people, who subscribe to it by security-monkey subscription add`,
  );
}

function checkTechnologies(registry: Registry, key: string, ids: readonly string[]): void {
  for (const id of ids) requireKnown(key, `technology ${id}`, registry.watcher(id));
}

function technologiesOf({ technologies, accounts = {} }: Settings['intervals']): readonly string[] {
  const byAccount = Object.values(accounts).map((one) => one.technologies ?? {});
  return [technologies, ...byAccount].flatMap((byTechnology) => Object.keys(byTechnology));
}

type Place = { readonly key: string; readonly within: readonly string[] };

function checkChecks(registry: Registry, { key, within }: Place, checks: Settings['checks']): void {
  const place = within.length === 0 ? '' : `at ${within.join('.')}: `;
  for (const [id, { options }] of Object.entries(checks)) {
    const definition = registry.check(id);
    if (definition === undefined) throw new SettingsError('invalid', key, `${place}there is no check ${id}`);
    if (options === undefined) continue;
    if (definition.options === undefined)
      throw new SettingsError('invalid', key, `${place}the check ${id} has no options`);
    const parsed = definition.options.safeParse(options);
    if (!parsed.success) throw SettingsError.of(key, parsed.error, [...within, id, 'options']);
  }
}

function checkList(registry: Registry, key: string, id: string): void {
  const lists = registry.allKnownAccounts.map((list) => list.id);
  if (lists.includes(id)) return;
  throw new SettingsError(
    'invalid',
    key,
    `there is no list ${id}; there are ${lists.length === 0 ? 'none' : lists.join(', ')}`,
  );
}
