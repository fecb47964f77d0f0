/** Settings: one schema each, changed as a whole. */
import { z } from 'zod';
import { importNetworks } from '../../engine/settings/import-networks.ts';
import { requireSettingKey } from '../../engine/settings/parse-setting.ts';
import { type SettingKey, settingKeys, settingSchemas } from '../../engine/settings/schema.ts';
import { exportSettings, getSetting, setSetting } from '../../engine/settings/settings.ts';
import { whatFollows } from '../../front/settings/what-follows.ts';
import { type Named, whatSettingsName } from '../../front/settings/what-settings-name.ts';
import { listSettings } from '../../store/settings.ts';
import { mayAct } from '../auth/roles.ts';
import { defineRoute } from '../route.ts';
import { jsonValue, moment } from '../schema/common.ts';
import { jsonSchemaOf } from '../schema/json-schema.ts';
import { followsSchema, settingNamesSchema, settingSchema } from '../schema/setting.ts';

const tag = 'Settings';

/** Options of alerters may hold what opens a door elsewhere, such as the address of a webhook. */
const forAdministrators: ReadonlySet<SettingKey> = new Set<SettingKey>(['alerters']);

export const getSettings = defineRoute({
  method: 'GET',
  path: '/settings',
  tag,
  role: 'view',
  sees: 'all',
  summary:
    'Every setting with its value and what it is; that of the alerters for administrators only, for its options may be secret.',
  response: z.object({ rows: z.array(settingSchema).readonly(), names: settingNamesSchema }),
  run: async ({ api: { runtime }, person: { viewer, role } }) => {
    const values = await exportSettings(runtime.db);
    const stored = new Map((await listSettings(runtime.db, viewer)).map((row) => [row.key, row]));
    const shown = settingKeys.filter((key) => !forAdministrators.has(key) || mayAct(role, 'admin'));
    const rows = shown.map((key) => ({
      key,
      value: values[key] ?? null,
      schema: jsonSchemaOf(settingSchemas[key]),
      updatedAt: stored.get(key)?.updated_at ?? null,
      updatedBy: stored.get(key)?.updated_by ?? null,
    }));
    const { technology, check, list, alerter } = whatSettingsName(runtime.registry);
    const names = {
      technology: technology.map(shownName),
      check: check.map(shownName),
      list: list.map(shownName),
      alerter: alerter.map(shownName),
    };
    return { rows, names };
  },
});

function shownName({ id, title, options }: Named) {
  return { id, title, options: options === undefined ? null : jsonSchemaOf(options) };
}

export const putSetting = defineRoute({
  method: 'PUT',
  path: '/settings/:key',
  tag,
  role: 'admin',
  sees: 'all',
  summary: 'Set one setting as a whole. It takes effect with the next audit or scan.',
  audited: 'settings.set',
  params: z.object({ key: z.string() }),
  body: z.strictObject({
    value: jsonValue,
    basedOn: moment
      .nullable()
      .optional()
      .describe(
        '`updatedAt` of the value that this one was made from. When it was set since, it is refused; without this, it is set whatever is there.',
      ),
  }),
  response: z.object({ key: z.string(), value: jsonValue, follows: followsSchema }),
  run: async ({ api: { runtime }, person, params: { key }, body: { value, basedOn } }) => {
    requireSettingKey(key);
    const { follows } = await whatFollows(
      runtime,
      person.viewer,
      async () => await setSetting(runtime, person.name, { key, value, basedOn }),
    );
    return { key, value: await getSetting(runtime.db, key), follows };
  },
});

export const postNetworks = defineRoute({
  method: 'POST',
  path: '/settings/networks/import',
  tag,
  role: 'admin',
  sees: 'all',
  summary:
    'Put networks on the allow-list from the form of the first Security Monkey, an object of names and networks: all of them or, when one is wrong, none.',
  audited: 'settings.import_networks',
  target: ({ body }) => body,
  body: z.strictObject({
    networks: jsonValue,
    authoritative: z
      .boolean()
      .default(false)
      .describe('Whether networks that the file does not name leave the allow-list.'),
  }),
  response: z.object({
    added: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    removed: z.int(),
    follows: followsSchema,
  }),
  run: async ({ api: { runtime }, person, body: { networks, authoritative: isAuthoritative } }) => {
    const { result, follows } = await whatFollows(
      runtime,
      person.viewer,
      async () => await importNetworks(runtime, person.name, { networks, isAuthoritative }),
    );
    return { ...result, follows };
  },
});
