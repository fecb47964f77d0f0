/** Whose members are, by the accounts that are configured. */
import { describe, expect, it } from 'vitest';
import type { World, WorldAccount } from '../../../define/check.ts';
import { grantsOf } from '../../gcp/allow-policy.ts';
import { isOfThirdParty, isStranger, membersOfWorld } from './members-of-world.ts';

const account = (type: string, identifier: string, more: Partial<WorldAccount> = {}): WorldAccount => ({
  type,
  identifier,
  name: identifier,
  thirdParty: false,
  aliases: [],
  ...more,
});

const world = (...accounts: readonly WorldAccount[]): World => ({
  accounts,
  organizations: [],
  networks: [],
});

const acme = world(
  account('gcp-organization', '424242424242', { aliases: ['Acme.example', 'C01234567'] }),
  account('gcp', 'acme-web', { aliases: ['123456789012'] }),
  account('house-gcp', 'acme-lab', { extends: ['gcp'] }),
  account('gcp', 'vendor-app', { thirdParty: true }),
  account('gcp-organization', '515151515151', { thirdParty: true, aliases: ['vendor.example'] }),
  account('aws', 'aws-only'),
);

function standing(member: string, where: World = acme, domains: readonly string[] = []) {
  const [held] = grantsOf([
    { at: '/0', role: 'roles/viewer', members: [member], condition: undefined, isConditional: false },
  ]);
  if (held === undefined) throw new Error('one member is one grant');
  const known = membersOfWorld(where, { account: 'acme-web', domains });
  if (isOfThirdParty(held, known)) return 'third party';
  return isStranger(held, known) ? 'stranger' : 'ours';
}

const ofProject = (project: string) => `serviceAccount:a@${project}.iam.gserviceaccount.com`;

describe('a member is', () => {
  it.each([
    ['user:kim@acme.example', 'ours'],
    ['user:kim@ACME.example', 'ours'],
    ['domain:acme.example', 'ours'],
    ['user:kim@lab.acme.example', 'stranger'],
    ['user:kim@gmail.com', 'stranger'],
    ['group:all@vendor.example', 'third party'],
    [ofProject('acme-web'), 'ours'],
    [ofProject('acme-lab'), 'ours'],
    [ofProject('vendor-app'), 'third party'],
    [ofProject('aws-only'), 'stranger'],
    ['projectOwner:acme-web', 'ours'],
    ['projectOwner:nobody-knows', 'stranger'],
    ['serviceAccount:123456789012@cloudservices.gserviceaccount.com', 'ours'],
    ['serviceAccount:999999999999@cloudservices.gserviceaccount.com', 'stranger'],
    ['serviceAccount:cloud-build@system.gserviceaccount.com', 'ours'],
    ['principal://iam.googleapis.com/locations/global/workforcePools/staff/subject/kim', 'stranger'],
    [
      'principalSet://iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/ci/*',
      'ours',
    ],
    ['deleted:user:old@elsewhere.example?uid=1', 'ours'],
    ['allUsers', 'ours'],
  ])('%s: %s', (member, expected) => {
    expect(standing(member)).toBe(expected);
  });
});

describe('while no domain of ours is known', () => {
  const alone = world(account('gcp', 'acme-web'));

  it.each([
    ['a person of any company is nobody’s guess', 'user:kim@acme.example', 'ours'],
    ['an address that anybody can get is a stranger’s', 'user:kim@gmail.com', 'stranger'],
    ['a project that nobody knows is a stranger’s', ofProject('nobody-knows'), 'stranger'],
  ])('%s', (_name, member, expected) => {
    expect(standing(member, alone)).toBe(expected);
  });

  it('those of an option count', () => {
    expect(standing('user:kim@acme.example', alone, ['acme.example'])).toBe('ours');
    expect(standing('user:kim@elsewhere.example', alone, ['acme.example'])).toBe('stranger');
  });
});
