/** What each setting is, part by part, read off its schema. */
import { z } from 'zod';
import { type SettingKey, settingSchemas } from './schema.ts';

export type SettingPart = {
  /** The way to the part: `[]` is any element of a list, `<key>` any key of an object. */
  readonly path: string;
  readonly description: string;
};

type Schema = {
  readonly description?: string | undefined;
  readonly properties?: Readonly<Record<string, unknown>> | undefined;
  readonly items?: unknown;
  readonly additionalProperties?: unknown;
};

const schemaShape = z.looseObject({
  description: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  additionalProperties: z.unknown().optional(),
});

/** The parts of a setting that have a description, the setting itself first. */
export function describeSetting(key: SettingKey): readonly SettingPart[] {
  return partsOf(key, z.toJSONSchema(settingSchemas[key], { io: 'input', unrepresentable: 'any' }));
}

function partsOf(path: string, value: unknown): readonly SettingPart[] {
  const parsed = schemaShape.safeParse(value);
  if (!parsed.success) return [];
  const { description, properties = {}, items, additionalProperties }: Schema = parsed.data;
  return [
    ...(description === undefined ? [] : [{ path, description }]),
    ...partsOf(`${path}[]`, items),
    ...Object.entries(properties).flatMap(([name, part]) => partsOf(`${path}.${name}`, part)),
    ...partsOf(`${path}.<key>`, additionalProperties),
  ];
}
