/** The parts of a schema, with the way to each. */
import { expect, it } from 'vitest';
import { partsOf } from './parts-of.ts';

it('finds what is described in lists, objects and records', () => {
  const schema = {
    type: 'array',
    items: {
      type: 'object',
      properties: {
        name: { description: 'What it is called.' },
        more: { additionalProperties: { description: 'Each.' } },
      },
    },
  };
  expect(partsOf(schema)).toEqual([
    { path: '[].name', description: 'What it is called.' },
    { path: '[].more.*', description: 'Each.' },
  ]);
});
