/** Grants by inheritance, less what deny policies and boundaries take away. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Boundary, isEligible } from './access-boundary.ts';
import { readBindings } from './binding.ts';
import { readDenyPolicies } from './deny-policy.ts';
import { effectiveAccess } from './effective-access.ts';

const now = Date.parse('2026-06-01T00:00:00Z');
const circumstances = { now };
const permissionsOf = new Map([
  ['roles/x.reader', ['iam.roles.get', 'iam.roles.list']],
  ['roles/x.writer', ['iam.roles.get', 'iam.roles.delete']],
]);

type Denial = Readonly<Record<string, unknown>>;

function level(resource: string, bindings: readonly unknown[], denies: readonly Denial[] = []) {
  return {
    resource,
    bindings: readBindings(bindings, '').rules,
    denies: readDenyPolicies([{ rules: denies.map((denyRule) => ({ denyRule })) }], '').rules,
  };
}

/** Each grant as `member: permissions`. */
function access(levels: readonly ReturnType<typeof level>[]): readonly string[] {
  return effectiveAccess({ levels, circumstances, permissionsOf }).map(
    ({ written, permissions }) => `${written}: ${permissions?.join(' ') ?? 'role'}`,
  );
}

const everyone = 'principalSet://goog/public:all';
const reading = { role: 'roles/x.reader', members: ['user:ada@nest.example'] };
const deny = (fields: Denial) => ({ deniedPrincipals: [everyone], deniedPermissions: ['*'], ...fields });

describe('inheritance', () => {
  test('grants of all levels add up, each with where it comes from', () => {
    const levels = [
      level('organizations/1', [reading]),
      level('folders/2', [{ role: 'roles/x.writer', members: ['group:ops@nest.example'] }]),
      level('projects/3', []),
    ];
    const grants = effectiveAccess({ levels, circumstances, permissionsOf });
    expect(grants.map(({ from, written }) => `${from} ${written}`)).toEqual([
      'organizations/1 user:ada@nest.example',
      'folders/2 group:ops@nest.example',
    ]);
  });

  test('a grant by a condition that nobody can decide is conditional', () => {
    const condition = { expression: 'resource.name == "x"' };
    const grants = effectiveAccess({
      levels: [level('p', [{ ...reading, condition }])],
      circumstances,
      permissionsOf,
    });
    expect(grants.map(({ isConditional }) => isConditional)).toEqual([true]);
  });
});

describe('deny policies', () => {
  const all = ['user:ada@nest.example: iam.roles.get iam.roles.list'];

  test.each<[string, Denial, readonly string[]]>([
    ['everything from everybody', deny({}), []],
    [
      'one permission',
      deny({ deniedPermissions: ['iam.googleapis.com/roles.list'] }),
      ['user:ada@nest.example: iam.roles.get'],
    ],
    ['a family of permissions', deny({ deniedPermissions: ['iam.googleapis.com/roles.*'] }), []],
    ['permissions of another service', deny({ deniedPermissions: ['storage.googleapis.com/*'] }), all],
    [
      'all but an excepted permission',
      deny({ exceptionPermissions: ['iam.googleapis.com/roles.get'] }),
      ['user:ada@nest.example: iam.roles.get'],
    ],
    [
      'the user in the form of deny policies',
      deny({ deniedPrincipals: ['principal://goog/subject/Ada@nest.example'] }),
      [],
    ],
    ['another user', deny({ deniedPrincipals: ['principal://goog/subject/bo@nest.example'] }), all],
    [
      'a group, of which nobody knows who is in it',
      deny({ deniedPrincipals: ['principalSet://goog/group/ops@nest.example'] }),
      all,
    ],
    [
      'everybody but the user',
      deny({ exceptionPrincipals: ['principal://goog/subject/ada@nest.example'] }),
      all,
    ],
    [
      'everybody but another user',
      deny({ exceptionPrincipals: ['principal://goog/subject/bo@nest.example'] }),
      [],
    ],
    [
      'everybody but a group, in which the user may be',
      deny({ exceptionPrincipals: ['principalSet://goog/group/ops@nest.example'] }),
      all,
    ],
    ['on a condition that holds', deny({ denialCondition: { expression: 'true' } }), []],
    ['on a condition that does not', deny({ denialCondition: { expression: 'false' } }), all],
    [
      'on a condition that nobody can decide',
      deny({ denialCondition: { expression: 'resource.matchTag("a/b", "c")' } }),
      all,
    ],
    ['on a condition that cannot be read', deny({ denialCondition: 'always' }), all],
    ['with exceptions that cannot be read', deny({ exceptionPrincipals: [7] }), all],
  ])('taken from one user: %s', (_, rule, left) => {
    expect(access([level('organizations/1', [], [rule]), level('projects/3', [reading])])).toEqual(left);
  });

  test('of everybody there are left those who are excepted', () => {
    const exceptionPrincipals = ['principalSet://goog/group/ops@nest.example'];
    const levels = [
      level('p', [{ role: 'roles/x.reader', members: ['allUsers'] }], [deny({ exceptionPrincipals })]),
    ];
    expect(access(levels)).toEqual([
      'principalSet://goog/group/ops@nest.example: iam.roles.get iam.roles.list',
    ]);
  });

  test('nothing is taken from a role of unknown permissions', () => {
    const levels = [level('p', [{ role: 'roles/y', members: ['allUsers'] }], [deny({})])];
    expect(access(levels)).toEqual(['allUsers: role']);
  });
});

describe('principal access boundaries', () => {
  const within: Boundary = { target: '//sets/1', resources: ['//folders/2'], condition: undefined };
  const question = { sets: ['//sets/1'], resources: ['//folders/9', '//projects/3'], circumstances };

  test.each<[string, readonly Boundary[], boolean]>([
    ['none', [], true],
    ['one around another folder', [within], false],
    ['one around the folder', [{ ...within, resources: ['//folders/9'] }], true],
    ['one of somebody else', [{ ...within, target: '//sets/2' }], true],
    ['two, one of which is around the project', [within, { ...within, resources: ['//projects/3'] }], true],
    ['one that may not apply', [{ ...within, condition: 'principal.subject == "x"' }], true],
    ['one that does not apply', [{ ...within, condition: 'false' }], true],
    [
      'a second one that may apply',
      [within, { ...within, resources: ['//projects/3'], condition: 'x.y' }],
      true,
    ],
    [
      'a second one that does not apply',
      [within, { ...within, resources: ['//projects/3'], condition: 'false' }],
      false,
    ],
  ])('%s', (_, boundaries, eligible) => {
    expect(isEligible({ ...question, boundaries })).toBe(eligible);
  });

  test('what is not eligible is no access', () => {
    const grants = effectiveAccess({
      levels: [level('p', [reading])],
      circumstances,
      permissionsOf,
      isEligible: (_, permission) => permission !== 'iam.roles.get',
    });
    expect(grants.map(({ permissions }) => permissions)).toEqual([['iam.roles.list']]);
  });
});

describe('laws', () => {
  const member = fc.constantFrom(
    'allUsers',
    'allAuthenticatedUsers',
    'user:ada@nest.example',
    'group:ops@nest.example',
    'serviceAccount:a@nest-1.iam.gserviceaccount.com',
    'principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci/*',
  );
  const expression = fc.constantFrom(
    'true',
    'false',
    'x.y',
    'request.time < timestamp("2026-01-01T00:00:00Z")',
  );
  const binding = fc.record(
    {
      role: fc.constantFrom('roles/x.reader', 'roles/x.writer', 'roles/unknown'),
      members: fc.array(member, { maxLength: 3 }),
      condition: fc.record({ expression }),
    },
    { requiredKeys: ['role', 'members'] },
  );
  const principal = fc.constantFrom(
    everyone,
    'principal://goog/subject/ada@nest.example',
    'principalSet://goog/group/ops@nest.example',
    'principal://iam.googleapis.com/projects/-/serviceAccounts/a@nest-1.iam.gserviceaccount.com',
    'principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci/*',
  );
  const permission = fc.constantFrom('*', 'iam.googleapis.com/roles.*', 'iam.googleapis.com/roles.get');
  const denial = fc.record(
    {
      deniedPrincipals: fc.array(principal, { maxLength: 2 }),
      exceptionPrincipals: fc.array(principal, { maxLength: 1 }),
      deniedPermissions: fc.array(permission, { maxLength: 2 }),
      exceptionPermissions: fc.array(permission, { maxLength: 1 }),
      denialCondition: fc.record({ expression }),
    },
    { requiredKeys: ['deniedPrincipals', 'deniedPermissions'] },
  );
  const bindings = fc.array(binding, { maxLength: 4 });
  const denials = fc.array(denial, { maxLength: 3 });
  const options = { seed: 5_501, numRuns: 1_000 };
  const isOpen = (grants: readonly string[]) => grants.some((grant) => grant.startsWith('all'));

  test('an added binding never closes, an added deny never opens', () => {
    fc.assert(
      fc.property(bindings, denials, fc.tuple(binding, denial), (granted, denied, [grant, rule]) => {
        const before = access([level('p', granted, denied)]);
        const more = access([level('p', [...granted, grant], denied)]);
        const less = access([level('p', granted, [...denied, rule])]);
        expect(more).toEqual(expect.arrayContaining([...before]));
        expect(isOpen(less) && !isOpen(before)).toBe(false);
        expect(less.length).toBeLessThanOrEqual(before.length + denied.length + 1);
      }),
      options,
    );
  });

  test('the order of levels and of denies says nothing', () => {
    fc.assert(
      fc.property(bindings, bindings, denials, (above, below, denied) => {
        const sets = [
          [level('o', above, denied), level('p', below)],
          [level('p', below), level('o', above, denied.toReversed())],
        ].map((levels) =>
          access(levels)
            .filter((grant) => grant.startsWith('all'))
            .toSorted(),
        );
        expect(sets[0]).toEqual(sets[1]);
      }),
      options,
    );
  });
});
