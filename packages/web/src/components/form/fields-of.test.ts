/** Forms from schemas: what is asked for, and what was typed as what is meant. */
import { expect, it } from 'vitest';
import { fieldsOf, typedOf, valuesOf } from './fields-of.ts';

const schema = {
  type: 'object',
  properties: {
    externalId: { type: 'string', description: 'A secret between the two.' },
    port: { type: 'integer' },
    tls: { type: 'boolean' },
    level: { enum: ['low', 'high'] },
    tags: { type: 'object' },
  },
  required: ['port'],
};

it('has a field for each property', () => {
  expect(
    fieldsOf(schema).map(({ title, kind, choices, isRequired }) => [title, kind, choices, isRequired]),
  ).toEqual([
    ['External id', 'text', undefined, false],
    ['Port', 'number', undefined, true],
    ['Tls', 'boolean', undefined, false],
    ['Level', 'text', ['low', 'high'], false],
    ['Tags', 'json', undefined, false],
  ]);
});

it('gives back what was typed in the types of the schema, and leaves out what was not', () => {
  const values = { port: 25, tls: true, level: 'high', tags: { a: 'b' } };
  expect(valuesOf(schema, { ...typedOf(schema, values), externalId: '' })).toEqual(values);
});

it('of something that is no schema has no field', () => {
  expect(fieldsOf(null)).toEqual([]);
});
