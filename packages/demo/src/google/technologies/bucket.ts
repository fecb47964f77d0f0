/** The buckets of Cloud Storage: one for each service, and one for the access logs of each project. */
import type { Dice } from '../../world/dice.ts';
import type { Resource } from '../../world/resource.ts';
import type { Binding } from '../world/allow-policy.ts';
import { accountMail, type GoogleService, projects, serviceLabels, services } from '../world/organisation.ts';

export type Grant = { readonly entity: string; readonly role: string };

export type Bucket = Resource & {
  readonly created: string;
  readonly bindings: readonly Binding[];
  /** Whether the public is kept out whatever else is said; otherwise what the organization says holds. */
  readonly keepsPublicOut: boolean;
  /** The access list, beside the owners; undefined where access is uniform and there is none. */
  readonly acl: readonly Grant[] | undefined;
  readonly versioned: boolean;
  readonly logsTo: string | undefined;
};

export function bucketsOf(dice: Dice): readonly Bucket[] {
  return [
    ...services.map((service) => bucketOf(service, dice)),
    ...projects.map(({ number, stage }) => ({
      account: number,
      region: 'europe-west1',
      name: logsName(number),
      tags: { service: 'logging', team: 'platform', owner: 'nils-berg', stage },
      created: '2024-01-15T10:30:00.000Z',
      bindings: [],
      keepsPublicOut: true,
      acl: undefined,
      versioned: true,
      logsTo: undefined,
    })),
  ];
}

function bucketOf(service: GoogleService, dice: Dice): Bucket {
  const { project, name: runsAs, region } = service;
  const name = bucketName(project.number, runsAs);
  const day = 1 + dice.below(`created ${name}`, 28);
  return {
    account: project.number,
    region,
    name,
    tags: serviceLabels(service),
    created: new Date(Date.UTC(2024, 1 + dice.below(`month ${name}`, 10), day, 9, 30)).toISOString(),
    bindings: [
      {
        role: 'roles/storage.objectUser',
        members: [`serviceAccount:${accountMail(project.number, runsAs)}`],
      },
    ],
    keepsPublicOut: true,
    acl: undefined,
    versioned: project.stage !== 'staging',
    logsTo: logsName(project.number),
  };
}

/** Such as `shop-example-production-images`. */
export function bucketName(project: string, service: string): string {
  return `${project}-${service}`;
}

function logsName(project: string): string {
  return `${project}-access-logs`;
}
