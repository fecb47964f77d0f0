/** The form of every setting, from the schema that the API serves: a valid value goes through it unchanged, and nothing in it is called wrong. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonSchemaOf } from '../packages/server/src/api/schema/json-schema.ts';
import {
  type SettingKey,
  settingKeys,
  settingSchemas,
} from '../packages/server/src/engine/settings/schema.ts';
import { draftOf } from '../packages/web/src/components/form/draft/draft.ts';
import { type Field, fieldOf } from '../packages/web/src/components/form/draft/field.ts';
import { readDraft } from '../packages/web/src/components/form/draft/read-draft.ts';
import type { Json } from '../packages/web/src/words/json.ts';

const line = fc.string({ minLength: 1, maxLength: 200 }).filter((text) => text === text.trim());
const id = fc.constantFrom('aws.s3-bucket', 'aws.kms-key', 'gcp.compute-firewall', 'x');
const selector = fc.oneof(line, fc.constantFrom('*', 'prod-*', 'aws:111122223333'));
const notes = fc.string({ maxLength: 2_000 });
const score = fc.integer({ min: 0, max: 10 });
const minutes = fc.integer({ min: 1, max: 43_200 });
const json = fc.jsonValue({ maxDepth: 3 });
const optional = { requiredKeys: [] };

const byCheck = fc.dictionary(
  id,
  fc.record(
    {
      enabled: fc.boolean(),
      score,
      options: fc.oneof(fc.dictionary(line, json), fc.record({ days: score })),
    },
    optional,
  ),
);
const byTechnology = fc.dictionary(id, minutes);
const watched = fc.dictionary(id, fc.boolean());
const named = <Part>(part: fc.Arbitrary<Part & { readonly name: string }>) =>
  fc.uniqueArray(part, { selector: ({ name }) => name });

const values: Readonly<Record<SettingKey, fc.Arbitrary<unknown>>> = {
  networks: named(
    fc.record(
      { name: line, cidr: fc.constantFrom('203.0.113.0/24', '2001:db8::/32'), account: selector, notes },
      { requiredKeys: ['name', 'cidr'] },
    ),
  ),
  knownAccounts: fc.uniqueArray(line),
  ignore: named(
    fc.record(
      {
        name: line,
        technology: id,
        account: selector,
        prefix: fc.oneof(fc.constant(''), fc.string({ maxLength: 512 })),
        tag: line,
        arn: fc.string({ minLength: 1, maxLength: 2_048 }),
        notes,
      },
      { requiredKeys: ['name', 'prefix'] },
    ),
  ),
  checks: byCheck,
  overrides: fc.dictionary(selector, byCheck),
  intervals: fc.record(
    {
      minutes,
      technologies: byTechnology,
      accounts: fc.dictionary(selector, fc.record({ minutes, technologies: byTechnology }, optional)),
    },
    optional,
  ),
  activation: fc.record({ technologies: watched, accounts: fc.dictionary(selector, watched) }, optional),
  alerters: named(
    fc.record(
      {
        name: line,
        alerter: id,
        on: fc.uniqueArray(fc.constantFrom('item.created', 'issue.opened')),
        options: fc.dictionary(line, json),
      },
      { requiredKeys: ['name', 'alerter'] },
    ),
  ),
};

/** Of one check the options are known, of the others not. */
const days = fieldOf({ type: 'object', properties: { days: { type: 'integer' } } }, 'options');
const optionsOf = (kind: string, of: string): Field | undefined =>
  kind === 'check' && of === 'aws.kms-key' ? days : undefined;

describe.each(settingKeys)('the form of %s', (key) => {
  const field = fieldOf(jsonSchemaOf(settingSchemas[key]), key);

  it('has a title and no part that is left to JSON but options', () => {
    expect(field.title).not.toBe('');
    expect(kindsIn(field)).not.toContain('json');
  });

  it('gives every valid value back', () => {
    fc.assert(
      fc.property(values[key], (any) => {
        const value = storedAs(key, any);
        const { value: read, problems } = readDraft(draftOf(field, value, optionsOf));
        expect(read).toEqual(value);
        expect([...problems.values()]).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

/** As the server keeps it; a value that it would refuse is a defect of this test. */
function storedAs(key: SettingKey, value: unknown): Json {
  return JSON.parse(JSON.stringify(settingSchemas[key].parse(JSON.parse(JSON.stringify(value)))));
}

function kindsIn(field: Field): readonly string[] {
  if (field.kind === 'list' || field.kind === 'record') return [field.kind, ...kindsIn(field.item)];
  if (field.kind !== 'object') return [field.kind];
  return [field.kind, ...field.parts.flatMap((part) => kindsIn(part.field))];
}
