/** Examples of what deny policies take away, and of what custom roles of the organization give, for what lies below it. */
import { gcpExampleWorld, type JsonObject, type MemberExample, type MemberRule } from '@security-monkey/sdk';
import { aboveRelations } from '../ancestors.ts';

type Examples = Pick<MemberRule, 'good' | 'bad'>;
type Related = NonNullable<MemberExample['related']>[string];

const organization = '//cloudresourcemanager.googleapis.com/organizations/424242424242';
const role = 'organizations/424242424242/roles/releaser';
const person = 'user:kim@acme.example';
const other = 'user:lee@acme.example';
const everyone = 'principalSet://goog/public:all';
const subject = (member: string) => `principal://goog/subject/${member.replace('user:', '')}`;

const unreadable: Related = { items: [], complete: false };

function denials(...rules: readonly JsonObject[]): Related {
  const value = { denyPolicies: [{ name: 'p', rules: rules.map((denyRule) => ({ denyRule })) }] };
  return { items: [{ technology: 'gcp.organization', key: organization, value }], complete: true };
}

function roles(...includedPermissions: readonly string[]): Related {
  const value = { name: role, includedPermissions };
  return {
    items: [{ technology: 'gcp.organization', key: `//iam.googleapis.com/${role}`, value }],
    complete: true,
  };
}

function below(from: { readonly denials?: Related; readonly roles?: Related }) {
  return {
    world: gcpExampleWorld,
    related: {
      [aboveRelations.denials]: from.denials ?? denials(),
      [aboveRelations.roles]: from.roles ?? { items: [], complete: true },
    },
  };
}

/** Rules of deny policies name permissions as `deniable`; a predefined role and a permission give `permission`. */
function examplesFromAbove(given: {
  readonly predefined: string;
  readonly permission: string;
  readonly deniable: string;
}): Examples {
  const { predefined, permission, deniable } = given;
  const takenFrom = (...deniedPrincipals: readonly string[]): JsonObject => ({
    deniedPrincipals,
    deniedPermissions: [deniable],
  });
  const byPredefined = [{ role: predefined, member: person }];
  const byCustom = [{ role, member: person }];
  return {
    good: [
      {
        name: 'a predefined role whose permissions are denied to everyone above',
        ...below({ denials: denials({ ...takenFrom(everyone), deniedPermissions: [familyOf(deniable)] }) }),
        grants: byPredefined,
      },
      {
        name: 'a custom role of the organization, denied to that person above',
        ...below({ denials: denials(takenFrom(subject(person))), roles: roles('iam.roles.get', permission) }),
        grants: byCustom,
      },
      {
        name: 'a custom role of the organization that gives something else',
        ...below({ roles: roles('iam.roles.get') }),
        grants: byCustom,
      },
    ],
    bad: [
      {
        name: 'a custom role of the organization',
        ...below({ roles: roles('iam.roles.get', permission) }),
        grants: byCustom,
        reports: [person],
      },
      {
        name: 'a custom role of the organization, denied to somebody else above',
        ...below({ denials: denials(takenFrom(subject(other))), roles: roles(permission) }),
        grants: byCustom,
        reports: [person],
      },
      {
        name: 'a predefined role, denied above to everyone but that person',
        ...below({ denials: denials({ ...takenFrom(everyone), exceptionPrincipals: [subject(person)] }) }),
        grants: byPredefined,
        reports: [person],
      },
      {
        name: 'a predefined role, while nobody may read what is denied above',
        ...below({ denials: unreadable }),
        grants: byPredefined,
        reports: [person],
      },
    ],
  };
}

/** `iam.googleapis.com/roles.*` of `iam.googleapis.com/roles.update`. */
function familyOf(deniable: string): string {
  return `${deniable.slice(0, deniable.lastIndexOf('.'))}.*`;
}

export const impersonationFromAbove: Examples = examplesFromAbove({
  predefined: 'roles/iam.serviceAccountTokenCreator',
  permission: 'iam.serviceAccounts.signBlob',
  deniable: 'iam.googleapis.com/serviceAccounts.signBlob',
});

export const escalationFromAbove: Examples = examplesFromAbove({
  predefined: 'roles/iam.roleAdmin',
  permission: 'iam.roles.update',
  deniable: 'iam.googleapis.com/roles.update',
});
