/** Access lists of datasets as bindings. */
import { expect, it } from 'vitest';
import { readDatasetBindings } from './dataset-bindings.ts';

const condition = { expression: 'request.time < timestamp("2027-01-01T00:00:00Z")' };

it('names each member as IAM does, at the place of its entry', () => {
  const { rules, unread } = readDatasetBindings(
    [
      { role: 'OWNER', specialGroup: 'projectOwners' },
      { role: 'READER', specialGroup: 'allAuthenticatedUsers' },
      { role: 'READER', userByEmail: 'kim@acme.example', condition },
      { role: 'WRITER', userByEmail: 'web@acme-web.iam.gserviceaccount.com' },
      { role: 'READER', groupByEmail: 'data@acme.example' },
      { role: 'READER', domain: 'acme.example' },
      { role: 'roles/bigquery.dataViewer', iamMember: 'allUsers' },
      { view: { projectId: 'p', datasetId: 'd', tableId: 't' } },
    ],
    '/access',
  );
  expect(unread).toEqual([]);
  expect(rules.map(({ at, role, members, condition: written }) => [at, role, members, written])).toEqual([
    ['/access/1', 'READER', ['allAuthenticatedUsers'], undefined],
    ['/access/2', 'READER', ['user:kim@acme.example'], condition.expression],
    ['/access/3', 'WRITER', ['serviceAccount:web@acme-web.iam.gserviceaccount.com'], undefined],
    ['/access/4', 'READER', ['group:data@acme.example'], undefined],
    ['/access/5', 'READER', ['domain:acme.example'], undefined],
    ['/access/6', 'roles/bigquery.dataViewer', ['allUsers'], undefined],
  ]);
});

it('names what it cannot read, and an entry without a role grants nothing', () => {
  const { rules, unread } = readDatasetBindings(['no entry', { iamMember: 'allUsers' }], '/access');
  expect([rules.length, unread.length]).toEqual([0, 2]);
});
