/** The table of operations against Google's own documents. */
import { expect, it } from 'vitest';
import { loadTables } from '../../../../test/fake-gcp/tables.ts';
import { operations } from './operations.ts';
import { restRequest } from './request.ts';

const known = new Map(
  loadTables().flatMap(({ host, base, methods }) =>
    Object.entries(methods).map(
      ([id, { verb, path }]) => [`${id} ${base}`, `${verb} ${host}${base}${path}`] as const,
    ),
  ),
);

it.each(Object.entries(operations))('%s is a method of Google’s, at this address', (operation, address) => {
  // What stands behind # tells which of several permissions of one method is meant.
  const id = operation.replace(':', '.').replace(/#.*$/, '');
  const addresses = [...known].filter(([name]) => name.startsWith(`${id} `)).map(([, found]) => found);
  expect(addresses.map(segments)).toContainEqual(segments(address));
});

/** The names of the parts do not matter, what is written around them does. */
function segments(address: string): string {
  return address.replaceAll(/\{\+?[^}]+\}/g, '{}');
}

it('fills the path, and asks the rest', () => {
  const { verb, url } = restRequest({
    operation: 'compute:firewalls.get',
    input: { project: 'example.com:web', firewall: 'a/b', fields: ['name', 'id'], prettyPrint: false },
  });
  expect([verb, url.href]).toEqual([
    'GET',
    'https://compute.googleapis.com/compute/v1/projects/example.com%3Aweb/global/firewalls/a%2Fb?fields=name&fields=id&prettyPrint=false',
  ]);
});

it('keeps the slashes of a whole name, and sends a body', () => {
  const options = { requestedPolicyVersion: 3 };
  const { verb, url, body } = restRequest(
    {
      operation: 'cloudresourcemanager:projects.getIamPolicy',
      input: { resource: 'projects/acme-web', body: { options } },
    },
    'http://127.0.0.1:1/base/',
  );
  expect([verb, url.href, body]).toEqual([
    'POST',
    'http://127.0.0.1:1/base/cloudresourcemanager.googleapis.com/v3/projects/acme-web:getIamPolicy',
    '{"options":{"requestedPolicyVersion":3}}',
  ]);
});

it('leaves a name within a name encoded as it is', () => {
  const parent = 'policies/cloudresourcemanager.googleapis.com%2Fprojects%2Facme web/denypolicies';
  const { url } = restRequest({ operation: 'iam:policies.listPolicies', input: { parent } });
  expect(url.href).toBe(
    'https://iam.googleapis.com/v2/policies/cloudresourcemanager.googleapis.com%2Fprojects%2Facme%20web/denypolicies',
  );
});

it.each([
  ['an operation that nobody knows', { operation: 'compute:firewalls.guess', input: {} }, 'no table'],
  ['a part of the path that is missing', { operation: 'compute:firewalls.list', input: {} }, 'needs project'],
  [
    'a part of the path that is empty',
    { operation: 'compute:firewalls.list', input: { project: '' } },
    'needs project',
  ],
])('refuses %s', (_name, call, problem) => {
  expect(() => restRequest(call)).toThrow(problem);
});
