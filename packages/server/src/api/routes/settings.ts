/** Settings: one schema each, changed as a whole. */
import { z } from 'zod';
import { parseSetting, requireSettingKey } from '../../engine/settings/parse-setting.ts';
import { settingKeys, settingSchemas } from '../../engine/settings/schema.ts';
import { exportSettings, getSetting, setSetting } from '../../engine/settings/settings.ts';
import { listSettings } from '../../store/settings.ts';
import { defineRoute } from '../route.ts';
import { jsonObject, jsonValue, time } from '../schema/common.ts';
import { jsonSchemaOf } from '../schema/json-schema.ts';

const settingSchema = z
  .object({
    key: z.string(),
    value: jsonValue,
    schema: jsonObject.describe('JSON Schema of the value, with what each part is.'),
    updatedAt: time.nullable().describe('Null: it has its default.'),
    updatedBy: z.string().nullable(),
  })
  .meta({ id: 'Setting' });

export const getSettings = defineRoute({
  method: 'GET',
  path: '/settings',
  tag: 'Settings',
  role: 'admin',
  sees: 'all',
  summary: 'Every setting with its value and what it is.',
  response: z.object({ rows: z.array(settingSchema).readonly() }),
  run: async ({ api: { runtime }, person: { viewer } }) => {
    const values = await exportSettings(runtime.db);
    const stored = new Map((await listSettings(runtime.db, viewer)).map((row) => [row.key, row]));
    return {
      rows: settingKeys.map((key) => ({
        key,
        value: values[key] ?? null,
        schema: jsonSchemaOf(settingSchemas[key]),
        updatedAt: stored.get(key)?.updated_at ?? null,
        updatedBy: stored.get(key)?.updated_by ?? null,
      })),
    };
  },
});

export const putSetting = defineRoute({
  method: 'PUT',
  path: '/settings/:key',
  tag: 'Settings',
  role: 'admin',
  sees: 'all',
  summary: 'Set one setting as a whole. It takes effect with the next audit or scan.',
  audited: 'settings.set',
  params: z.object({ key: z.string() }),
  body: z.strictObject({ value: jsonValue }),
  response: z.object({ key: z.string(), value: jsonValue }),
  run: async ({ api: { runtime }, person, params: { key }, body: { value } }) => {
    const known = requireSettingKey(key);
    parseSetting(runtime.registry, known, value);
    await setSetting(runtime, person.name, { key, value });
    return { key, value: await getSetting(runtime.db, key) };
  },
});
