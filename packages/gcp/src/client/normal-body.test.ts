/** One form, whoever tells of a resource. */
import { expect, it } from 'vitest';
import { normalBody } from './normal-body.ts';

const form = { kind: 'compute#firewall', int64: ['/id', '/rules/*/bytes'] };
const ofApi = {
  kind: 'compute#firewall',
  id: '9007199254740993',
  disabled: false,
  priority: 0,
  rules: [{ bytes: '5', ports: ['22'] }],
};

it('leaves the body of the API as it is', () => {
  expect(normalBody(form, ofApi)).toEqual(ofApi);
});

it('makes that of the inventory equal to it', () => {
  const { kind: _, ...body } = ofApi;
  const ofInventory = {
    ...body,
    description: null,
    labels: {},
    sourceTags: [],
    logConfig: { metadata: [] },
    rules: [{ kind: 'compute#rule', bytes: 5, ports: ['22'] }],
  };
  expect(normalBody(form, ofInventory)).toEqual(ofApi);
});
