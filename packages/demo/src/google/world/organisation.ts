/** What the simulated organisation has in Google Cloud: projects in two folders, and the services that run there. */
import { type AccountData, peopleDomain } from '../../world/organisation.ts';

/** Names of things that Google counts, `organizations/…` and `folders/…`. */
export const organization = 'organizations/301122334455';
export const organizationId = '301122334455';
/** By which Google knows the directory of its people. */
export const directory = 'C0demo4sh';

export type FolderData = { readonly name: string; readonly displayName: string };

export const shopFolder: FolderData = { name: 'folders/401122334455', displayName: 'shop' };
export const dataFolder: FolderData = { name: 'folders/402233445566', displayName: 'data' };

/** `number`: the id of the project or organization, by which Security Monkey knows the account. */
export type GoogleAccount = Pick<AccountData, 'number' | 'name'>;

export type ProjectData = GoogleAccount & {
  /** Google gives each project a number beside its id. */
  readonly counted: string;
  readonly folder: FolderData;
  readonly stage: string;
};

export const production = 'shop-example-production';
export const staging = 'shop-example-staging';
export const analytics = 'shop-example-analytics';

export const projects: readonly ProjectData[] = [
  {
    number: production,
    name: 'demo-gcp-production',
    counted: '501122334455',
    folder: shopFolder,
    stage: 'prod',
  },
  {
    number: staging,
    name: 'demo-gcp-staging',
    counted: '502233445566',
    folder: shopFolder,
    stage: 'staging',
  },
  {
    number: analytics,
    name: 'demo-gcp-analytics',
    counted: '503344556677',
    folder: dataFolder,
    stage: 'data',
  },
];

export const organizationAccount: GoogleAccount = {
  number: organizationId,
  name: 'demo-gcp-organization',
};

/** The project of a partner of the shop, which policies name. */
export const partner = 'partner-example-payments';

/** Projects that the organisation knows to be a partner's: whoever sets the demo up tells the product. */
export const thirdParties: readonly GoogleAccount[] = [
  { number: partner, name: 'demo-gcp-payment-provider' },
];

export type GoogleService = {
  readonly project: ProjectData;
  readonly name: string;
  readonly team: string;
  /** A person's name, as in mail addresses. */
  readonly owner: string;
  readonly region: string;
};

type Row = readonly [name: string, team: string, owner: string, region: string];

const shop: readonly Row[] = [
  ['mobile-api', 'storefront', 'maya.okafor', 'europe-west1'],
  ['images', 'storefront', 'ravi.menon', 'europe-west1'],
  ['wallet', 'payments', 'dana.petrov', 'europe-west1'],
  ['push', 'growth', 'sofia.marin', 'us-east1'],
];

const data: readonly Row[] = [
  ['events', 'insight', 'tom.achebe', 'europe-west1'],
  ['dashboards', 'insight', 'amir.haddad', 'europe-west1'],
  ['recommend', 'science', 'lena.fischer', 'europe-west1'],
  ['forecast', 'science', 'lena.fischer', 'us-east1'],
];

export const services: readonly GoogleService[] = projects.flatMap((project) =>
  (project.number === analytics ? data : shop).map(([name, team, owner, region]) => ({
    project,
    name,
    team,
    owner,
    region,
  })),
);

/** The regions in which each project has a subnetwork. */
export const regions = ['europe-west1', 'us-east1'] as const;

/** The labels that the organisation asks for. Google takes small letters, digits, `_` and `-` only. */
export function serviceLabels({
  project,
  name,
  team,
  owner,
}: GoogleService): Readonly<Record<string, string>> {
  return { service: name, team, owner: owner.replace('.', '-'), stage: project.stage };
}

/** As the names of the resources of a service begin. */
export function prefixOf({ project, name }: GoogleService): string {
  return `${project.stage}-${name}`;
}

export function zoneOf({ region }: Pick<GoogleService, 'region'>): string {
  return `${region}-b`;
}

/** A member of an allow policy. */
export function person(name: string): string {
  return `user:${name}@${peopleDomain}`;
}

export function group(name: string): string {
  return `group:${name}@${peopleDomain}`;
}

/** The mail address of a service account of the project. */
export function accountMail(project: string, name: string): string {
  return `${name}@${project}.iam.gserviceaccount.com`;
}

/** As which machines act unless somebody chose otherwise. */
export function defaultAccountOf({ counted }: ProjectData): string {
  return `${counted}-compute@developer.gserviceaccount.com`;
}

/** @throws when there is no such project: a mistake in the demo */
export function projectOf(id: string): ProjectData {
  const found = projects.find(({ number }) => number === id);
  if (found === undefined) throw new Error(`The demo has no project ${id}`);
  return found;
}
