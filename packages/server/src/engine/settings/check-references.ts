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
      return checkTechnologies(registry, key, timedIn(intervals.parse(value)));
    case 'activation':
      return checkTechnologies(registry, key, watchedIn(activation.parse(value)));
    case 'ignore':
      return checkTechnologies(
        registry,
        key,
        ignore.parse(value).flatMap(({ technology: id }, at) => {
          return id === undefined ? [] : [{ id, path: [String(at), 'technology'] }];
        }),
      );
    case 'alerters':
      for (const [at, { alerter }] of alerters.parse(value).entries())
        checkAlerter(registry, { key, within: [String(at), 'alerter'] }, alerter);
      return;
    case 'knownAccounts':
      for (const [at, list] of knownAccounts.parse(value).entries())
        checkList(registry, { key, within: [String(at)] }, list);
      return;
    case 'networks':
      return;
  }
}

type Place = { readonly key: string; readonly within: readonly string[] };

/** Something that a setting names, and where. */
type Reference = { readonly id: string; readonly path: readonly string[] };

/** `said` where the message says more than what stands at the place itself. */
function wrongAt({ key, within }: Place, problem: string, said = problem): SettingsError {
  return new SettingsError('invalid', key, { problem: said, problems: [{ path: within, problem }] });
}

function requireKnown(place: Place, what: string, definition: unknown): void {
  if (definition === undefined) throw wrongAt(place, `there is no ${what}`);
}

function checkAlerter(registry: Registry, place: Place, id: string): void {
  const alerter = registry.alerter(id);
  requireKnown(place, `alerter ${id}`, alerter);
  if (alerter?.address === undefined) return;
  throw wrongAt(
    place,
    `the alerter ${id} tells people, who subscribe to it by security-monkey subscription add`,
  );
}

function checkTechnologies(registry: Registry, key: string, named: readonly Reference[]): void {
  for (const { id, path } of named)
    requireKnown({ key, within: path }, `technology ${id}`, registry.watcher(id));
}

function timedIn({ technologies, accounts = {} }: Settings['intervals']): readonly Reference[] {
  const inAccounts = Object.entries(accounts).flatMap(([account, one]) =>
    keysOf(one.technologies ?? {}, ['accounts', account, 'technologies']),
  );
  return [...keysOf(technologies, ['technologies']), ...inAccounts];
}

function watchedIn({ technologies, accounts }: Settings['activation']): readonly Reference[] {
  const inAccounts = Object.entries(accounts).flatMap(([account, one]) => keysOf(one, ['accounts', account]));
  return [...keysOf(technologies, ['technologies']), ...inAccounts];
}

function keysOf(byId: object, within: readonly string[]): readonly Reference[] {
  return Object.keys(byId).map((id) => ({ id, path: [...within, id] }));
}

function checkChecks(registry: Registry, { key, within }: Place, checks: Settings['checks']): void {
  const place = within.length === 0 ? '' : `at ${within.join('.')}: `;
  for (const [id, { options }] of Object.entries(checks)) {
    const definition = registry.check(id);
    const refuse = (problem: string): SettingsError =>
      wrongAt({ key, within: [...within, id] }, problem, `${place}${problem}`);
    if (definition === undefined) throw refuse(`there is no check ${id}`);
    if (options === undefined) continue;
    if (definition.options === undefined) throw refuse(`the check ${id} has no options`);
    const parsed = definition.options.safeParse(options);
    if (!parsed.success) throw SettingsError.of(key, parsed.error, [...within, id, 'options']);
  }
}

function checkList(registry: Registry, place: Place, id: string): void {
  const lists = registry.allKnownAccounts.map((list) => list.id);
  if (lists.includes(id)) return;
  throw wrongAt(place, `there is no list ${id}; there are ${lists.length === 0 ? 'none' : lists.join(', ')}`);
}
