/** Full resource names, by which the asset inventory, audit logs and IAM know a resource: https://cloud.google.com/iam/docs/full-resource-names */

/** The full name of a resource of Compute Engine, from the address that it gives of itself. */
export function computeName(selfLink: string): string {
  return `//compute.googleapis.com/${selfLink.replace(/^https?:\/\/[^/]+\/compute\/[^/]+\//, '')}`;
}

/** The id of the project within a full or relative name; empty when there is none. */
export function projectIn(name: string): string {
  return /(?:^|\/)projects\/([^/]+)/.exec(name)?.[1] ?? '';
}

/** The last part of a name or address: `default` of `https://…/global/networks/default`. */
export function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
