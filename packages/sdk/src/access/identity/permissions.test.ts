/** What the layers above an identity leave of its permissions, and what is told of them beside the judge's answers. */
import { expect, it } from 'vitest';
import { parsePolicy } from '../policy/parse-policy.ts';
import type { PolicyDocument } from '../policy/statement.ts';
import { isAdministrator } from './administration.ts';
import { effectivePermissions, type IdentityPolicies } from './effective-permissions.ts';
import { exfiltrations } from './exfiltration.ts';
import { findEscalations } from './find-escalations.ts';
import { passedRoles } from './pass-role.ts';
import { mutableServices } from './sensitive-services.ts';

const now = Date.parse('2026-06-01T00:00:00Z');

function policies(...statements: readonly object[]): readonly PolicyDocument[] {
  const Statement = statements.map((statement) => ({ Effect: 'Allow', Resource: '*', ...statement }));
  const read = parsePolicy({ Version: '2012-10-17', Statement }, { principal: 'optional' });
  return read === undefined ? [] : [read];
}

const everything = policies({ Action: '*' });
const deny = (...statements: readonly object[]) =>
  policies(...statements.map((statement) => ({ Effect: 'Deny', ...statement })));
const permissionsOf = (layers: IdentityPolicies) => effectivePermissions(layers, now);
const pathsOf = (layers: IdentityPolicies) =>
  findEscalations(permissionsOf(layers)).map(({ path }) => path.id);

it('no layer above takes nothing away', () => {
  expect(isAdministrator(permissionsOf({ attached: everything }))).toBe(true);
});

it.each([
  ['a boundary that allows reading', { boundaries: policies({ Action: 's3:Get*' }) }],
  ['one of two boundaries', { boundaries: [...everything, ...policies({ Action: 's3:Get*' })] }],
  ['a level of the organisation that allows nothing', { serviceControl: [everything, []] }],
  ['a Deny of the organisation', { serviceControl: [[...everything, ...deny({ Action: 'iam:*' })]] }],
  ['a Deny over every resource', { resourceControl: deny({ Action: 'iam:*', Principal: '*' }) }],
])('%s ends administration', (_name, layers) => {
  expect(isAdministrator(permissionsOf({ attached: everything, ...layers }))).toBe(false);
});

it.each([
  [
    'two policies of a level that allow together',
    { serviceControl: [[...policies({ Action: 'iam:*' }), ...everything]] },
  ],
  [
    'a Deny over the resources for one principal',
    { resourceControl: deny({ Action: 'iam:*', Principal: { AWS: '404142434445' } }) },
  ],
])('%s leaves administration', (_name, layers) => {
  expect(isAdministrator(permissionsOf({ attached: everything, ...layers }))).toBe(true);
});

it('a path needs what the identity and its boundary both reach', () => {
  const attached = policies({ Action: 'iam:PutRolePolicy', Resource: 'arn:aws:iam::*:role/web-*' });
  const within = (Resource: string) => ({ attached, boundaries: policies({ Action: 'iam:*', Resource }) });
  expect(pathsOf(within('arn:aws:iam::*:role/web-blue'))).toEqual(['policy-inline-role']);
  expect(pathsOf(within('arn:aws:iam::*:role/db-*'))).toEqual([]);
});

it('a boundary counts however many resources there are', () => {
  const roles = (name: string, count: number) =>
    Array.from({ length: count }, (_, at) => `arn:aws:iam::*:role/${name}-${at}`);
  const change = (Resource: readonly string[]) => policies({ Action: 'iam:PutRolePolicy', Resource });
  const attached = change(roles('web', 300));
  expect(pathsOf({ attached, boundaries: change(roles('db', 50)) })).toEqual([]);
  expect(pathsOf({ attached, boundaries: change(roles('web', 50)) })).toEqual(['policy-inline-role']);
});

it('what only denies allows nothing', () => {
  const denying = [...everything, ...deny({ Action: 'iam:PutRolePolicy' })];
  const attached = policies({ Action: ['iam:PutRolePolicy', 'iam:PutUserPolicy'] });
  expect(pathsOf({ attached: [], denying })).toEqual([]);
  expect(pathsOf({ attached, denying })).toEqual(['policy-inline-user']);
});

it('a path comes with the statements and resources that make it', () => {
  const attached = [
    ...policies({ Action: 's3:*' }, { Action: 'iam:Pass*', Resource: 'arn:aws:iam::*:role/web-*' }),
    ...policies({ Action: 'ec2:Run*' }),
  ];
  const witnesses = findEscalations(permissionsOf({ attached }));
  expect(witnesses.map(({ path, uses }) => [path.id, uses])).toEqual([
    [
      'pass-ec2-instance',
      [
        {
          action: 'iam:PassRole',
          from: { policy: 0, statement: 1 },
          resources: ['arn:aws:iam::*:role/web-*'],
        },
        { action: 'ec2:RunInstances', from: { policy: 1, statement: 0 }, resources: ['*'] },
      ],
    ],
  ]);
});

it('the roles that may be passed', () => {
  const some = policies(
    { Action: 'iam:PassRole', Resource: ['arn:aws:iam::*:role/web-*', 'arn:aws:iam::*:user/web'] },
    { Action: 'iam:PassRole', Resource: 'arn:aws:iam::*:role/aws-service-role/*' },
  );
  const { isEveryRole, grants } = passedRoles(permissionsOf({ attached: some }));
  expect(isEveryRole).toBe(false);
  expect(grants.map(({ within }) => within.map(({ text }) => text))).toEqual([['arn:aws:iam::*:role/web-*']]);
  expect(passedRoles(permissionsOf({ attached: everything })).isEveryRole).toBe(true);
});

it('data that may be carried out', () => {
  const attached = [
    ...policies({ Action: ['s3:Get*', 'ssm:GetParameter'] }),
    ...deny({ Action: 's3:GetObjectVersion' }),
  ];
  expect(exfiltrations(permissionsOf({ attached }))).toEqual(['s3:GetObject', 'ssm:GetParameter']);
});

it('services that guard others, in which something may be changed', () => {
  const attached = policies({ Action: ['kms:Describe*', 'iam:CreateUser', 'cloudtrail:StopLogging'] });
  expect(mutableServices(permissionsOf({ attached }))).toEqual(['cloudtrail', 'iam']);
  expect(mutableServices(permissionsOf({ attached }), ['kms', 's3'])).toEqual([]);
});
