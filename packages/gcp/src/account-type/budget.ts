/** Whose limits a call counts against. */

/** Services that count calls for the project that holds the resource: https://cloud.google.com/docs/quotas/quota-project#project-client-based */
const ofTheResource: ReadonlySet<string> = new Set([
  'bigquery',
  'compute',
  'logging',
  'pubsub',
  'sql',
  'storage',
]);

/** Of the others, all accounts together use up what the one project of the credentials has. */
export function budgetKey({
  account,
  operation,
}: {
  readonly account: string;
  readonly operation: string;
}): string {
  const [service = ''] = operation.split(':');
  return ofTheResource.has(service) ? `gcp/${account}/${service}` : `gcp/caller/${service}`;
}
