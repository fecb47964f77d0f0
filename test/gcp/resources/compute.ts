/** Networks, subnetworks and firewall rules of the estate, as Compute Engine lists them. */
import type { ProjectId } from './known.ts';
import { type Fields, type Grant, type Holds, holdsOf, idOf, policy } from './wire.ts';

export const region = 'europe-west1';
export const zone = 'europe-west1-b';

/** Where a project's resources of Compute Engine lie. */
export function computeAddress(project: ProjectId): string {
  return `/compute.googleapis.com/compute/v1/projects/${project}`;
}

/** How Compute Engine names something of a project. */
export function computeLink(project: ProjectId, path: string): string {
  return `https://www.googleapis.com/compute/v1/projects/${project}/${path}`;
}

export type Named = Readonly<Record<string, Fields>>;

export function networksOf(project: ProjectId, networks: Named): Holds {
  const items = Object.entries(networks).map(([name, fields]) => ({
    kind: 'compute#network',
    id: idOf(`${project} network ${name}`),
    name,
    selfLink: computeLink(project, `global/networks/${name}`),
    ...fields,
  }));
  return { [`${computeAddress(project)}/global/networks`]: items };
}

/** A rule that lets HTTPS in from a private network to machines with a tag, unless its fields say otherwise. */
export function firewall(project: ProjectId, name: string, fields: Fields): Fields {
  return {
    kind: 'compute#firewall',
    id: idOf(`${project} firewall ${name}`),
    name,
    selfLink: computeLink(project, `global/firewalls/${name}`),
    network: computeLink(project, 'global/networks/main'),
    direction: 'INGRESS',
    disabled: false,
    priority: 1000,
    sourceRanges: ['10.0.0.0/8'],
    allowed: [tcp('443')],
    targetTags: ['web'],
    ...fields,
  };
}

export function tcp(...ports: readonly string[]): Fields {
  return { IPProtocol: 'tcp', ...(ports.length > 0 && { ports }) };
}

export function firewallsOf(project: ProjectId, rules: Named): Holds {
  const items = Object.entries(rules).map(([name, fields]) => firewall(project, name, fields));
  return { [`${computeAddress(project)}/global/firewalls`]: items };
}

export type Subnetwork = { readonly fields?: Fields; readonly grants?: readonly Grant[] };

/** Subnetworks for machines, with flow logs and private access, unless their fields say otherwise. */
export function subnetworksOf(project: ProjectId, rows: Readonly<Record<string, Subnetwork>>): Holds {
  const bodies = Object.entries(rows).map(([name, { fields = {} }], at) => ({
    kind: 'compute#subnetwork',
    id: idOf(`${project} subnetwork ${name}`),
    name,
    selfLink: computeLink(project, `regions/${region}/subnetworks/${name}`),
    network: computeLink(project, 'global/networks/main'),
    region: computeLink(project, `regions/${region}`),
    ipCidrRange: `10.${at}.0.0/20`,
    purpose: 'PRIVATE',
    privateIpGoogleAccess: true,
    logConfig: { enable: true },
    ...fields,
  }));
  const address = computeAddress(project);
  return holdsOf([
    {
      [`${address}/aggregated/subnetworks`]: {
        items: { [`regions/${region}`]: { subnetworks: bodies }, 'regions/us-east1': nothing },
      },
    },
    ...Object.entries(rows).map(([name, { grants = [] }]) => ({
      [`${address}/regions/${region}/subnetworks/${name}/getIamPolicy`]: policy(grants),
    })),
  ]);
}

export const nothing: Fields = {
  warning: { code: 'NO_RESULTS_ON_PAGE', message: 'There are no results for this scope.' },
};
