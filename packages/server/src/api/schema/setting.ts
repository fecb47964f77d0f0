/** Settings as the API gives them. */
import { z } from 'zod';
import { jsonObject, jsonValue, time } from './common.ts';

export const settingSchema = z
  .object({
    key: z.string(),
    value: jsonValue,
    schema: jsonObject.describe(
      'JSON Schema of the value, with what each part is. `x-names` says of a text which of `names` it is one of, `x-options-of` of an object whose options it has, `x-empty` what an empty text means, and `x-absent` what none does.',
    ),
    updatedAt: time.nullable().describe('Null: it has its default.'),
    updatedBy: z.string().nullable(),
  })
  .meta({ id: 'Setting' });

const namedSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    options: jsonObject.nullable().describe('JSON Schema of its options; null when it has none.'),
  })
  .meta({ id: 'SettingName' });

const namedList = z.array(namedSchema).readonly();

export const settingNamesSchema = z
  .object({ technology: namedList, check: namedList, list: namedList, alerter: namedList })
  .meta({ id: 'SettingNames', description: 'What settings may name, by kind.' });

export const followsSchema = z
  .object({
    technologies: z
      .array(z.string())
      .readonly()
      .describe('Technologies that the change concerns, of those of which something is recorded.'),
    items: z.int().describe('So many items of theirs are judged again by the next audit.'),
    atLeast: z.boolean().describe('Whether there are more items than were counted.'),
  })
  .meta({ id: 'SettingFollows', description: 'What follows from a change of the settings.' });
