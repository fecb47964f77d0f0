/** Who the simulated organisation is: its accounts, regions, services and people. */

export const organization = 'o-demo4shop9';

/** Of the mail addresses of its people; nobody can have it (RFC 2606). */
export const peopleDomain = 'shop.example';

export const homeRegion = 'us-east-1';
export const regions = ['us-east-1', 'eu-west-1', 'ap-southeast-2'] as const;

export type AccountData = {
  readonly number: string;
  /** What Security Monkey calls it: every page, mail and line that names the account says that it is a demo. */
  readonly name: string;
  /** What the organisation calls it. */
  readonly alias: string;
  readonly canonicalId: string;
};

/** AWS keeps these numbers for examples, so they are nobody's. */
export const production = '111122223333';
export const staging = '444455556666';
export const analytics = '777788889999';

export const accounts: readonly AccountData[] = [
  { number: production, name: 'demo-production', alias: 'shop-production', canonicalId: '1a'.repeat(32) },
  { number: staging, name: 'demo-staging', alias: 'shop-staging', canonicalId: '2b'.repeat(32) },
  { number: analytics, name: 'demo-analytics', alias: 'shop-analytics', canonicalId: '3c'.repeat(32) },
];

/** Partners of the shop, and somebody whom nobody knows. */
export const outsiders = { payments: '222233334444', unknown: '999988887777' } as const;

/** Accounts that the organisation knows to be a partner's: whoever sets the demo up tells the product. */
export const thirdParties = [{ number: outsiders.payments, name: 'demo-payment-provider' }] as const;

export type Service = {
  readonly account: string;
  readonly name: string;
  readonly team: string;
  readonly owner: string;
  readonly region: string;
};

type Row = readonly [name: string, team: string, owner: string, region: string];

const shop: readonly Row[] = [
  ['checkout', 'payments', 'dana.petrov', 'us-east-1'],
  ['catalogue', 'storefront', 'maya.okafor', 'us-east-1'],
  ['orders', 'fulfilment', 'jonas.lind', 'eu-west-1'],
  ['search', 'storefront', 'ravi.menon', 'us-east-1'],
  ['shipping', 'fulfilment', 'jonas.lind', 'eu-west-1'],
  ['reviews', 'storefront', 'maya.okafor', 'eu-west-1'],
  ['invoices', 'payments', 'dana.petrov', 'eu-west-1'],
  ['loyalty', 'growth', 'sofia.marin', 'ap-southeast-2'],
];

const data: readonly Row[] = [
  ['clickstream', 'insight', 'tom.achebe', 'us-east-1'],
  ['warehouse', 'insight', 'tom.achebe', 'us-east-1'],
  ['forecast', 'science', 'lena.fischer', 'eu-west-1'],
  ['reporting', 'insight', 'tom.achebe', 'eu-west-1'],
  ['churn-model', 'science', 'lena.fischer', 'eu-west-1'],
  ['exports', 'insight', 'amir.haddad', 'us-east-1'],
  ['experiments', 'growth', 'sofia.marin', 'us-east-1'],
  ['pricing-feed', 'science', 'lena.fischer', 'ap-southeast-2'],
];

export const services: readonly Service[] = [
  ...shop.map((row) => serviceOf(production, row)),
  ...shop.map((row) => serviceOf(staging, row)),
  ...data.map((row) => serviceOf(analytics, row)),
];

function serviceOf(account: string, [name, team, owner, region]: Row): Service {
  return { account, name, team, owner, region };
}

const stages: Readonly<Record<string, string>> = {
  [production]: 'prod',
  [staging]: 'staging',
  [analytics]: 'data',
};

export function stageOf(account: string): string {
  return stages[account] ?? 'none';
}

/** The tags that the organisation asks for on everything that a service owns. */
export function serviceTags({ account, name, team, owner }: Service): Readonly<Record<string, string>> {
  return { service: name, team, owner, stage: stageOf(account) };
}

/** What becomes known of a service by its name, as the names of its resources begin. */
export function prefixOf({ account, name }: Service): string {
  return `${stageOf(account)}-${name}`;
}
