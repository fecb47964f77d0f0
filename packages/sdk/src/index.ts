/** The contract between Security Monkey and its plugins. */
export { type ToldPolicyChange, tellPolicyChanges } from './access/difference/tell-policy-changes.ts';
export * from './access/explain/explain-policy.ts';
export * from './access/facts-version.ts';
export * from './access/families/acl-grant-judge.ts';
export * from './access/families/gcp/allow-policy-check.ts';
export * from './access/families/gcp/allow-policy-target.ts';
export { type HeldRole } from './access/families/gcp/held-roles.ts';
export * from './access/families/gcp/member-check.ts';
export * from './access/families/identity/effective-administrator-check.ts';
export * from './access/families/identity/identity-policy-check.ts';
export * from './access/families/identity/identity-target.ts';
export * from './access/families/identity/policy-relations.ts';
export * from './access/families/identity/privilege-escalation-check.ts';
export * from './access/families/malformed-check.ts';
export * from './access/families/policy-target.ts';
export * from './access/families/resource-policy-check.ts';
export * from './access/families/trust-open-federation-check.ts';
export * from './access/families/trust-target.ts';
export * from './access/families/trust-without-external-id-check.ts';
export {
  isAdminServiceAccount,
  isImpersonation,
  isOfDefaultServiceAccount,
} from './access/gcp/allow-policy.ts';
export { readDatasetBindings } from './access/gcp/dataset-bindings.ts';
export { type EffectiveFirewalls, reachByFirewalls } from './access/gcp/effective-firewalls.ts';
export { escalationsOf } from './access/gcp/escalation.ts';
export {
  impersonates,
  isBasicAdminRole,
  isBasicRole,
  isKeyUserRole,
  isPolicyAdminRole,
} from './access/gcp/role.ts';
export { isDefaultComputeAccount } from './access/gcp/service-account.ts';
export * from './access/judge.ts';
export type { AclGrantee } from './access/s3/acl.ts';
export type { AclGrantVerdict } from './access/s3/acl-grant.ts';
export * from './access/s3/policy-status.ts';
export * from './access/surroundings-of-world.ts';
export * from './arn/arn.ts';
export * from './audit/age.ts';
export * from './audit/judge-finding.ts';
export * from './audit/message.ts';
export * from './audit/parse-config.ts';
export * from './audit/related.ts';
export * from './audit/run-check.ts';
export * from './collect/next-token.ts';
export * from './collect/parse-answer.ts';
export * from './collect/read-parts.ts';
export * from './define/account-type.ts';
export * from './define/account-type-extension.ts';
export * from './define/alerter.ts';
export * from './define/brand.ts';
export * from './define/check.ts';
export * from './define/framework.ts';
export * from './define/is-of-type.ts';
export * from './define/message.ts';
export * from './define/missing-item.ts';
export * from './define/past.ts';
export * from './define/plugin.ts';
export * from './define/watcher.ts';
export * from './define/watcher-reference.ts';
export * from './failure.ts';
export * from './json/canonical.ts';
export * from './json/diff.ts';
export * from './json/guard.ts';
export * from './json/hash.ts';
export * from './json/pointer.ts';
export * from './json/redact.ts';
export { secretKinds } from './json/secret-text.ts';
export * from './json/value.ts';
export * from './net/cidr.ts';
export * from './net/network-codes.ts';
export * from './observation.ts';
export * from './policy/normalize-policy.ts';
