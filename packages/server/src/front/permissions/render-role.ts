/** The least-privilege role of an account type as a text, in the form in which it is to be created. */
import { type AccountType, type RoleFormat, type RoleText, roleFormats } from '@security-monkey/sdk';
import type { Registry } from '../../engine/registry.ts';
import { CodedError } from '../../errors/coded-error.ts';

/** The forms that there are for an account type. */
export function roleFormatsOf(registry: Registry, type: AccountType): readonly RoleFormat[] {
  const roles = rolesOf(registry, type);
  return roleFormats.filter((format) => roles[format] !== undefined);
}

export type RoleQuestion = {
  readonly type: AccountType;
  readonly permissions: readonly string[];
  readonly format: RoleFormat;
};

/** @throws CodedError format_unknown */
export function renderRole(registry: Registry, { type, permissions, format }: RoleQuestion): string {
  const role = rolesOf(registry, type)[format];
  if (role !== undefined) return role(permissions);
  const hint = `It is given as ${roleFormatsOf(registry, type).join(', ')}.`;
  throw new CodedError('format_unknown', { type: type.id, format, hint });
}

const plainList: RoleText = (permissions) => JSON.stringify({ permissions }, null, 2);

/** Its own, or those of the nearest type that it extends and that has some. */
function rolesOf(registry: Registry, type: AccountType): NonNullable<AccountType['roles']> {
  const extended = registry.extendedBy(type.id).map((id) => registry.accountType(id)?.roles);
  return [type.roles, ...extended].find((roles) => roles !== undefined) ?? { json: plainList };
}
