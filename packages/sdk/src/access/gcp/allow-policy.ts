/** What the bindings of one allow policy mean, each by itself and together. */
import type { LiveBinding } from './binding.ts';
import { type Member, mailIn, parseMember } from './member.ts';
import { isOutside, type Organization } from './organization.ts';
import {
  impersonates,
  isAdminRole,
  isBasicRole,
  isImpersonationRole,
  isKeyUserRole,
  isServiceAgentRole,
} from './role.ts';
import { isDefaultServiceAccount } from './service-account.ts';

/** A member of a binding that grants. */
export type Grant = {
  readonly role: string;
  /** As written. */
  readonly written: string;
  readonly member: Member;
  readonly isConditional: boolean;
  /** The JSON pointer of the binding. */
  readonly at: string;
};

/** Each member of each binding. */
export function grantsOf(bindings: readonly LiveBinding[]): readonly Grant[] {
  return bindings.flatMap(({ at, role, members, isConditional }) =>
    members.map((written) => ({ role, written, member: parseMember(written), isConditional, at })),
  );
}

export function isPublic({ member }: Grant): boolean {
  return member.kind === 'anyone';
}

/** Without an organisation nobody is known to be outside of it but everybody. */
export function isExternal({ member }: Grant, organization: Organization | undefined): boolean {
  return organization === undefined ? member.kind === 'anyone' : isOutside(member, organization);
}

export function isOfBasicRole({ role }: Grant): boolean {
  return isBasicRole(role);
}

/**
 * Whether the grant lets act as service accounts. Google's own agents need that for their work.
 * `permissionsOf`: the permissions of custom roles by the role's name.
 */
export function isImpersonation(
  { role, member }: Grant,
  permissionsOf: ReadonlyMap<string, readonly string[]> = new Map(),
): boolean {
  const isWiring = isServiceAgentRole(role) && makerOf(member) !== undefined && makerOf(member) !== 'user';
  if (isWiring) return false;
  return isImpersonationRole(role) || impersonates(permissionsOf.get(role) ?? []);
}

/** Whether it gives an admin role, to the member that is asked about or to anybody. */
export function isOfAdminRole({ role, written }: Grant, asked: string | undefined): boolean {
  return isAdminRole(role) && (asked === undefined || asked === written);
}

/** Whether a service account that users made holds an admin role. */
export function isAdminServiceAccount({ role, member }: Grant): boolean {
  return isAdminRole(role) && (member.kind === 'workload' || makerOf(member) === 'user');
}

/** Whether it is an address of Google's service for everybody. */
export function isConsumerAccount({ member, written }: Grant): boolean {
  return member.kind !== 'deleted' && /(?:^|@)(?:gmail|googlemail)\.com$/.test(mailIn(written));
}

export function isOfDefaultServiceAccount({ member, written }: Grant): boolean {
  return member.kind !== 'deleted' && isDefaultServiceAccount(mailIn(written));
}

/** Whether one member both administers the keys of Cloud KMS and uses them. */
export function mixesKeyDuties(grants: readonly Grant[]): boolean {
  return mixes(grants, (role) => role === 'roles/cloudkms.admin', isKeyUserRole);
}

/** Whether one member both administers service accounts and acts as them. */
export function mixesServiceAccountDuties(grants: readonly Grant[]): boolean {
  return mixes(
    grants,
    (role) => role === 'roles/iam.serviceAccountAdmin',
    (role) => role === 'roles/iam.serviceAccountUser',
  );
}

/** Undefined for what is no service account. A service account of unknown form is taken for one of users. */
function makerOf(member: Member): 'user' | 'default' | 'agent' | undefined {
  return member.kind === 'service-account' ? (member.account?.maker ?? 'user') : undefined;
}

function mixes(
  grants: readonly Grant[],
  isOne: (role: string) => boolean,
  isOther: (role: string) => boolean,
): boolean {
  const holders = new Set(grants.filter(({ role }) => isOne(role)).map(holderOf));
  return grants.some((grant) => isOther(grant.role) && holders.has(holderOf(grant)));
}

/** The same mail in other letters is the same member. */
function holderOf({ written }: Grant): string {
  return written.toLowerCase();
}
