/** Checks of whom an allow policy lets in, one for each way in which a member can stand to the owner. */
import type { z } from 'zod';
import type { World } from '../../../define/check.ts';
import type { AllowPolicyTarget, ExampleGrant } from './allow-policy-target.ts';
import { type MemberExample, type MemberRule, memberCheck } from './member-check.ts';
import { isOfThirdParty, isStranger } from './members-of-world.ts';

export type AllowPolicyCheckKind = 'public' | 'unknown-member' | 'third-party-member';

type Rule = Pick<MemberRule, 'score' | 'category' | 'title' | 'why' | 'fix' | 'message' | 'isMeant'>;

const rules: Readonly<Record<AllowPolicyCheckKind, Rule>> = {
  public: {
    score: 10,
    category: 'internet-accessible',
    title: 'The policy lets everyone in',
    why: 'A role on the {noun} is given to everyone, or to everyone with a Google account, which anybody can get. Conditions on the time or on the resource hold nobody back.',
    fix: 'Take allUsers and allAuthenticatedUsers out of the policy, and name the people, groups or service accounts that need the role. The organization policy iam.allowedPolicyMemberDomains keeps it so.',
    message: '{who} may act by {roles}',
    isMeant: ({ member }) => member.kind === 'anyone',
  },
  'unknown-member': {
    score: 10,
    category: 'unknown-access',
    title: 'The policy lets strangers in',
    why: 'The domain, project or identity pool of the member is on nobody’s record here, so nobody can say who is behind it. Domains of ours are those of the organizations that are watched and those of the option domains; while none is known, of people only those with an address that anybody can get are told.',
    fix: 'Find out whose it is. Add the project as one of ours or as a third party, or the domain to the option, or remove the member from the policy.',
    message: '{who} is on nobody’s record and may act by {roles}',
    isMeant: isStranger,
  },
  'third-party-member': {
    score: 0,
    category: 'third-party-cross-account',
    title: 'The policy lets a third party in',
    why: 'The project or organization is known, but it is not ours: what it may do here should be on record and looked at from time to time.',
    fix: 'Check that it is wanted, and that the role is no wider than they need.',
    message: '{who} is of a third party and may act by {roles}',
    isMeant: isOfThirdParty,
  },
};

/** Whose is whose in examples: the organization of acme.example with the project acme-web, and a vendor. */
export const gcpExampleWorld: World = {
  accounts: [
    {
      type: 'gcp-organization',
      identifier: '424242424242',
      name: 'acme',
      thirdParty: false,
      aliases: ['acme.example'],
    },
    { type: 'gcp', identifier: 'acme-web', name: 'web', thirdParty: false, aliases: ['123456789012'] },
    { type: 'gcp', identifier: 'vendor-app', name: 'vendor', thirdParty: true, aliases: ['555555555555'] },
  ],
  organizations: ['424242424242'],
  networks: [],
};

const ours = 'serviceAccount:web@acme-web.iam.gserviceaccount.com';
const vendor = 'serviceAccount:app@vendor-app.iam.gserviceaccount.com';
const stranger = 'serviceAccount:app@nobody-knows.iam.gserviceaccount.com';
const ended = 'request.time < timestamp("2025-12-31T00:00:00Z")';
const running = 'request.time < timestamp("2026-12-31T00:00:00Z")';

type Example = { readonly name: string; readonly member: string; readonly condition?: string };

const good: Readonly<Record<AllowPolicyCheckKind, readonly Example[]>> = {
  public: [
    { name: 'a service account of ours', member: ours },
    { name: 'a service account that nobody knows', member: stranger },
    { name: 'everyone until a day that is over', member: 'allUsers', condition: ended },
  ],
  'unknown-member': [
    { name: 'a person of our domain', member: 'user:kim@acme.example' },
    { name: 'a service account of ours', member: ours },
    { name: 'a service account of a third party', member: vendor },
    { name: 'a deleted person', member: 'deleted:user:old@elsewhere.example?uid=123456789012345678901' },
    {
      name: 'an agent of Google for our project',
      member: 'serviceAccount:service-123456789012@compute-system.iam.gserviceaccount.com',
    },
    { name: 'everyone, which another check tells', member: 'allUsers' },
  ],
  'third-party-member': [
    { name: 'a service account of ours', member: ours },
    { name: 'a service account that nobody knows', member: stranger },
  ],
};

const bad: Readonly<Record<AllowPolicyCheckKind, readonly Example[]>> = {
  public: [
    { name: 'everyone', member: 'allUsers' },
    { name: 'everyone with a Google account', member: 'allAuthenticatedUsers' },
    { name: 'everyone until a day that is to come', member: 'allUsers', condition: running },
  ],
  'unknown-member': [
    { name: 'a service account that nobody knows', member: stranger },
    { name: 'a person of another domain', member: 'user:lee@elsewhere.example' },
    { name: 'a whole domain', member: 'domain:elsewhere.example' },
    {
      name: 'an agent of Google for a project that nobody knows',
      member: 'serviceAccount:service-999999999999@compute-system.iam.gserviceaccount.com',
    },
  ],
  'third-party-member': [{ name: 'a service account of it', member: vendor }],
};

/** What a kind of resource adds to the check. */
export type MoreOfCheck = Partial<Pick<MemberRule, 'fix' | 'frameworks' | 'good' | 'bad'>>;

/** A check that reports every member of that kind that holds a role. */
export function allowPolicyCheck<Schema extends z.ZodType>(
  kind: AllowPolicyCheckKind,
  target: AllowPolicyTarget<Schema>,
  { fix, frameworks = {}, good: moreGood = [], bad: moreBad = [] }: MoreOfCheck = {},
) {
  const { why, ...rule } = rules[kind];
  const example = ({ name, ...grant }: Example): MemberExample => ({
    name,
    world: gcpExampleWorld,
    grants: [{ role: target.role, ...grant } satisfies ExampleGrant],
  });
  const optional = kind === 'unknown-member' ? withoutDomains(target.role) : { good: [], bad: [] };
  return memberCheck(target, {
    ...rule,
    name: `${target.name}-${kind}`,
    why: why.replaceAll('{noun}', target.noun),
    ...(fix !== undefined && { fix }),
    links: ['https://cloud.google.com/iam/docs/principal-identifiers'],
    frameworks,
    good: [...good[kind].map(example), ...optional.good, ...moreGood],
    bad: [
      ...bad[kind].map((one) => ({ ...example(one), reports: [one.member] })),
      ...optional.bad,
      ...moreBad,
    ],
  });
}

/** What the option adds, and what is told while no domain is known. */
function withoutDomains(role: string): Pick<MemberRule, 'good' | 'bad'> {
  const grants = (member: string) => [{ role, member }];
  return {
    good: [
      {
        name: 'a person of a domain that the option names',
        world: gcpExampleWorld,
        options: { domains: ['sister.example'] },
        grants: grants('user:lee@sister.example'),
      },
      { name: 'a person, while no domain of ours is known', grants: grants('user:lee@elsewhere.example') },
    ],
    bad: [
      {
        name: 'an address that anybody can get, while no domain of ours is known',
        grants: grants('user:kim.of.acme@gmail.com'),
        reports: ['user:kim.of.acme@gmail.com'],
      },
    ],
  };
}
