/** What holds for a project from above, and what of it may be seen. */
import type { Description, JsonObject } from '@security-monkey/sdk';
import { describe, expect, it } from 'vitest';
import { answering, refuse } from '../test-support/answering.ts';
import { withAbove } from './ancestors.ts';

type Answers = Readonly<Record<string, (input: JsonObject) => unknown>>;

const parents: Answers = {
  'cloudresourcemanager:folders.get': ({ name }) => ({
    parent: name === 'folders/2' ? 'folders/1' : 'organizations/4',
  }),
};

function above(
  special: Answers,
  of: { readonly parent?: string | undefined; readonly config?: JsonObject } = {},
) {
  const answers = { ...parents, ...special };
  const context = answering((operation, input) => answers[operation]?.(input) ?? { etag: 'ACAB' });
  const { parent = 'folders/2', config = {} } = of;
  return withAbove(context, parent, { config });
}

/** Each relation with the values of a field of what it is to, from the inside to the outside. */
function told({ relations = [], unreadable = [] }: Description, name: string, field: string) {
  const of = relations.filter((one) => one.name === name);
  return {
    keys: of.map(({ key }) => key.replace(/^\/\/[^/]+\//, '')),
    values: of.map(({ value = {} }) => value[field]),
    unreadable: unreadable.map(({ path, class: kind }) => `${path} ${kind}`),
  };
}

const denyPolicy = (fields: JsonObject) => ({ etag: 'MTc=', uid: 'u', ...fields });
const onOrganization = 'policies/cloudresourcemanager.googleapis.com%2Forganizations%2F4/denypolicies';
const roleIn = (name: string) => ({ iamPolicy: { bindings: [{ role: name, members: ['allUsers'] }] } });

describe('a project', () => {
  it('has all folders above it and the organization', async () => {
    const described = await above({});
    for (const relation of ['ancestors', 'denials-above'])
      expect(told(described, relation, 'denyPolicies')).toMatchObject({
        keys: ['folders/2', 'folders/1', 'organizations/4'],
        unreadable: [],
      });
  });

  it('without an organization has nothing above it', async () => {
    const context = answering(() => refuse('access_denied'));
    const { relations, unreadable } = await withAbove(context, undefined, { config: {} });
    expect([relations, unreadable, context.asked]).toEqual([[], [], []]);
  });

  it.each([['access_denied'], ['not_found']] as const)(
    'does not know what is logged above it when that is %s',
    async (kind) => {
      const described = await above({
        'cloudresourcemanager:organizations.getIamPolicy': () => refuse(kind),
      });
      expect(told(described, 'ancestors', 'auditConfigs')).toEqual({
        keys: [],
        values: [],
        unreadable: [`@ancestors ${kind}`],
      });
      expect(told(described, 'denials-above', 'denyPolicies').keys).toHaveLength(3);
    },
  );

  it('knows nothing of what is above a folder that it may not see, but what its own roles give', async () => {
    const described = await above(
      {
        'cloudresourcemanager:folders.get': () => refuse('access_denied'),
        'iam:organizations.roles.get': () => ({ includedPermissions: ['iam.roles.get'] }),
      },
      { config: roleIn('organizations/4/roles/r') },
    );
    expect(told(described, 'custom-roles', 'includedPermissions')).toEqual({
      keys: ['organizations/4/roles/r'],
      values: [['iam.roles.get']],
      unreadable: ['@ancestors access_denied', '@denials-above access_denied'],
    });
  });

  it('is not looked at any more when the run has ended', async () => {
    const ended = above({ 'cloudresourcemanager:folders.get': () => refuse('canceled') });
    await expect(ended).rejects.toMatchObject({ failure: { class: 'canceled' } });
  });

  it('in a circle of folders ends nevertheless', async () => {
    const described = await above({ 'cloudresourcemanager:folders.get': () => ({ parent: 'folders/2' }) });
    expect(told(described, 'ancestors', 'auditConfigs').keys).toHaveLength(12);
  });
});

describe('deny policies above', () => {
  const rules = [{ denyRule: { deniedPermissions: ['iam.googleapis.com/roles.update'] } }];

  it('are related by what they deny, and nothing that moves', async () => {
    const described = await above({
      'iam:policies.listPolicies': ({ parent }) =>
        parent === onOrganization ? { policies: [{ name: 'b' }, { name: 'a' }] } : {},
      'iam:policies.get': ({ name }) =>
        name === 'a' ? denyPolicy({ name, rules }) : denyPolicy({ name: 'b' }),
    });
    expect(told(described, 'denials-above', 'denyPolicies').values).toEqual([
      [],
      [],
      [
        { name: 'a', rules },
        { name: 'b', rules: [] },
      ],
    ]);
  });

  it('are unknown when one of them may not be read', async () => {
    const described = await above({
      'iam:policies.listPolicies': () => ({ policies: [{ name: 'a' }] }),
      'iam:policies.get': () => refuse('access_denied'),
    });
    expect(told(described, 'denials-above', 'denyPolicies')).toEqual({
      keys: [],
      values: [],
      unreadable: ['@denials-above access_denied'],
    });
  });
});

describe('custom roles of the organization', () => {
  const role = 'organizations/4/roles/r';

  it.each<[string, JsonObject | 'not_found', JsonObject[string]]>([
    ['with permissions', { includedPermissions: ['b.c.d', 'a.b.c'] }, ['a.b.c', 'b.c.d']],
    ['without any', {}, []],
    ['that are deleted', { deleted: true, includedPermissions: ['a.b.c'] }, []],
    ['that are gone', 'not_found', []],
  ])('%s', async (_, answer, permissions) => {
    const get = () => (answer === 'not_found' ? refuse('not_found') : answer);
    const described = await above({ 'iam:organizations.roles.get': get }, { config: roleIn(role) });
    expect(told(described, 'custom-roles', 'includedPermissions')).toEqual({
      keys: [role],
      values: [permissions],
      unreadable: [],
    });
  });

  it.each([['projects/p/roles/r'], ['roles/owner']])('%s is none', async (name) => {
    const described = await above({}, { config: roleIn(name) });
    expect(told(described, 'custom-roles', 'name').keys).toEqual([]);
  });

  it('are unknown when they may not be read', async () => {
    const get = () => refuse('access_denied');
    const described = await above({ 'iam:organizations.roles.get': get }, { config: roleIn(role) });
    expect(told(described, 'custom-roles', 'name').unreadable).toEqual(['@custom-roles access_denied']);
  });

  it('are unknown when the policy is', async () => {
    const unreadable = [{ path: '/iamPolicy', class: 'access_denied' as const, message: 'no' }];
    const described = await withAbove(
      answering(() => ({})),
      undefined,
      { config: {}, unreadable },
    );
    expect(described.unreadable?.map(({ path }) => path)).toEqual(['/iamPolicy', '@custom-roles']);
  });
});

it('what lies above many projects is read once for all that were found together', async () => {
  const keys: string[] = [];
  const context = answering((operation, input) => parents[operation]?.(input) ?? {});
  await withAbove(
    {
      ...context,
      shared: (key, load, among) => {
        keys.push(`${key} ${among}`);
        return load();
      },
    },
    'folders/2',
    { config: roleIn('organizations/4/roles/r') },
  );
  expect(keys).toHaveLength(9);
  expect(keys.every((key) => key.endsWith('accounts-found-together'))).toBe(true);
});
