/** The relations by which policies come to a user, role or group. */
import type { JsonObject, Relation, Unreadable } from '@security-monkey/sdk';
import type { AccountDetails } from './account-details.ts';
import { brokenDetails, type GroupDetail } from './details-page.ts';

/** Relations, and those of them that could not be read whole. */
export type Related = { readonly relations: readonly Relation[]; readonly unreadable: readonly Unreadable[] };

type Attached = { readonly PolicyName: string; readonly PolicyArn: string };

/** Managed policies with their documents. One without a document makes the relation unreadable: what it grants is not known. */
export function attachedPolicyRelations(policies: readonly Attached[], details: AccountDetails): Related {
  return together(
    policies.map(({ PolicyName, PolicyArn }) =>
      policyRelation('attached-policies', { arn: PolicyArn, value: { PolicyName } }, details),
    ),
  );
}

export function boundaryRelation(
  boundary: { readonly PermissionsBoundaryArn: string } | undefined,
  details: AccountDetails,
): Related {
  if (boundary === undefined) return together([]);
  const arn = boundary.PermissionsBoundaryArn;
  return policyRelation('boundary', { arn, value: { PolicyArn: arn } }, details);
}

/** The groups of a user with all that they grant. */
export function groupRelations(names: readonly string[], details: AccountDetails): Related {
  return together(
    names.map((name) => {
      const group = details.groups.get(name);
      return group === undefined
        ? unread('groups', `does not hold the group ${name}`)
        : groupRelation(group, details);
    }),
  );
}

/** All of them; each relation that failed is named once. */
export function together(parts: readonly Related[]): Related {
  const unreadable = parts.flatMap((part) => part.unreadable);
  const paths = unreadable.map(({ path }) => path);
  return {
    relations: parts.flatMap((part) => part.relations),
    unreadable: unreadable.filter(({ path }, index) => paths.indexOf(path) === index),
  };
}

function groupRelation(group: GroupDetail, details: AccountDetails): Related {
  const missing = group.AttachedManagedPolicies.find(({ PolicyArn }) => !details.documents.has(PolicyArn));
  if (missing !== undefined) return unread('groups', `has no document of ${missing.PolicyArn}`);
  const value: JsonObject = {
    GroupName: group.GroupName,
    InlinePolicies: group.GroupPolicyList.map(({ PolicyName, PolicyDocument }) => ({
      PolicyName,
      PolicyDocument,
    })),
    AttachedPolicies: group.AttachedManagedPolicies.map(({ PolicyArn }) => ({
      PolicyArn,
      Document: details.documents.get(PolicyArn) ?? null,
    })),
  };
  return {
    relations: [{ name: 'groups', technology: 'aws.iam-group', key: group.Arn, value }],
    unreadable: [],
  };
}

function policyRelation(
  name: string,
  { arn, value }: { readonly arn: string; readonly value: JsonObject },
  { documents }: AccountDetails,
): Related {
  const Document = documents.get(arn);
  if (Document === undefined) return unread(name, `has no document of ${arn}`);
  const relation = { name, technology: 'aws.iam-policy', key: arn, value: { ...value, Document } };
  return { relations: [relation], unreadable: [] };
}

function unread(name: string, what: string): Related {
  return { relations: [], unreadable: [{ path: `@${name}`, ...brokenDetails(what).failure }] };
}
