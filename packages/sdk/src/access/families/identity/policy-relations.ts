/** The relations of AWS's identities by which policies come to them, in the shapes that their watchers report. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../json/value.ts';
import type { PolicyRelation } from './identity-target.ts';

/** Managed policies attached to a user, role or group: `{ PolicyName, Document }`. */
export const attachedPolicies: PolicyRelation = {
  relation: 'attached-policies',
  documentsOf: ({ Document }) => [Document],
  exampleItem: (document) => ({
    technology: 'aws.iam-policy',
    key: 'arn:aws:iam::111122223333:policy/attached',
    value: { PolicyName: 'attached', Document: document },
  }),
};

/** Groups of a user, with all that they grant: `{ GroupName, InlinePolicies: [{ Document }], AttachedPolicies: [{ PolicyArn, Document }] }`. */
export const groupPolicies: PolicyRelation = {
  relation: 'groups',
  documentsOf: ({ InlinePolicies, AttachedPolicies }) => [
    ...documentsIn(InlinePolicies),
    ...documentsIn(AttachedPolicies),
  ],
  exampleItem: (document) => ({
    technology: 'aws.iam-group',
    key: 'arn:aws:iam::111122223333:group/crew',
    value: {
      GroupName: 'crew',
      InlinePolicies: [{ PolicyName: 'crew', Document: document }],
      AttachedPolicies: [],
    },
  }),
};

/** The permissions boundary of a user or role: `{ PolicyArn, Document }`. */
export const permissionsBoundary: PolicyRelation = {
  relation: 'boundary',
  documentsOf: ({ Document }) => [Document],
  exampleItem: (document) => ({
    technology: 'aws.iam-policy',
    key: 'arn:aws:iam::111122223333:policy/boundary',
    value: { PolicyArn: 'arn:aws:iam::111122223333:policy/boundary', Document: document },
  }),
};

/** Inline policies come as AWS lists them, with `PolicyDocument`, or with `Document` as managed ones do. */
function documentsIn(list: JsonValue | undefined): readonly unknown[] {
  if (!isList(list)) throw new TypeError('a group without its list of policies');
  return list.map((policy) => {
    const read: JsonObject = isJsonObject(policy) ? policy : {};
    return read['Document'] ?? read['PolicyDocument'];
  });
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}
