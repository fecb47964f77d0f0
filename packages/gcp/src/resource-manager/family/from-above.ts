/** What checks of members read of deny policies, and of what lies above a project or folder. */
import { type CheckContext, isJsonObject, type JsonObject, type KnownRole } from '@security-monkey/sdk';
import { aboveRelations } from '../ancestors.ts';
import { customRole } from '../config.ts';

type Related = CheckContext['related'];

/** The relations, as a target names them. */
export const readsAbove = {
  needs: [aboveRelations.denials, aboveRelations.roles],
  customRoles: aboveRelations.roles,
};

type Recorded = Pick<
  CheckContext<{ readonly denyPolicies?: readonly unknown[] | undefined }>,
  'config' | 'isRead'
>;

/** Deny policies of its own. While they may not be read they are not known to take anything away: what is held is told. */
export function ownDenials({ config, isRead }: Recorded): readonly unknown[] {
  return isRead('/denyPolicies') ? (config.denyPolicies ?? []) : [];
}

/** Deny policies of folders and organizations above. What may not be read of them is not known to take anything away. */
export function denialsAbove(related: Related): readonly JsonObject[] {
  return related(aboveRelations.denials)
    .known()
    .flatMap(({ value: { denyPolicies } }) => {
      const list: readonly unknown[] = Array.isArray(denyPolicies) ? denyPolicies : [];
      return list.filter(isJsonObject);
    });
}

/** The custom roles of the organization that the policy gives, as far as they may be read. */
export function rolesAbove(related: Related): readonly (readonly [name: string, role: KnownRole])[] {
  return related(aboveRelations.roles)
    .known()
    .map(({ value }) => {
      const { name, includedPermissions: permissions = [] } = customRole.parse(value);
      return [name, { permissions, at: `@${aboveRelations.roles}` }];
    });
}
