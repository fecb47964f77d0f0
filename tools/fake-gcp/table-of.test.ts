/** From a discovery document to a table. */
import { expect, it } from 'vitest';
import { discoveryDocument } from './discovery.ts';
import { tableOf, tableText } from './table-of.ts';

const document = discoveryDocument.parse({
  name: 'box',
  version: 'v1',
  revision: '20240101',
  rootUrl: 'https://box.googleapis.com/',
  servicePath: 'box/v1/',
  parameters: { fields: { location: 'query', type: 'string' } },
  resources: {
    boxes: {
      methods: {
        list: {
          id: 'box.boxes.list',
          httpMethod: 'GET',
          path: 'v1/{+parent}/boxes',
          parameters: {
            parent: { location: 'path', pattern: '^projects/[^/]+$', required: true, type: 'string' },
            kinds: { location: 'query', repeated: true, type: 'string', enum: ['WOOD', 'IRON'] },
            owner: { location: 'query', required: true, type: 'string' },
          },
          response: { $ref: 'Boxes' },
        },
        delete: { id: 'box.boxes.delete', httpMethod: 'DELETE', path: 'v1/{+name}' },
      },
    },
  },
  schemas: {
    Boxes: { type: 'object', properties: { boxes: { type: 'array', items: { $ref: 'Box' } } } },
    Box: {
      type: 'object',
      properties: {
        size: { type: 'string', format: 'int64' },
        made: { type: 'string', format: 'google-datetime' },
        labels: { type: 'object', additionalProperties: { type: 'string' } },
      },
    },
    Unused: { type: 'object', properties: {} },
  },
});

const table = tableOf(document, /\.list$/);

it('holds the chosen methods and the schemas that they lead to', () => {
  expect([table.host, table.base, Object.keys(table.methods), table.everywhere]).toEqual([
    'box.googleapis.com',
    '/box/v1/',
    ['box.boxes.list'],
    { fields: 'string' },
  ]);
  expect(table.schemas).toEqual({
    Box: { size: 'int64', made: 'time', labels: { '*': 'string' } },
    Boxes: { boxes: ['#Box'] },
  });
});

it('tells of a method what may be asked and what is given', () => {
  expect(table.methods['box.boxes.list']).toEqual({
    verb: 'GET',
    path: 'v1/{+parent}/boxes',
    where: { parent: '^projects/[^/]+$' },
    query: { kinds: ['=WOOD|IRON'], 'owner!': 'string' },
    gives: 'Boxes',
  });
});

it('is written as JSON that reads back', () => {
  expect(JSON.parse(tableText(table))).toEqual(table);
});
