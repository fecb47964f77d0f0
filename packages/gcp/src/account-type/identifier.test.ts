/** Projects as people write them. */
import { expect, it } from 'vitest';
import { budgetKey } from './budget.ts';
import { projectFields } from './fields.ts';
import { parseProject } from './identifier.ts';

it.each([
  ['acme-web', 'acme-web'],
  [' projects/acme-web ', 'acme-web'],
  ['123456789012', '123456789012'],
  ['example.com:acme-web', 'example.com:acme-web'],
])('%j is a project', (text, value) => {
  expect(parseProject(text)).toEqual({ value });
});

it.each(['', 'web', 'Acme Web', 'acme-web-', 'a'.repeat(31), '12345', 'acme_web'])('%j is none', (text) => {
  expect(parseProject(text)).toHaveProperty('problem');
});

it.each(['http://127.0.0.1:8080/', 'https://proxy.example/gcp'])('%s is an endpoint', (endpoint) => {
  expect(projectFields.safeParse({ endpoint }).success).toBe(true);
});

it.each(['http://proxy.example', 'proxy.example', 'https://proxy.example?x=1'])(
  '%s is no endpoint',
  (endpoint) => {
    expect(projectFields.safeParse({ endpoint }).success).toBe(false);
  },
);

it.each([
  ['compute:firewalls.list', 'gcp/acme-web/compute'],
  ['cloudresourcemanager:projects.get', 'gcp/caller/cloudresourcemanager'],
])('%s counts against %s', (operation, key) => {
  expect(budgetKey({ account: 'acme-web', operation })).toBe(key);
});
