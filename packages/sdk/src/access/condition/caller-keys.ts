/** The condition keys that say who calls or from where, and of what sort their values are. */

export type CallerKeySort =
  | 'organization'
  | 'organization-path'
  | 'account'
  | 'arn'
  | 'vpc'
  | 'endpoint'
  | 'network'
  | 'user-id'
  | 'is-service'
  | 'service'
  | 'mount-target';

/**
 * Keys that are not listed say nothing of the caller's identity: what the caller chooses (referer, user agent), what
 * describes the resource, the time, the transport, tags.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export const callerKeys: ReadonlyMap<string, CallerKeySort> = new Map<string, CallerKeySort>([
  ['aws:principalorgid', 'organization'],
  ['aws:sourceorgid', 'organization'],
  ['aws:vpceorgid', 'organization'],
  ['aws:principalorgpaths', 'organization-path'],
  ['aws:sourceorgpaths', 'organization-path'],
  ['aws:vpceorgpaths', 'organization-path'],
  ['aws:principalaccount', 'account'],
  ['aws:sourceaccount', 'account'],
  ['aws:sourceowner', 'account'],
  ['aws:vpceaccount', 'account'],
  ['kms:calleraccount', 'account'],
  ['s3:dataaccesspointaccount', 'account'],
  ['aws:principalarn', 'arn'],
  ['aws:sourcearn', 'arn'],
  ['aws:sourcevpcarn', 'arn'],
  ['s3:dataaccesspointarn', 'arn'],
  ['lambda:sourcefunctionarn', 'arn'],
  ['ec2:sourceinstancearn', 'arn'],
  ['aws:sourcevpc', 'vpc'],
  ['aws:sourcevpce', 'endpoint'],
  ['aws:sourceip', 'network'],
  ['aws:userid', 'user-id'],
  ['aws:principalisawsservice', 'is-service'],
  ['aws:principalservicename', 'service'],
  ['aws:principalservicenameslist', 'service'],
  ['elasticfilesystem:accessedviamounttarget', 'mount-target'],
]);

/** Whether the key holds an account, an organisation or an ARN: what keeps a service from being driven by a stranger. */
export function namesSource(key: string): boolean {
  return /(?:account|accountid|owner|arn|orgid|orgpaths)$/.test(key);
}

/** What an entry on the key says of the caller beyond who is admitted. */
export function namedBy(key: string): { readonly namesSource: boolean; readonly namesOrganization: boolean } {
  return { namesSource: namesSource(key), namesOrganization: /org(?:id|paths)$/.test(key) };
}
