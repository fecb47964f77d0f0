/** The addresses and times of Compute Engine: https://cloud.google.com/compute/docs/reference/rest/v1 */
import type { Resource } from '../../world/resource.ts';

const hour = 3_600_000;

/** The address of something of a project, such as `global/networks/main`. */
export function addressIn(project: string, path: string): string {
  return `https://www.googleapis.com/compute/v1/projects/${project}/${path}`;
}

type Made = Resource & { readonly id: string; readonly created: string };

/** What everything of Compute Engine says of itself. */
export function commonOf({ account, id, name, created }: Made, kind: string, path: string) {
  return {
    kind: `compute#${kind}`,
    id,
    name,
    creationTimestamp: pacific(created),
    selfLink: addressIn(account, path),
  };
}

/** Compute Engine tells times as they are in California. */
function pacific(time: string): string {
  return new Date(Date.parse(time) - 8 * hour).toISOString().replace('Z', '-08:00');
}
